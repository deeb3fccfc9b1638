package org.concord.compact.reciprocity;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.concord.compact.Moments;
import org.concord.compact.agreement.AgreementRegister.AgreementFacts;
import org.concord.kit.access.Access;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.concord.kit.time.Ids;
import org.concord.kit.time.Zones;
import org.jspecify.annotations.Nullable;

/** Registers and revises recognitions. Callers bring the transaction. */
@ApplicationScoped
class RecognitionDesk {

    /** Far more than a law is amended. */
    private static final int MOST_REVISIONS = 200;

    private final Recognitions recognitions;
    private final Ids ids;
    private final Clock clock;

    RecognitionDesk(Recognitions recognitions, Ids ids, Clock clock) {
        this.recognitions = recognitions;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Registers a member's recognition.
     *
     * @param agreement the agreement named, where one is
     * @throws ProblemException {@code validation-failed}, {@code not-in-standing}, {@code recognition-overlaps}
     */
    RecognitionView register(
            RegisterRecognition command, String member, @Nullable AgreementFacts agreement, String subject) {
        requireSound(command, member);
        Instant now = Moments.now(clock);
        if (agreement != null) {
            requireStanding(agreement, member, now);
            requireStanding(agreement, command.recognised(), now);
        }
        recognitions.lockBook(member);
        RecognitionView view = new RecognitionView(
                ids.next(),
                1,
                member,
                command.recognised(),
                command.kind(),
                command.subject(),
                command.agreementId(),
                command.terms(),
                null,
                Moments.now(clock));
        keep(view, subject);
        return view;
    }

    /**
     * Registers a revision.
     *
     * @throws ProblemException {@code validation-failed}, {@code recognition-overlaps},
     *     {@code too-many-revisions-of-recognition}
     */
    RecognitionView revise(UUID id, String member, ReviseRecognition command, String subject) {
        requireSound(command.terms());
        recognitions.lockBook(member);
        RecognitionView current = recognitions.current(id).orElseThrow(Access::notFound);
        if (current.revision() >= MOST_REVISIONS) {
            throw new ProblemException(
                    ReciprocityProblem.TOO_MANY_REVISIONS_OF_RECOGNITION,
                    "At most " + MOST_REVISIONS + " are kept; end it and register another.");
        }
        RecognitionView revised = current.revised(command.terms(), command.reasons(), Moments.now(clock));
        keep(revised, subject);
        return revised;
    }

    private void keep(RecognitionView view, String subject) {
        recognitions.standing(view.member(), view.recognised(), view.kind(), view.subject()).stream()
                .filter(other -> !other.id().equals(view.id()) && other.terms().overlaps(view.terms()))
                .findFirst()
                .ifPresent(other -> {
                    throw new ProblemException(
                                    ReciprocityProblem.RECOGNITION_OVERLAPS,
                                    "One stands from " + other.terms().effectiveOn() + "; revise or end that.")
                            .with("recognitionId", other.id());
                });
        recognitions.persistAndFlush(new Recognition(ids.next(), view, subject));
    }

    private static void requireSound(RegisterRecognition command, String member) {
        List<Violation> faults = new ArrayList<>();
        if (!Zones.isJurisdiction(command.recognised())) {
            faults.add(Violation.at("/recognised", "unknown-jurisdiction", "no jurisdiction has this USPS code"));
        } else if (command.recognised().equals(member)) {
            faults.add(Violation.at("/recognised", "own", "a member recognises what is another's"));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(KitProblem.VALIDATION_FAILED, "The recognition has faults.", faults);
        }
        requireSound(command.terms());
    }

    private static void requireSound(RecognitionTerms terms) {
        if (terms.endsOn() != null && !terms.endsOn().isAfter(terms.effectiveOn())) {
            throw new ProblemException(
                    KitProblem.VALIDATION_FAILED,
                    "The terms do not fit together.",
                    List.of(Violation.at("/terms/endsOn", "not-after-effective", "must be later than effectiveOn")));
        }
    }

    private static void requireStanding(AgreementFacts agreement, String member, Instant now) {
        if (!agreement.inStanding(now).contains(member)) {
            throw new ProblemException(
                    KitProblem.NOT_IN_STANDING, member + " has no standing in " + agreement.code() + " today.");
        }
    }
}
