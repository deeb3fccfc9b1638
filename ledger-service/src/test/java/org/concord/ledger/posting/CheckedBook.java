package org.concord.ledger.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.concord.ledger.book.AccountKey;
import org.concord.ledger.book.Command;
import org.concord.ledger.book.Decision;
import org.concord.ledger.book.Entry;
import org.concord.ledger.book.Line;
import org.concord.ledger.book.Part;
import org.concord.ledger.book.Proposal;

/** A book in memory whose laws are checked on its lines after every entry. */
final class CheckedBook {

    final Facts.Desk desk = new Facts.Desk();
    final LawsOfTheBook laws = new LawsOfTheBook();

    Entry post(Command command) {
        Entry entry = desk.post(command);
        laws.take(entry);
        return entry;
    }

    List<String> lines(Command command) {
        return post(command).lines().stream().map(CheckedBook::written).toList();
    }

    /** {@code MD/GEN DUE_TO [COMM:CAP] DEBIT 5}; the part where a budget line has one. */
    static String written(Line line) {
        AccountKey key = line.account();
        Part part = line.part();
        return key.holder() + (key.fund() == null ? "" : "/" + key.fund()) + " " + key.purpose()
                + (key.year() == null || part == null ? "" : " (" + part.code() + ")")
                + (key.counterparty() == null ? "" : " [" + key.counterparty() + "]")
                + " " + line.side() + " " + line.amount();
    }

    Proposal.Refusal refusal(Command command) {
        Decision decision = desk.decide(command);
        assertThat(decision).as("%s", command).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused) decision).refusal();
    }

    /** The award, and that member's appropriation and order of all its doses. */
    CheckedBook ordered(UUID order, String member, long doses) {
        desk.post(desk.run);
        post(new BusinessEvent.Awarded(desk.award, desk.run.item(), desk.run.doses(), desk.run.goodsCents(), Facts.ON));
        post(new BusinessEvent.Allocated(
                desk.award, desk.run.item(), member, desk.share(member).charge().doses(), Facts.ON));
        post(new BusinessEvent.AppropriationCertified(member, Facts.FUND, Facts.YEAR, 80_000_000, "APPR", Facts.ON));
        post(new BusinessEvent.AllotmentMade(member, Facts.FUND, Facts.YEAR, 80_000_000, "ALLOT", Facts.ON));
        post(desk.requisition(order, member, doses));
        post(desk.order(order, member, doses));
        return this;
    }
}
