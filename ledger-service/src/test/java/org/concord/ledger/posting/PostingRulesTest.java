package org.concord.ledger.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concord.ledger.posting.Facts.FUND;
import static org.concord.ledger.posting.Facts.ON;
import static org.concord.ledger.posting.Facts.YEAR;

import java.util.List;
import java.util.UUID;
import org.concord.ledger.book.AccountKey;
import org.concord.ledger.book.Command;
import org.concord.ledger.book.Decision;
import org.concord.ledger.book.Encumbrance;
import org.concord.ledger.book.Entry;
import org.concord.ledger.book.Line;
import org.concord.ledger.book.Part;
import org.concord.ledger.book.PostingProblem;
import org.concord.ledger.book.Proposal;
import org.concord.ledger.book.Purpose;
import org.concord.ledger.book.Unit;
import org.junit.jupiter.api.Test;

/** The worked figures of Maryland, line by line, and what refuses. */
class PostingRulesTest {

    private static final UUID ORDER = new UUID(9, 1);
    private static final UUID SECOND = new UUID(9, 2);
    private static final Unit MMR = Unit.doses("03");

    private final Facts.Desk desk = new Facts.Desk();

    private static String written(Line line) {
        Part part = line.part();
        return line.account().holder() + " " + line.account().purpose() + (part == null ? "" : " (" + part.code() + ")")
                + " " + line.account().unit().code() + " " + line.side() + " " + line.amount();
    }

    private static List<String> written(Entry entry) {
        return entry.lines().stream().map(PostingRulesTest::written).toList();
    }

