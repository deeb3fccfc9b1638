package org.concord.ledger.charge;

import java.util.List;
import java.util.UUID;

/**
 * What an award costs each member, with the formulas and their inputs, so that anyone can replay it. Amounts in US
 * cents, goods in doses.
 *
 * @param seq the record of the book that holds the run
 */
public record ChargesView(
        UUID awardId,
        UUID roundId,
        long doses,
        long goodsCents,
        List<MemberCharge> members,
        long totalCents,
        String sharedCostFormula,
        List<String> formulas,
        Inputs inputs,
        long seq) {

    /** What decided the result. */
    public record Inputs(
            String operationsFee,
            String capitalFee,
            long sharedCostCents,
            String sharedCostFormula,
            long requisitionCeilingUnitCents,
            String requisitionSharedCostFormula,
            List<MemberInput> members) {}

    /** One member's figures that the formulas go by. */
    public record MemberInput(String member, long population, long doses, long goodsCents) {}

    static ChargesView of(ChargeRun run, long seq) {
        List<MemberCharge> members = run.members().entrySet().stream()
                .map(member ->
                        MemberCharge.of(member.getKey(), member.getValue().charge()))
                .toList();
        return new ChargesView(
                run.award(),
                run.round(),
                run.doses(),
                run.goodsCents(),
                members,
                members.stream().mapToLong(MemberCharge::totalCents).sum(),
                run.formula().sharedCostFormula().name(),
                run.formulas(),
                inputs(run),
                seq);
    }

    private static Inputs inputs(ChargeRun run) {
        return new Inputs(
                run.formula().operations().toString(),
                run.formula().capital().toString(),
                run.formula().sharedCostCents(),
                run.formula().sharedCostFormula().name(),
                run.ceilingUnitCents(),
                run.requisitionFormula().name(),
                run.members().entrySet().stream()
                        .map(member -> new MemberInput(
                                member.getKey(),
                                member.getValue().population(),
                                member.getValue().charge().doses(),
                                member.getValue().charge().goodsCents()))
                        .toList());
    }
}
