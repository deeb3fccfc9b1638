package org.concord.compact.agreement.enactment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.concord.compact.agreement.Joined;
import org.concord.compact.agreement.Proceeding;
import org.concord.kit.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** One member's act of joining one agreement, or of taking one amendment of it. */
@Entity
@Table(name = "enactment")
class Enactment extends Proceeding {

    @Column(name = "kind", nullable = false, updatable = false)
    private String kind;

    @Column(name = "amendment_id", updatable = false)
    private @Nullable UUID amendmentId;

    @Column(name = "bill", updatable = false)
    private @Nullable String bill;

    @Column(name = "chamber", updatable = false)
    private @Nullable String chamber;

    @Column(name = "session", updatable = false)
    private @Nullable String session;

    @Column(name = "introduced_on", updatable = false)
    private @Nullable LocalDate introducedOn;

    @Column(name = "passed_on")
    private @Nullable LocalDate passedOn;

    @Column(name = "enacted_on")
    private @Nullable LocalDate enactedOn;

    @Column(name = "session_law")
    private @Nullable String sessionLaw;

    @Column(name = "citation")
    private @Nullable String citation;

    @Column(name = "effective_on")
    private @Nullable LocalDate effectiveOn;

    @Column(name = "closed_on")
    private @Nullable LocalDate closedOn;

    @Column(name = "ended_on")
    private @Nullable LocalDate endedOn;

    @Column(name = "settled_on")
    private @Nullable LocalDate settledOn;

    protected Enactment() {}

    private Enactment(
            UUID id,
            UUID agreementId,
            String member,
            String kind,
            EnactmentState first,
            Instant recordedAt,
            String recordedBy) {
        super(id, agreementId, member, (Record) first, recordedAt, recordedBy);
        this.kind = kind;
    }

    /** A member that stands in the agreement since it was opened. */
    static Enactment founding(
            UUID id, UUID agreementId, String member, LocalDate effectiveOn, Instant recordedAt, String recordedBy) {
        EnactmentState stands = new EnactmentState.Effective(effectiveOn);
        Enactment enactment = new Enactment(id, agreementId, member, "FOUNDING", stands, recordedAt, recordedBy);
        enactment.enactedOn = effectiveOn;
        enactment.effectiveOn = effectiveOn;
        return enactment;
    }

    /** A member whose act of joining has the amended text already: what it takes, it takes by that act. */
    static Enactment included(
            UUID id, UUID agreementId, UUID amendmentId, Enactment joining, Instant recordedAt, String recordedBy) {
        Joined joined = joining.joined().orElseThrow(() -> new IllegalStateException("an act without effect"));
        EnactmentState stands = new EnactmentState.Effective(joined.effectiveOn());
        Enactment enactment =
                new Enactment(id, agreementId, joined.member(), "INCLUDED", stands, recordedAt, recordedBy);
        enactment.amendmentId = amendmentId;
        enactment.enactedOn = joined.boundOn();
        enactment.effectiveOn = joined.effectiveOn();
        enactment.sessionLaw = joining.sessionLaw;
        enactment.citation = joining.citation;
        return enactment;
    }

    static Enactment begin(
            UUID id,
            UUID agreementId,
            @Nullable UUID amendmentId,
            JoinAgreement command,
            Instant recordedAt,
            String recordedBy) {
        Enactment begun = begin(id, agreementId, command, recordedAt, recordedBy);
        begun.amendmentId = amendmentId;
        return begun;
    }

    private static Enactment begin(
            UUID id, UUID agreementId, JoinAgreement command, Instant recordedAt, String recordedBy) {
        return switch (command) {
            case JoinAgreement.Bill bill -> {
                EnactmentState first = new EnactmentState.Introduced(bill.introducedOn());
                Enactment enactment =
                        new Enactment(id, agreementId, bill.member(), "BILL", first, recordedAt, recordedBy);
                enactment.bill = bill.bill();
                enactment.chamber = bill.chamber();
                enactment.session = bill.session();
                enactment.introducedOn = bill.introducedOn();
                yield enactment;
            }
            case JoinAgreement.Signature signed -> {
                EnactmentState.Enacted first = new EnactmentState.Enacted(signed.signedOn());
                Enactment enactment =
                        new Enactment(id, agreementId, signed.member(), "SIGNATURE", first, recordedAt, recordedBy);
                enactment.bind(first, signed.authority(), signed.effectiveOn());
                yield enactment;
            }
            case JoinAgreement.OwnRule rule -> {
                EnactmentState.Enacted first = new EnactmentState.Enacted(rule.adoptedOn());
                Enactment enactment =
                        new Enactment(id, agreementId, rule.member(), "RULE", first, recordedAt, recordedBy);
                enactment.bind(first, rule.citation(), rule.effectiveOn());
                yield enactment;
            }
        };
    }

    private void bind(EnactmentState.Enacted done, String by, LocalDate takesEffectOn) {
        enactedOn = done.on();
        citation = by;
        become(done.takeEffect(takesEffectOn));
    }

