package org.concord.ledger.keeping;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.concord.kit.access.Access;
import org.concord.kit.access.Caller;
import org.concord.kit.problem.ProblemException;
import org.concord.ledger.book.AccountKey;
import org.concord.ledger.jdbc.Database;

/**
 * Who keeps what: what is one member's alone its own fiscal officer keeps, everything else the commission's staff.
 */
@ApplicationScoped
class Holders {

    private final Database database;

    Holders(Database database) {
        this.database = database;
    }

    /**
     * Makes sure that the caller may reverse the entry.
     *
     * @throws ProblemException {@code not-found} when there is none; {@code entry-not-yours}
     */
    void requireEntry(UUID book, long seq, Caller caller) {
        List<String> holders = database.query("""
                select distinct a.holder from line l join account a using (book_id, account_no)
                 where l.book_id = ? and l.seq = ? order by a.holder limit 3""", row -> row.getString(1), book, seq);
        if (holders.isEmpty()) {
            throw Access.notFound();
        }
        boolean alone = holders.size() == 1 && !isCommon(holders.getFirst());
        boolean mine =
                caller.member() == null ? !alone : alone && holders.getFirst().equals(caller.member());
        if (!mine) {
            throw new ProblemException(
                    KeepingProblem.ENTRY_NOT_YOURS,
                    alone
                            ? "It is of " + holders.getFirst() + " alone, whose treasurer reverses it."
                            : "It stands on accounts of more than one; the commission's staff reverses it.");
        }
    }

    /** Makes sure that the caller keeps the account. */
    static void requireAccount(AccountKey account, Caller caller) {
        String member = caller.member();
        boolean mine = member == null ? isCommon(account.holder()) : member.equals(account.holder());
        if (!mine) {
            throw new ProblemException(
                    KeepingProblem.ACCOUNT_FOR_ITS_HOLDER,
                    "You keep the accounts of " + (member == null ? "the commission" : member) + ".");
        }
    }

    private static boolean isCommon(String holder) {
        return holder.equals(AccountKey.COMMISSION) || holder.equals(AccountKey.AGREEMENT);
    }
}
