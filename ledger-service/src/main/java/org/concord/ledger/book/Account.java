package org.concord.ledger.book;

import org.jspecify.annotations.Nullable;

/**
 * An account with its totals: an immutable value, so that an entry can be tried without touching anything.
 *
 * @param number dense from 0, in the order of opening
 * @param floor the least that {@link #net()} may be; null for none
 * @param openedSeq the record that opened it
 */
public record Account(int number, AccountKey key, @Nullable Long floor, long openedSeq, long debits, long credits) {

    static Account opened(int number, AccountKey key, long openedSeq) {
        return new Account(number, key, key.purpose().floor(), openedSeq, 0, 0);
    }

    /** What it holds on its normal side; negative where the other side outweighs. */
    public long net() {
        return key.purpose().normalSide() == Side.DEBIT ? debits - credits : credits - debits;
    }

    /** With further debits and credits, which may be too many: see {@link #inRange()}. */
    Account plus(long moreDebits, long moreCredits) {
        return new Account(
                number, key, floor, openedSeq, Math.addExact(debits, moreDebits), Math.addExact(credits, moreCredits));
    }

    /** With another floor. */
    Account withFloor(@Nullable Long other) {
        return new Account(number, key, other, openedSeq, debits, credits);
    }

    /** Whether both totals are amounts that JSON holds exactly. */
    boolean inRange() {
        return debits <= BookState.MAX_AMOUNT && credits <= BookState.MAX_AMOUNT;
    }

    /** How much is missing to the floor; zero where it holds or there is none. */
    long underFloor() {
        Long least = floor;
        return least == null ? 0 : Math.max(0, least - net());
    }
}
