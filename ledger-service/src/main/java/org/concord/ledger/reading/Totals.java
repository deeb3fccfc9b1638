package org.concord.ledger.reading;

import org.concord.ledger.reading.Moments.Moment;

/**
 * The debits and credits of accounts at a moment: the balance as it stands for the newest; for an older one the balance
 * less the lines that came later, or the sum of the lines up to it, whichever are fewer. Lines of an account are found by
 * its own index, in sequence.
 */
public final class Totals {

    private Totals() {}

    /** Joins {@code t (debits, credits)} to the account called {@code a}. */
    public static Sql of(Moment moment) {
        if (moment.isHead()) {
            return Sql.of("""
                    cross join lateral (
                      select b.debits, b.credits from balance b
                       where b.book_id = a.book_id and b.account_no = a.account_no) t""");
        }
        if (moment.seq() < moment.head() / 2) {
            return Sql.of("""
                    cross join lateral (
                      select coalesce(sum(l.amount) filter (where l.side = 'DEBIT'), 0)::bigint as debits,
                             coalesce(sum(l.amount) filter (where l.side = 'CREDIT'), 0)::bigint as credits
                        from line l
                       where l.book_id = a.book_id and l.account_no = a.account_no and l.seq <= ?) t""", moment.seq());
        }
        return Sql.of("""
                cross join lateral (
                  select b.debits - coalesce(sum(l.amount) filter (where l.side = 'DEBIT'), 0)::bigint as debits,
                         b.credits - coalesce(sum(l.amount) filter (where l.side = 'CREDIT'), 0)::bigint as credits
                    from balance b left join line l
                      on l.book_id = a.book_id and l.account_no = a.account_no and l.seq > ?
                   where b.book_id = a.book_id and b.account_no = a.account_no
                   group by b.debits, b.credits) t""", moment.seq());
    }
}
