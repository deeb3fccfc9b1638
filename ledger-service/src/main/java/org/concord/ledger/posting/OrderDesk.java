package org.concord.ledger.posting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concord.kit.event.NotYet;
import org.concord.kit.event.Outbox;
import org.concord.kit.time.Zones;
import org.concord.ledger.book.Books;
import org.concord.ledger.book.DocumentCodes;
import org.concord.ledger.book.Encumbrance;
import org.concord.ledger.book.Lane;
import org.concord.ledger.book.Outcome;
import org.concord.ledger.book.Part;
import org.concord.ledger.book.PostingProblem;
import org.concord.ledger.book.Proposal;
import org.concord.ledger.charge.ChargeRun;
import org.concord.ledger.charge.ChargeRuns;
import org.concord.ledger.charge.MemberShare;
import org.concord.ledger.posting.BusinessEvent.Ordered;
import org.concord.ledger.posting.BusinessEvent.RequisitionReleased;
import org.concord.ledger.posting.BusinessEvent.Requisitioned;
import org.concord.ledger.posting.OrderReading.OrderApproved;
import org.concord.ledger.posting.OrderReading.RequisitionSubmitted;
import org.concord.ledger.posting.PostingEvent.Asked;
import org.jspecify.annotations.Nullable;

/** Takes requisitions and orders in and answers each by event: posted with its amounts, or refused with the reason. */
@ApplicationScoped
class OrderDesk {

    /** The topic of answers; its key is the order. */
    private static final String TOPIC = "ledger.posting.v1";

    private final Books books;
    private final Lane lane;
    private final ChargeRuns runs;
    private final Outbox outbox;
    private final Clock clock;
    private final PostingConfig config;

    OrderDesk(Books books, Lane lane, ChargeRuns runs, Outbox outbox, Clock clock, PostingConfig config) {
        this.books = books;
        this.lane = lane;
        this.runs = runs;
        this.outbox = outbox;
        this.clock = clock;
        this.config = config;
    }

    /**
     * Reserves the appropriation at the ceiling price.
     *
     * @throws NotYet while book, award or appropriation are on their way; for the appropriation, only for a moment
     */
    void requisition(RequisitionSubmitted asked) {
        Optional<MemberShare> share = share(asked.agreementId(), asked.awardId(), asked.member());
        if (share.isEmpty()) {
            refuse(asked.orderId(), Asked.REQUISITION, shareAbsent(asked.member()));
            return;
        }
        Outcome outcome = lane.submit(
                asked.agreementId(),
                new Requisitioned(
                        asked.orderId(),
                        share.get(),
                        asked.fund(),
                        asked.appropriationYear(),
                        asked.doses(),
                        Zones.dateIn(asked.member(), asked.submittedAt())));
        switch (outcome) {
            case Outcome.Posted posted ->
                publish(new PostingEvent.RequisitionPreEncumbered(
                        asked.orderId(),
                        asked.agreementId(),
                        posted.seq(),
                        original(books.encumbrances(asked.agreementId(), asked.orderId()), Part.REQUISITION)));
            case Outcome.Refused refused -> {
                waitForAppropriation(refused.refusal(), asked);
                refuse(asked.orderId(), Asked.REQUISITION, refused);
            }
            case Outcome.Noted _, Outcome.Withdrawn _ ->
                throw new IllegalStateException("a requisition is an entry, not " + outcome);
        }
    }

    private void waitForAppropriation(Proposal.@Nullable Refusal refusal, RequisitionSubmitted asked) {
        boolean young = clock.instant().isBefore(asked.submittedAt().plus(config.appropriationWait()));
        if (refusal != null && refusal.mayResolve() && young) {
            throw new NotYet("an appropriation of " + asked.member() + " for fund " + asked.fund() + ", year "
                    + asked.appropriationYear());
        }
    }

