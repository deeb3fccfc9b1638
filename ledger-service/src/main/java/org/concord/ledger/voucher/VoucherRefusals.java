package org.concord.ledger.voucher;

import java.util.Arrays;
import java.util.List;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.Problem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.concord.ledger.book.Outcome;
import org.concord.ledger.book.PostingProblem;
import org.concord.ledger.book.Proposal;

/** Refusals of the book as they leave: the first time, and again, when only their words were kept. */
final class VoucherRefusals {

    private VoucherRefusals() {}

    static Problem problem(Outcome.Refused refused) {
        Proposal.Refusal refusal = refused.refusal();
        if (refusal != null) {
            return refusal.problem();
        }
        return Arrays.stream(PostingProblem.values())
                .filter(each -> each.slug().equals(refused.reason()))
                .map(Problem.class::cast)
                .findFirst()
                .orElse(KitProblem.VALIDATION_FAILED);
    }

    /** @param at what stands before the refusal's own pointer */
    static ProblemException of(Outcome.Refused refused, String at) {
        String pointer = refused.pointer();
        List<Violation> errors = pointer == null && at.isEmpty()
                ? List.of()
                : List.of(Violation.at(at + (pointer == null ? "" : pointer), refused.reason(), refused.detail()));
        ProblemException problem = new ProblemException(problem(refused), refused.detail(), errors);
        Long shortCents = refused.shortCents();
        if (shortCents != null) {
            problem.with("shortCents", shortCents);
        }
        return problem;
    }
}
