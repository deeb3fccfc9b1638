package org.concord.ledger.book;

import java.math.BigInteger;

/** An account with its totals: an immutable value, so that an entry can be tried without touching anything. */
public record Account(int number, AccountKey key, long debits, long credits) {

    static Account opened(int number, AccountKey key) {
        return new Account(number, key, 0, 0);
    }

    /** What it holds on its normal side; negative where the other side outweighs. */
    public long net() {
        return key.purpose().normalSide() == Side.DEBIT ? debits - credits : credits - debits;
    }

    /** With further debits and credits. @throws ArithmeticException beyond 2^53−1 on either side */
    Account plus(BigInteger moreDebits, BigInteger moreCredits) {
        return new Account(number, key, sum(debits, moreDebits), sum(credits, moreCredits));
    }

    private static long sum(long had, BigInteger more) {
        long sum = BigInteger.valueOf(had).add(more).longValueExact();
        if (sum > BookState.MAX_AMOUNT) {
            throw new ArithmeticException("beyond 2^53-1");
        }
        return sum;
    }
}