    /**
     * Posts an approved order as one entry.
     *
     * @throws NotYet while book or award are on their way
     */
    void order(OrderApproved asked) {
        Optional<MemberShare> share = share(asked.agreementId(), asked.awardId(), asked.member());
        if (share.isEmpty()) {
            refuse(asked.orderId(), Asked.ORDER, shareAbsent(asked.member()));
            return;
        }
        Outcome outcome = lane.submit(
                asked.agreementId(),
                new Ordered(
                        asked.orderId(),
                        share.get(),
                        asked.fund(),
                        asked.appropriationYear(),
                        asked.doses(),
                        DocumentCodes.of(asked.purchaseOrderNumber()),
                        Zones.dateIn(asked.member(), asked.approvedAt())));
        switch (outcome) {
            case Outcome.Posted posted -> publish(posted(asked, posted.seq()));
            case Outcome.Refused refused -> refuse(asked.orderId(), Asked.ORDER, refused);
            case Outcome.Noted _, Outcome.Withdrawn _ ->
                throw new IllegalStateException("an order is an entry, not " + outcome);
        }
    }

    private PostingEvent posted(OrderApproved asked, long seq) {
        List<Encumbrance> parts = books.encumbrances(asked.agreementId(), asked.orderId());
        long goods = original(parts, Part.GOODS);
        long operations = original(parts, Part.OPS);
        long capital = original(parts, Part.CAP);
        long shared = original(parts, Part.SHARED);
        return new PostingEvent.OrderPosted(
                asked.orderId(),
                asked.agreementId(),
                seq,
                goods,
                operations,
                capital,
                shared,
                goods + operations + capital + shared);
    }

    private static long original(List<Encumbrance> parts, Part part) {
        return parts.stream()
                .filter(each -> each.part() == part)
                .mapToLong(Encumbrance::original)
                .sum();
    }

    /** Frees what the requisition of an ended order reserved; where nothing is reserved there is nothing to say. */
    void release(OrderReading ended) {
        boolean reserved = books.encumbrances(ended.agreementId(), ended.orderId()).stream()
                .anyMatch(each -> each.part() == Part.REQUISITION && each.remaining() > 0);
        if (!reserved) {
            return;
        }
        Outcome outcome = lane.submit(
                ended.agreementId(),
                new RequisitionReleased(ended.orderId(), Zones.dateIn(ended.member(), clock.instant())));
        switch (outcome) {
            case Outcome.Posted posted ->
                publish(new PostingEvent.RequisitionReleased(ended.orderId(), ended.agreementId(), posted.seq()));
            case Outcome.Refused refused -> refuse(ended.orderId(), Asked.RELEASE, refused);
            case Outcome.Noted _, Outcome.Withdrawn _ ->
                throw new IllegalStateException("a release is an entry, not " + outcome);
        }
    }

    /** The member's part in the award; empty when the award gives it nothing. */
    private Optional<MemberShare> share(UUID agreement, UUID award, String member) {
        if (!books.isOpen(agreement)) {
            throw new NotYet("the book of agreement " + agreement);
        }
        ChargeRun run = runs.find(award)
                .filter(found -> found.book().equals(agreement))
                .orElseThrow(() -> new NotYet("award " + award + " under agreement " + agreement));
        return run.share(member).filter(share -> share.charge().doses() > 0);
    }

    private static Outcome.Refused shareAbsent(String member) {
        Proposal.Refusal refusal =
                Proposal.Refusal.of(PostingProblem.SHARE_ABSENT, "This award allocates no doses to " + member + ".");
        return new Outcome.Refused(refusal.problem().slug(), refusal.detail(), null, null, refusal, false);
    }

    private void refuse(UUID order, Asked asked, Outcome.Refused refused) {
        publish(new PostingEvent.PostingRefused(
                order, asked, refused.reason(), refused.detail(), refused.shortCents()));
    }

    private void publish(PostingEvent answer) {
        outbox.publish(TOPIC, answer.orderId().toString(), answer);
    }
}
