package org.concord.ledger.posting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.concord.kit.event.NotYet;
import org.concord.ledger.book.Books;
import org.concord.ledger.book.Command;
import org.concord.ledger.book.Lane;
import org.concord.ledger.book.Outcome;
import org.concord.ledger.charge.AwardMade;
import org.concord.ledger.charge.ChargeRun;
import org.concord.ledger.charge.ChargeRuns;
import org.concord.ledger.posting.BusinessEvent.Allocated;
import org.concord.ledger.posting.BusinessEvent.Awarded;

/** Takes an award in: charges, ceiling and every member's allocation, in one go or not at all. */
@ApplicationScoped
class AwardDesk {

    private final Books books;
    private final Lane lane;
    private final ChargeRuns runs;

    AwardDesk(Books books, Lane lane, ChargeRuns runs) {
        this.books = books;
        this.lane = lane;
        this.runs = runs;
    }

    /**
     * Posts an award. The book has it before the caller's transaction keeps the run: should that fail, the award comes
     * again, the book answers as it did, and the run is kept then.
     *
     * @throws NotYet while the agreement's book is not open
     * @throws IllegalArgumentException when the award contradicts itself
     */
    void post(AwardMade award) {
        if (!books.isOpen(award.agreementId())) {
            throw new NotYet("the book of agreement " + award.agreementId());
        }
        ChargeRun run = ChargeRun.of(award);
        List<Command> commands = new ArrayList<>();
        commands.add(run);
        commands.add(new Awarded(run.award(), run.item(), run.doses(), run.goodsCents(), award.awardedOn()));
        run.members().forEach((member, part) -> {
            if (part.charge().doses() > 0) {
                commands.add(new Allocated(
                        run.award(), run.item(), member, part.charge().doses(), award.awardedOn()));
            }
        });
        List<Outcome> outcomes = lane.submitTogether(run.book(), commands);
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Refused refused) {
                throw new IllegalStateException("award " + run.award() + " cannot be posted: " + refused.detail());
            }
        }
        if (outcomes.getFirst() instanceof Outcome.Noted noted) {
            runs.keep(run, noted.seq());
        }
    }
}