    private static Proposal.Refusal refusal(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused) decision).refusal();
    }

    @Test
    void anAppropriationIsAuthorityAndNotYetMoneyToSpend() {
        Entry entry = desk.post(new BusinessEvent.AppropriationCertified("MD", FUND, YEAR, 80_000_000, "APPR-1", ON));

        assertThat(written(entry))
                .containsExactly("MD AUTHORITY USD DEBIT 80000000", "MD UNALLOTTED USD CREDIT 80000000");
        assertThat(entry.lines()).allSatisfy(line -> {
            assertThat(line.account().fund()).isEqualTo("GEN");
            assertThat(line.account().year()).isEqualTo(2026);
            assertThat(line.document()).isEqualTo("APPR-1");
        });
    }

    @Test
    void anAllotmentFreesTheAppropriation() {
        desk.post(new BusinessEvent.AppropriationCertified("MD", FUND, YEAR, 80_000_000, "APPR-1", ON));

        assertThat(written(desk.post(new BusinessEvent.AllotmentMade("MD", FUND, YEAR, 80_000_000, "ALLOT-1", ON))))
                .containsExactly("MD UNALLOTTED USD DEBIT 80000000", "MD AVAILABLE USD CREDIT 80000000");
    }

    @Test
    void moreThanWasAppropriatedCannotBeAllotted() {
        desk.post(new BusinessEvent.AppropriationCertified("MD", FUND, YEAR, 100, "APPR-1", ON));

        Proposal.Refusal refusal =
                refusal(desk.decide(new BusinessEvent.AllotmentMade("MD", FUND, YEAR, 101, "ALLOT-1", ON)));

        assertThat(refusal.problem()).isEqualTo(PostingProblem.AUTHORITY_INSUFFICIENT);
        assertThat(refusal.shortCents()).isEqualTo(1);
    }

    @Test
    void anAwardMakesDosesToAllocateAndACeilingOfItsGoods() {
        assertThat(written(desk.post(new BusinessEvent.Awarded(desk.award, MMR, 542_470, 1_215_132_800, ON))))
                .containsExactly(
                        "AGREEMENT AWARD_AVAILABLE CVX-03 DEBIT 542470",
                        "AGREEMENT AWARD_CONTROL CVX-03 CREDIT 542470",
                        "AGREEMENT CEILING_LIMIT USD DEBIT 1215132800",
                        "AGREEMENT CEILING_AVAILABLE USD CREDIT 1215132800");
    }

    @Test
    void anAllocationMovesDosesFromTheAwardToTheMember() {
        desk.post(new BusinessEvent.Awarded(desk.award, MMR, 542_470, 1_215_132_800, ON));

        assertThat(written(desk.post(new BusinessEvent.Allocated(desk.award, MMR, "MD", 24_710, ON))))
                .containsExactly(
                        "AGREEMENT ALLOCATED_OUT CVX-03 DEBIT 24710",
                        "AGREEMENT AWARD_AVAILABLE CVX-03 CREDIT 24710",
                        "MD ALLOCATED CVX-03 DEBIT 24710",
                        "MD SHARE_CONTROL CVX-03 CREDIT 24710");
    }

    @Test
    void moreThanWasAwardedCannotBeAllocated() {
        desk.post(new BusinessEvent.Awarded(desk.award, MMR, 10, 100, ON));

        assertThat(refusal(desk.decide(new BusinessEvent.Allocated(desk.award, MMR, "MD", 11, ON)))
                        .problem())
                .isEqualTo(PostingProblem.AWARD_EXCEEDED);
    }

    @Test
    void aRequisitionReservesTheCeilingPriceWithFeesAndThePerCapitaShare() {
        desk.award();
        desk.appropriate("MD", 80_000_000);

        assertThat(written(desk.post(desk.requisition(ORDER, "MD", 24_710))))
                .containsExactly(
                        "MD AVAILABLE USD DEBIT 62972796", "MD PRE_ENCUMBERED (requisition) USD CREDIT 62972796");
        assertThat(budget(Purpose.AVAILABLE)).isEqualTo(17_027_204);
    }

    @Test
    void anOrderIsOneEntryOverBudgetShareAndCeiling() {
        desk.award();
        desk.appropriate("MD", 80_000_000);
        desk.post(desk.requisition(ORDER, "MD", 24_710));

        Entry entry = desk.post(desk.order(ORDER, "MD", 24_710));

        assertThat(written(entry))
                .containsExactly(
                        "MD PRE_ENCUMBERED (requisition) USD DEBIT 62972796",
                        "MD ENCUMBERED (goods) USD CREDIT 55350400",
                        "MD ENCUMBERED (ops) USD CREDIT 332102",
                        "MD ENCUMBERED (cap) USD CREDIT 221402",
                        "MD ENCUMBERED (shared) USD CREDIT 1058875",
                        "MD AVAILABLE USD CREDIT 6010017",
                        "MD ON_ORDER CVX-03 DEBIT 24710",
                        "MD ALLOCATED CVX-03 CREDIT 24710",
                        "AGREEMENT CEILING_AVAILABLE USD DEBIT 55350400",
                        "AGREEMENT CEILING_USED USD CREDIT 55350400");
        assertThat(budget(Purpose.ENCUMBERED)).isEqualTo(56_962_779);
        assertThat(budget(Purpose.AVAILABLE)).isEqualTo(23_037_221);
        assertThat(budget(Purpose.PRE_ENCUMBERED)).isZero();
    }

    @Test
    void theLinesOfAnOrderSayWhatTheyAreFor() {
        desk.award();
        desk.appropriate("MD", 80_000_000);
        desk.post(desk.requisition(ORDER, "MD", 24_710));

        List<Line> lines = desk.post(desk.order(ORDER, "MD", 24_710)).lines();

        assertThat(lines).allSatisfy(line -> {
            assertThat(line.order()).isEqualTo(ORDER);
            assertThat(line.award()).isEqualTo(desk.award);
            assertThat(line.document()).isEqualTo("PO-1");
        });
        assertThat(lines.get(1).counterparty()).isEqualTo("ALPHA");
        assertThat(lines.get(1).object()).isEqualTo("VACCINE");
        assertThat(lines.get(2).counterparty()).isEqualTo("COMM/OPS");
        assertThat(lines.get(3).counterparty()).isEqualTo("COMM/CAP");
    }

    @Test
    void everyMembersOrderComesToItsCharge() {
        desk.award();
        desk.run.members().forEach((member, part) -> {
            desk.appropriate(member, 10_000_000_000L);
            UUID order = new UUID(10, member.hashCode());
            desk.post(desk.requisition(order, member, part.charge().doses()));
            desk.post(desk.order(order, member, part.charge().doses()));
            assertThat(desk.net(AccountKey.budget(member, FUND, YEAR, Purpose.ENCUMBERED)))
                    .isEqualTo(part.charge().totalCents());
        });
        assertThat(desk.net(AccountKey.control(Purpose.CEILING_AVAILABLE))).isZero();
        assertThat(desk.net(AccountKey.control(Purpose.CEILING_USED))).isEqualTo(1_215_132_800);
    }

    @Test
    void aRequisitionBeyondTheAppropriationIsRefusedWithTheFiguresAndMovesNothing() {
        desk.award();
        desk.appropriate("MD", 62_972_795);
        long seq = desk.book.seq();

        Proposal.Refusal refusal = refusal(desk.decide(desk.requisition(ORDER, "MD", 24_710)));

        assertThat(refusal.problem()).isEqualTo(PostingProblem.APPROPRIATION_INSUFFICIENT);
        assertThat(refusal.shortCents()).isEqualTo(1);
        assertThat(refusal.detail()).contains("629,727.95").contains("629,727.96");
        assertThat(refusal.mayResolve()).isFalse();
        assertThat(desk.book.seq()).isEqualTo(seq);
        assertThat(budget(Purpose.AVAILABLE)).isEqualTo(62_972_795);
        assertThat(desk.book.encumbrance(ORDER, Part.REQUISITION)).isEmpty();
    }

    @Test
    void aMissingAppropriationMayStillArrive() {
        desk.award();

        Proposal.Refusal refusal = refusal(desk.decide(desk.requisition(ORDER, "MD", 24_710)));

        assertThat(refusal.problem()).isEqualTo(PostingProblem.APPROPRIATION_INSUFFICIENT);
        assertThat(refusal.mayResolve()).isTrue();
    }

    @Test
    void anOrderWithoutItsRequisitionIsRefused() {
        desk.award();
        desk.appropriate("MD", 80_000_000);

        assertThat(refusal(desk.decide(desk.order(ORDER, "MD", 24_710))).problem())
                .isEqualTo(PostingProblem.REQUISITION_ABSENT);
    }

    @Test
    void anOrderOtherThanItsRequisitionIsRefused() {
        desk.award();
        desk.appropriate("MD", 80_000_000);
        desk.post(desk.requisition(ORDER, "MD", 20_000));

        assertThat(refusal(desk.decide(desk.order(ORDER, "MD", 20_010))).problem())
                .isEqualTo(PostingProblem.ORDER_DIFFERS);
        assertThat(refusal(desk.decide(new BusinessEvent.Ordered(
                                ORDER, desk.share("MD"), "SPECIAL", YEAR, 20_000, "PO-1", ON)))
                        .problem())
                .isEqualTo(PostingProblem.ORDER_DIFFERS);
    }

    @Test
    void moreThanTheShareCannotBeRequisitioned() {
        desk.award();
        desk.appropriate("MD", 80_000_000);

        assertThat(refusal(desk.decide(desk.requisition(ORDER, "MD", 24_711))).problem())
                .isEqualTo(PostingProblem.SHARE_EXCEEDED);
    }

    @Test
    void twoRequisitionsOfTheSameDosesCannotBothBecomeOrders() {
        desk.award();
        desk.appropriate("MD", 800_000_000);
        desk.post(desk.requisition(ORDER, "MD", 24_710));
        desk.post(desk.requisition(SECOND, "MD", 24_710));
        desk.post(desk.order(ORDER, "MD", 24_710));

        assertThat(refusal(desk.decide(desk.order(SECOND, "MD", 24_710))).problem())
                .isEqualTo(PostingProblem.SHARE_EXCEEDED);
    }

    @Test
    void anOrderThatCostsMoreThanItsRequisitionTakesTheRestFromWhatIsFree() {
        desk.award();
        desk.appropriate("MD", 80_000_000);
        // The first requisition carries the shared cost, but the second order comes first: it carries it then.
        desk.post(desk.requisition(ORDER, "MD", 24_700));
        desk.post(desk.requisition(SECOND, "MD", 10));
        long reserved =
                desk.book.encumbrance(SECOND, Part.REQUISITION).orElseThrow().remaining();

        Entry entry = desk.post(desk.order(SECOND, "MD", 10));

        assertThat(reserved).isEqualTo(10 * 2480 + 248);
        assertThat(written(entry)).contains("MD AVAILABLE USD DEBIT " + (10 * 2240 + 134 + 90 + 1_058_875 - reserved));
    }

    @Test
    void anOrderThatCostsMoreThanIsFreeIsRefusedAndItsRequisitionStands() {
        desk.award();
        long firstReserves = 24_700L * 2480 + 612_560 + 1_079_188;
        desk.appropriate("MD", firstReserves + 10 * 2480 + 248);
        desk.post(desk.requisition(ORDER, "MD", 24_700));
        desk.post(desk.requisition(SECOND, "MD", 10));

        assertThat(refusal(desk.decide(desk.order(SECOND, "MD", 10))).problem())
                .isEqualTo(PostingProblem.APPROPRIATION_INSUFFICIENT);
        assertThat(desk.book.encumbrance(SECOND, Part.REQUISITION).orElseThrow().remaining())
                .isEqualTo(10 * 2480 + 248);
    }

    @Test
    void severalOrdersOfOneMemberComeToItsChargeToTheCent() {
        desk.award();
        desk.appropriate("MD", 80_000_000);
        long[] quantities = {10, 14_810, 330, 9_560};
        for (int i = 0; i < quantities.length; i++) {
            UUID order = new UUID(11, i);
            desk.post(desk.requisition(order, "MD", quantities[i]));
            desk.post(desk.order(order, "MD", quantities[i]));
        }

        List<Encumbrance> bound = desk.book.encumbrances(desk.award, "MD");
        assertThat(sum(bound, Part.GOODS)).isEqualTo(55_350_400);
        assertThat(sum(bound, Part.OPS)).isEqualTo(332_102);
        assertThat(sum(bound, Part.CAP)).isEqualTo(221_402);
        assertThat(sum(bound, Part.SHARED)).isEqualTo(1_058_875);
        assertThat(bound.stream().filter(each -> each.part() == Part.SHARED)).hasSize(1);
        assertThat(budget(Purpose.ENCUMBERED)).isEqualTo(56_962_779);
        assertThat(budget(Purpose.AVAILABLE)).isEqualTo(23_037_221);
        assertThat(budget(Purpose.PRE_ENCUMBERED)).isZero();
    }

    @Test
    void aReleaseGivesBackWhatTheRequisitionReserved() {
        desk.award();
        desk.appropriate("MD", 80_000_000);
        desk.post(desk.requisition(ORDER, "MD", 24_710));

        assertThat(written(desk.post(new BusinessEvent.RequisitionReleased(ORDER, ON))))
                .containsExactly(
                        "MD PRE_ENCUMBERED (requisition) USD DEBIT 62972796", "MD AVAILABLE USD CREDIT 62972796");
        assertThat(budget(Purpose.AVAILABLE)).isEqualTo(80_000_000);
    }

    @Test
    void nothingIsReleasedTwiceNorAfterTheOrder() {
        desk.award();
        desk.appropriate("MD", 80_000_000);
        desk.post(desk.requisition(ORDER, "MD", 10));
        desk.post(desk.order(ORDER, "MD", 10));

        assertThat(refusal(desk.decide(new BusinessEvent.RequisitionReleased(ORDER, ON)))
                        .problem())
                .isEqualTo(PostingProblem.REQUISITION_ABSENT);
    }

    @Test
    void afterAReleaseTheNextRequisitionCarriesTheSharedCostAgain() {
        desk.award();
        desk.appropriate("MD", 80_000_000);
        desk.post(desk.requisition(ORDER, "MD", 24_710));
        desk.post(new BusinessEvent.RequisitionReleased(ORDER, ON));

        desk.post(desk.requisition(SECOND, "MD", 24_710));

        assertThat(budget(Purpose.PRE_ENCUMBERED)).isEqualTo(62_972_796);
    }

    @Test
    void aCommandIsTheSameAgainByItsSourceAndRule() {
        Command requisition = desk.requisition(ORDER, "MD", 24_710);

        assertThat(requisition.key())
                .isEqualTo(desk.requisition(ORDER, "MD", 10).key());
        assertThat(requisition.key())
                .isNotEqualTo(desk.order(ORDER, "MD", 24_710).key());
        assertThat(requisition.content())
                .isNotEqualTo(desk.requisition(ORDER, "MD", 10).content());
    }

    @Test
    void aDocumentMayBeSentAgainAfterARefusalAndAnOrderMayNot() {
        assertThat(new BusinessEvent.AllotmentMade("MD", FUND, YEAR, 1, "D", ON).refusalIsFinal())
                .isFalse();
        assertThat(desk.order(ORDER, "MD", 1).refusalIsFinal()).isTrue();
    }

    private static long sum(List<Encumbrance> bound, Part part) {
        return bound.stream()
                .filter(each -> each.part() == part)
                .mapToLong(Encumbrance::original)
                .sum();
    }

    private long budget(Purpose purpose) {
        return desk.net(AccountKey.budget("MD", FUND, YEAR, purpose));
    }
}
