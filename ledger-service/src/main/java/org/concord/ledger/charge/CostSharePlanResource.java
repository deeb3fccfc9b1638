package org.concord.ledger.charge;

import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.TreeMap;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.concord.verifier.formula.CostShare;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What-if over the cost share formulas: the code that decides, open to everyone, storing nothing. */
@Path("/api/v1/cost-share-plans")
@Tag(name = "what-if", description = "Open to everyone; stores nothing and needs no key")
public class CostSharePlanResource {

    /** How the cost would be shared. */
    @POST
    @Operation(summary = "How a cost would be shared")
    public CostSharePlan plan(@Valid PlanCostShare asked) {
        CostShare formula = formula(asked.formula());
        TreeMap<String, CostShare.Basis> members = new TreeMap<>();
        for (int i = 0; i < asked.members().size(); i++) {
            PlanCostShare.Member member = asked.members().get(i);
            if (members.put(member.member(), new CostShare.Basis(member.population(), member.doses())) != null) {
                throw new ProblemException(
                        CostShareProblem.COST_SHARE_MEMBER_TWICE,
                        member.member() + " is named twice.",
                        List.of(Violation.at("/members/" + i + "/member", "duplicate", "named before")));
            }
        }
        try {
            List<CostSharePlan.Share> shares = formula.split(asked.totalCents(), members).entrySet().stream()
                    .map(share -> new CostSharePlan.Share(share.getKey(), share.getValue()))
                    .toList();
            return new CostSharePlan(asked.totalCents(), formula.name(), formula.formula(), shares);
        } catch (IllegalArgumentException nobodyCarries) {
            throw new ProblemException(
                    CostShareProblem.COST_SHARE_IMPOSSIBLE, String.valueOf(nobodyCarries.getMessage()));
        }
    }

    private static CostShare formula(String name) {
        try {
            return CostShare.named(name);
        } catch (IllegalArgumentException unknown) {
            throw new ProblemException(
                    CostShareProblem.COST_SHARE_FORMULA_UNKNOWN,
                    "Known are PER_CAPITA, BY_VOLUME, EQUAL, HALF_POPULATION_HALF_VOLUME and other halves and blends.",
                    List.of(Violation.at("/formula", "unknown", "no formula of this name")));
        }
    }
}
