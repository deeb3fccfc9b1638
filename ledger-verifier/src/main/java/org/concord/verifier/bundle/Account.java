package org.concord.verifier.bundle;

import java.util.Arrays;
import org.concord.verifier.json.Json;
import org.jspecify.annotations.Nullable;

/** An account of the book that is replayed, with its totals and, for seals, its totals by date. */
final class Account {

    /** No balance can lie under it. */
    private static final long NO_FLOOR = Long.MIN_VALUE;

    final String code;
    final Group group;

    /** Which due-to and due-from it is a side of; null for none. */
    final @Nullable Group mirror;

    final boolean binds;
    private final boolean debitNormal;
    private long floor = NO_FLOOR;
    private long debits;
    private long credits;

    // What the entry at hand brings.
    int entry = -1;
    private long moreDebits;
    private long moreCredits;

    // Lines dated after the last sealed day, summed by date; and all before.
    private boolean sealedAny;
    private long sealedDebits;
    private long sealedCredits;
    private long[] days = new long[0];
    private long[] dayDebits = new long[0];
    private long[] dayCredits = new long[0];
    private int dayCount;

    /** What must come to nothing in each entry: a balancing group, or a pair of due-to and due-from. */
    static final class Group {
        final String name;
        int entry = -1;
        long debits;

        Group(String name) {
            this.name = name;
        }
    }

    Account(String code, boolean debitNormal, Group group, @Nullable Group mirror, boolean binds) {
        this.code = code;
        this.debitNormal = debitNormal;
        this.group = group;
        this.mirror = mirror;
        this.binds = binds;
    }

    long net() {
        return debitNormal ? debits - credits : credits - debits;
    }

    void floor(long least) {
        BadLeaf.unless(net() >= least, code + " at " + net(), "at least the floor of " + least);
        floor = least;
    }

    void noFloor() {
        floor = NO_FLOOR;
    }

    void begin(int number) {
        entry = number;
        moreDebits = 0;
        moreCredits = 0;
    }

    void add(boolean debit, long amount) {
        if (debit) {
            moreDebits = Math.addExact(moreDebits, amount);
        } else {
            moreCredits = Math.addExact(moreCredits, amount);
        }
    }

    /** Takes what the entry brings, when the account may hold it. */
    void take(long day) {
        long newDebits = Math.addExact(debits, moreDebits);
        long newCredits = Math.addExact(credits, moreCredits);
        if (newDebits > Json.MAX_INTEGER || newCredits > Json.MAX_INTEGER) {
            throw new BadLeaf("totals of " + code + " of " + newDebits + " and " + newCredits, "at most 2^53-1");
        }
        debits = newDebits;
        credits = newCredits;
        if (net() < floor) {
            throw new BadLeaf(code + " at " + net(), "at least the floor of " + floor);
        }
        int at = slot(day);
        dayDebits[at] += moreDebits;
        dayCredits[at] += moreCredits;
    }

    /** Dates come nearly in order, so the place is nearly always at the end. */
    private int slot(long day) {
        int at = dayCount - 1;
        while (at >= 0 && days[at] > day) {
            at--;
        }
        if (at >= 0 && days[at] == day) {
            return at;
        }
        at++;
        if (dayCount == days.length) {
            int room = Math.max(4, dayCount * 2);
            days = Arrays.copyOf(days, room);
            dayDebits = Arrays.copyOf(dayDebits, room);
            dayCredits = Arrays.copyOf(dayCredits, room);
        }
        System.arraycopy(days, at, days, at + 1, dayCount - at);
        System.arraycopy(dayDebits, at, dayDebits, at + 1, dayCount - at);
        System.arraycopy(dayCredits, at, dayCredits, at + 1, dayCount - at);
        days[at] = day;
        dayDebits[at] = 0;
        dayCredits[at] = 0;
        dayCount++;
        return at;
    }

    /** Folds what is dated through that day; nothing dated so comes after it. */
    void seal(long through) {
        int sealed = 0;
        while (sealed < dayCount && days[sealed] <= through) {
            sealedAny = true;
            sealedDebits += dayDebits[sealed];
            sealedCredits += dayCredits[sealed];
            sealed++;
        }
        System.arraycopy(days, sealed, days, 0, dayCount - sealed);
        System.arraycopy(dayDebits, sealed, dayDebits, 0, dayCount - sealed);
        System.arraycopy(dayCredits, sealed, dayCredits, 0, dayCount - sealed);
        dayCount -= sealed;
    }

    /** Whether any line is dated through the last sealed day. */
    boolean sealedAny() {
        return sealedAny;
    }

    long sealedDebits() {
        return sealedDebits;
    }

    long sealedCredits() {
        return sealedCredits;
    }
}
