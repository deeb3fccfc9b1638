package org.concord.ledger.keeping;

import java.util.Arrays;
import java.util.List;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.Problem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.concord.ledger.book.Outcome;
import org.concord.ledger.book.PostingProblem;
import org.concord.ledger.book.Proposal;

/** What the lane answered, as it leaves. */
final class Answers {

    private Answers() {}

    /** Where in the book something stands. */
    record Recorded(long seq) {}

    /** The record that a command became; refuses with the book's own refusal. */
    static Recorded recorded(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Posted posted -> new Recorded(posted.seq());
            case Outcome.Noted noted -> new Recorded(noted.seq());
            case Outcome.Refused refused -> throw refusal(refused);
            case Outcome.Withdrawn _ -> throw new IllegalStateException("a command alone is not withdrawn");
        };
    }

    private static ProblemException refusal(Outcome.Refused refused) {
        String pointer = refused.pointer();
        ProblemException problem = new ProblemException(
                problem(refused),
                refused.detail(),
                pointer == null ? List.of() : List.of(Violation.at(pointer, refused.reason(), refused.detail())));
        Long shortCents = refused.shortCents();
        return shortCents == null ? problem : problem.with("shortCents", shortCents);
    }

    private static Problem problem(Outcome.Refused refused) {
        Proposal.Refusal refusal = refused.refusal();
        return refusal != null
                ? refusal.problem()
                : Arrays.stream(PostingProblem.values())
                        .filter(each -> each.slug().equals(refused.reason()))
                        .map(Problem.class::cast)
                        .findFirst()
                        .orElse(KitProblem.VALIDATION_FAILED);
    }
}
