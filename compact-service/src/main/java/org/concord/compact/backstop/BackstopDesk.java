package org.concord.compact.backstop;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.concord.compact.Moments;
import org.concord.compact.agreement.AgreementRegister;
import org.concord.compact.backstop.BackstopEvent.DrawApproved;
import org.concord.compact.backstop.BackstopEvent.DuplicatePaymentFound;
import org.concord.compact.backstop.BackstopEvent.DuplicatePaymentRecovered;
import org.concord.kit.access.Access;
import org.concord.kit.access.Caller;
import org.concord.kit.event.Outbox;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.time.Ids;
import org.concord.kit.time.Zones;
import org.hibernate.exception.ConstraintViolationException;

/** Opens pools and moves draws, each under its pool's lock. Callers bring the transaction. */
@ApplicationScoped
class BackstopDesk {

    private final Pools pools;
    private final Lapses lapses;
    private final Draws draws;
    private final AgreementRegister agreements;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    BackstopDesk(
            Pools pools,
            Lapses lapses,
            Draws draws,
            AgreementRegister agreements,
            Outbox outbox,
            Ids ids,
            Clock clock) {
        this.pools = pools;
        this.lapses = lapses;
        this.draws = draws;
        this.agreements = agreements;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Opens a pool.
     *
     * @throws ProblemException {@code member-cap-above-cap}, {@code pool-code-taken}
     */
    PoolView open(OpenPool command, Caller caller) {
        if (command.memberCapCents() > command.capCents()) {
            throw new ProblemException(
                    BackstopProblem.MEMBER_CAP_ABOVE_CAP, "One member cannot have more than all of them.");
        }
        BackstopPool pool = new BackstopPool(ids.next(), command, caller.subject(), Moments.now(clock));
        try {
            pools.persistAndFlush(pool);
        } catch (ConstraintViolationException violated) {
            if ("backstop_pool_code_uk".equals(violated.getConstraintName())) {
                throw new ProblemException(
                        BackstopProblem.POOL_CODE_TAKEN, "The agreement has a pool " + command.code() + ".");
            }
            throw violated;
        }
        return shown(pool);
    }

    /**
     * Records a lapse, which triggers the pool.
     *
     * @throws ProblemException {@code lapse-open}
     */
    PoolView recordLapse(UUID poolId, RecordLapse command, Caller caller) {
        BackstopPool pool = lock(poolId);
        if (lapses.open(poolId).isPresent()) {
            throw new ProblemException(BackstopProblem.LAPSE_OPEN, "Record first that the program pays again.");
        }
        lapses.persistAndFlush(new Lapse(ids.next(), poolId, command, caller.subject(), Moments.now(clock)));
        return shown(pool);
    }

    /**
     * Records that the program pays again; from that day on nothing more is drawn.
     *
     * @throws ProblemException {@code no-lapse}, {@code restored-before-lapse}
     */
    PoolView recordRestoration(UUID poolId, RecordRestoration command) {
        BackstopPool pool = lock(poolId);
        lapses.open(poolId)
                .orElseThrow(() -> new ProblemException(BackstopProblem.NO_LAPSE, "No lapse is open."))
                .end(command);
        lapses.flush();
        return shown(pool);
    }

    /** A pool as it stands. */
    PoolView shown(BackstopPool pool) {
        return pool.view(draws.outstandingCents(pool.id()), lapses.of(pool.id()));
    }

    /**
     * Asks for a draw.
     *
     * @throws ProblemException {@code no-lapse}
     */
    DrawView request(RequestDraw command, Caller caller) {
        lock(command.poolId());
        String member = caller.requireMember();
        Instant now = Moments.now(clock);
        Lapse lapse = requireLapse(command.poolId(), Zones.dateIn(member, now));
        Draw draw = Draw.request(ids.next(), command, lapse.id(), member, caller.subject(), now);
        draws.persistAndFlush(draw);
        return draw.view();
    }

    /**
     * Approves a draw for the lead, within both caps, while the lapse lasts.
     *
     * @throws ProblemException {@code not-the-funds-holder}, {@code no-lapse}, {@code draw-not-in-this-stage},
     *     {@code requester-does-not-approve}, {@code pool-cap-exceeded}, {@code member-cap-exceeded}
     */
    DrawView approve(UUID drawId, Caller caller) {
        Held held = hold(drawId);
        requireLead(held.pool(), caller);
        Instant now = Moments.now(clock);
        Draw draw = held.draw();
        requireLapse(held.pool().id(), Zones.dateIn(draw.member(), now));
        long poolRoom = held.pool().capCents() - draws.outstandingCents(draw.poolId());
        long memberRoom = held.pool().memberCapCents() - draws.outstandingCents(draw.poolId(), draw.member());
        draw.approve(caller.subject(), poolRoom, memberRoom, now);
        draws.flush();
        publish(
                draw,
                new DrawApproved(
                        draw.id(), draw.poolId(), held.pool().agreementId(), draw.member(), draw.amountCents(), now));
        return draw.view();
    }

    /**
     * Refuses a draw for the lead.
     *
     * @throws ProblemException {@code not-the-funds-holder}, {@code draw-not-in-this-stage}
     */
    DrawView refuse(UUID drawId, RefuseDraw command, Caller caller) {
        Held held = hold(drawId);
        requireLead(held.pool(), caller);
        held.draw().refuse(command.reasons(), caller.subject(), Moments.now(clock));
        draws.flush();
        return held.draw().view();
    }

    /**
     * Takes a draw back before it is decided; its own member's to do.
     *
     * @throws ProblemException {@code not-found} for another member's, {@code draw-not-in-this-stage}
     */
    DrawView takeBack(UUID drawId, Caller caller) {
        Held held = hold(drawId);
        requireOwn(held.draw(), caller);
        held.draw().takeBack();
        draws.flush();
        return held.draw().view();
    }

    /**
     * Records a federal payment for what was drawn: what is covered twice by it has to go back.
     *
     * @throws ProblemException {@code not-found} for another member's, {@code draw-not-in-this-stage},
     *     {@code document-recorded}
     */
    DrawView takeFederalPayment(UUID drawId, RecordMovement command, Caller caller) {
        Held held = hold(drawId);
        // Staff acts for no member, and may record what the federal program publishes.
        if (caller.actingFor().isPresent()) {
            requireOwn(held.draw(), caller);
        }
        Instant now = Moments.now(clock);
        held.draw().takeFederalPayment(command, caller.subject(), now);
        draws.flush();
        DrawView view = held.draw().view();
        publish(
                held.draw(),
                new DuplicatePaymentFound(
                        view.id(),
                        view.poolId(),
                        held.pool().agreementId(),
                        view.member(),
                        view.federalCents(),
                        view.dueCents(),
                        now));
        return view;
    }

    /**
     * Records that some of what was paid twice went back; the lead's to do, which receives it.
     *
     * @throws ProblemException {@code not-the-funds-holder}, {@code draw-not-in-this-stage},
     *     {@code recovery-exceeds-duplicate}, {@code document-recorded}
     */
    DrawView recover(UUID drawId, RecordMovement command, Caller caller) {
        Held held = hold(drawId);
        requireLead(held.pool(), caller);
        Instant now = Moments.now(clock);
        held.draw().recover(command, caller.subject(), now);
        draws.flush();
        DrawView view = held.draw().view();
        publish(
                held.draw(),
                new DuplicatePaymentRecovered(
                        view.id(),
                        view.poolId(),
                        held.pool().agreementId(),
                        view.member(),
                        view.recoveredCents(),
                        view.dueCents(),
                        now));
        return view;
    }

    private Lapse requireLapse(UUID poolId, LocalDate day) {
        return lapses.last(poolId)
                .filter(lapse -> lapse.covers(day))
                .orElseThrow(() -> new ProblemException(
                        BackstopProblem.NO_LAPSE, "No lapse of the program is recorded for " + day + "."));
    }

    private void requireLead(BackstopPool pool, Caller caller) {
        String lead = agreements.find(pool.agreementId()).orElseThrow().lead();
        if (!caller.requireMember().equals(lead)) {
            throw new ProblemException(
                    BackstopProblem.NOT_THE_FUNDS_HOLDER, lead + " holds the fund under its own law; it decides.");
        }
    }

    private static void requireOwn(Draw draw, Caller caller) {
        if (!draw.member().equals(caller.requireMember())) {
            throw Access.notFound();
        }
    }

    /** A pool whose row is locked, and one of its draws as it is under that lock. */
    private record Held(BackstopPool pool, Draw draw) {}

    private Held hold(UUID drawId) {
        BackstopPool pool = lock(draws.poolOf(drawId).orElseThrow(Access::notFound));
        return new Held(pool, draws.findById(drawId));
    }

    private BackstopPool lock(UUID poolId) {
        return pools.lock(poolId).orElseThrow(Access::notFound);
    }

    private void publish(Draw draw, BackstopEvent event) {
        outbox.publish(BackstopEvent.TOPIC, draw.id().toString(), event);
    }
}