    /** Takes the next step; the state refuses one that is out of order. */
    void take(EnactmentStep step) {
        switch (step) {
            case EnactmentStep.Passage passage -> {
                if (state() instanceof EnactmentState.Introduced now) {
                    become(now.pass(passage.on()));
                } else {
                    throw notNow("passed");
                }
            }
            case EnactmentStep.Law law -> {
                if (state() instanceof EnactmentState.Passed now) {
                    become(now.enact(law.on()));
                    sessionLaw = law.sessionLaw();
                    citation = law.citation();
                } else {
                    throw notNow("enacted");
                }
            }
            case EnactmentStep.Effect effect -> {
                if (state() instanceof EnactmentState.Enacted now) {
                    become(now.takeEffect(effect.on()));
                } else {
                    throw notNow("put into effect");
                }
            }
            case EnactmentStep.Failure failure ->
                become(
                        switch (state()) {
                            case EnactmentState.Introduced now -> now.fail(failure.on());
                            case EnactmentState.Passed now -> now.fail(failure.on());
                            case EnactmentState.Enacted now -> throw notNow("failed");
                            case EnactmentState.Effective now -> throw notNow("failed");
                            case EnactmentState.Ended now -> throw notNow("failed");
                            case EnactmentState.Failed now -> throw notNow("failed");
                            case EnactmentState.Vetoed now -> throw notNow("failed");
                        });
            case EnactmentStep.Veto veto -> {
                if (state() instanceof EnactmentState.Passed now) {
                    become(now.veto(veto.on()));
                } else {
                    throw notNow("vetoed");
                }
            }
        }
    }

    /** The member leaves, or is put out, on that day. */
    void end(LocalDate on) {
        if (state() instanceof EnactmentState.Effective now) {
            become(now.end(on));
        } else {
            throw notNow("ended");
        }
    }

    /** The members put it out on that day, be it about to leave or not. */
    void terminate(LocalDate on) {
        if (state() instanceof EnactmentState.Ended now) {
            become(now.endSooner(on));
        } else {
            end(on);
        }
    }

    /** The leaving is taken back. */
    void restore() {
        if (state() instanceof EnactmentState.Ended now) {
            become(now.restore());
        } else {
            throw notNow("restored");
        }
    }

    /** Nothing is owed any more from that day on. */
    void settle(LocalDate on) {
        if (state() instanceof EnactmentState.Ended now) {
            become(now.settle(on));
        } else {
            throw notNow("settled");
        }
    }

    EnactmentState state() {
        return switch (stateName()) {
            case "INTRODUCED" -> new EnactmentState.Introduced(known(introducedOn));
            case "PASSED" -> new EnactmentState.Passed(known(passedOn));
            case "ENACTED" -> new EnactmentState.Enacted(known(enactedOn));
            case "EFFECTIVE" -> new EnactmentState.Effective(known(effectiveOn));
            case "ENDED" -> new EnactmentState.Ended(known(effectiveOn), known(endedOn), settledOn);
            case "FAILED" -> new EnactmentState.Failed(known(closedOn));
            case "VETOED" -> new EnactmentState.Vetoed(known(closedOn));
            default -> throw new IllegalStateException("unknown state " + stateName());
        };
    }

    private void become(EnactmentState next) {
        switch (next) {
            case EnactmentState.Introduced now -> throw new IllegalStateException("a bill is introduced once");
            case EnactmentState.Passed now -> passedOn = now.on();
            case EnactmentState.Enacted now -> enactedOn = now.on();
            case EnactmentState.Effective now -> {
                effectiveOn = now.on();
                endedOn = null;
            }
            case EnactmentState.Ended now -> {
                endedOn = now.on();
                settledOn = now.settledOn();
            }
            case EnactmentState.Failed now -> closedOn = now.on();
            case EnactmentState.Vetoed now -> closedOn = now.on();
        }
        enter((Record) next);
    }

    /** Its dates, once it has an effect. */
    Optional<Joined> joined() {
        LocalDate bound = enactedOn;
        LocalDate effective = effectiveOn;
        return bound == null || effective == null
                ? Optional.empty()
                : Optional.of(new Joined(member(), bound, effective, endedOn, settledOn));
    }

    /** The amendment that it takes; empty for an act of joining. */
    Optional<UUID> amendmentId() {
        return Optional.ofNullable(amendmentId);
    }

    /** The act, once the member is bound by it; null while a bill is under way. */
    @Nullable
    LocalDate enactedOn() {
        return enactedOn;
    }

    /** Whether the member is bound by it, and nobody has said yet when that ends. */
    boolean binds() {
        return state() instanceof EnactmentState.Effective;
    }

    /** Whether the member is bound by it on that day or will be; one that is about to leave still is. */
    boolean bindsOn(LocalDate day) {
        return binds() || (state() instanceof EnactmentState.Ended now && day.isBefore(now.on()));
    }

    /** Whether it ends on that day. */
    boolean endsOn(LocalDate day) {
        return day.equals(endedOn);
    }

    EnactmentView view() {
        return new EnactmentView(
                id(),
                agreementId(),
                member(),
                amendmentId,
                kind,
                stateName(),
                bill,
                chamber,
                session,
                introducedOn,
                passedOn,
                enactedOn,
                sessionLaw,
                citation,
                effectiveOn,
                closedOn,
                endedOn,
                settledOn,
                version());
    }

    private ProblemException notNow(String step) {
        return new ProblemException(
                EnactmentProblem.ENACTMENT_NOT_IN_THIS_STATE,
                "The act of " + member() + " is " + stateName() + " and cannot be " + step + " now.");
    }
}
