package org.concord.ledger.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.concord.ledger.posting.Facts.FUND;
import static org.concord.ledger.posting.Facts.ON;
import static org.concord.ledger.posting.Facts.YEAR;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.concord.ledger.book.AccountKey;
import org.concord.ledger.book.Command;
import org.concord.ledger.book.Decision;
import org.concord.ledger.book.Entry;
import org.concord.ledger.book.Part;
import org.concord.ledger.book.Purpose;
import org.concord.ledger.charge.AwardMade;
import org.concord.ledger.charge.ChargeRun;
import org.concord.ledger.charge.MemberShare;
import org.concord.ledger.posting.ReceiptEvent.Decided;
import org.concord.ledger.posting.ReceiptEvent.Received;
import org.concord.verifier.formula.OrderFees;
import org.concord.verifier.formula.Percent;
import org.concord.verifier.json.CanonicalJson;
import org.concord.verifier.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A unit price that does not come out in cents, and orders cut, changed, rejected and credited in any way. */
class OddPricesTest {

    private static final long DOSES = 7_919;
    private static final UUID AWARD = new UUID(7, 3);

    private final Facts.Desk desk = new Facts.Desk();
    private final LawsOfTheBook laws = new LawsOfTheBook();

    private void post(Command command) {
        laws.take(desk.post(command));
    }

    private MemberShare awarded(long goodsCents) {
        ChargeRun run = ChargeRun.of(new AwardMade(
                AWARD,
                new UUID(1, 2),
                desk.agreement,
                "WA",
                new AwardMade.Item("03"),
                "ALPHA",
                DOSES,
                goodsCents,
                List.of(new AwardMade.Member("MD", 6_177_224, DOSES, goodsCents)),
                new AwardMade.Fees("0.61%", "0.37%"),
                1_001,
                "PER_CAPITA",
                new AwardMade.Requisition(3_000, "PER_CAPITA"),
                ON));
        post(new BusinessEvent.Awarded(AWARD, run.item(), DOSES, goodsCents, ON));
        post(new BusinessEvent.Allocated(AWARD, run.item(), "MD", DOSES, ON));
        post(new BusinessEvent.AppropriationCertified("MD", FUND, YEAR, 80_000_000, "A", ON));
        post(new BusinessEvent.AllotmentMade("MD", FUND, YEAR, 80_000_000, "B", ON));
        return run.share("MD").orElseThrow();
    }

    private List<Long> cut(Random random, long doses) {
        List<Long> pieces = new ArrayList<>();
        for (long left = doses; left > 0; ) {
            long piece = Math.min(left, 1 + random.nextLong(900));
            pieces.add(piece);
            left -= piece;
        }
        Collections.shuffle(pieces, random);
        return pieces;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void nothingIsLeftOverOfAnOrderWhenAllOfItIsReceivedAndBilled(int seed) {
        Random random = new Random(seed);
        long goodsCents = DOSES * 2_000 + random.nextLong(400_000);
        MemberShare share = awarded(goodsCents);
        UUID order = new UUID(9, seed);
        post(new BusinessEvent.Requisitioned(order, share, FUND, YEAR, DOSES, ON));
        post(new BusinessEvent.Ordered(order, share, FUND, YEAR, DOSES, "PO-1", ON));
        int id = 0;
        long change = 1 + random.nextLong(500);
        post(new OrderEvent.Changed("C-" + id++, order, share, -change, null, ON));
        if (seed % 2 == 0) {
            post(new OrderEvent.Changed("C-" + id++, order, share, change, null, ON));
            assertThat(desk.book.encumbrance(order, Part.GOODS).orElseThrow().original())
                    .isCloseTo(goodsCents, within(1L));
        }
        long ordered = desk.book.encumbrance(order, Part.GOODS).orElseThrow().doses();
        long rejected = seed % 3 == 0 ? 0 : 1 + random.nextLong(300);
        for (long piece : cut(random, ordered - rejected)) {
            post(new Received("R-" + id++, Decided.ACCEPTED, order, share, piece, null, ON));
            laws.reconciliation();
        }
        if (rejected > 0) {
            post(new Received("R-" + id++, Decided.REJECTED, order, share, rejected, null, ON));
        }
        List<Long> bills = cut(random, ordered);
        bills.sort(null);
        for (int i = 0; i < bills.size(); i++) {
            // The largest comes last, and with it what was refused.
            long refused = i == bills.size() - 1 ? rejected : 0;
            post(new BillEvent.Billed("B-" + id++, order, share, bills.get(i), refused, null, ON));
            laws.reconciliation();
        }
        if (rejected > 0) {
            post(new BillEvent.Credited("M-" + id++, order, share, rejected, false, true, null, ON));
            laws.reconciliation();
        }

        for (Part part : List.of(Part.GOODS, Part.OPS, Part.CAP, Part.SHARED)) {
            assertThat(desk.book.encumbrance(order, part).orElseThrow().remaining())
                    .as("%s", part)
                    .isZero();
        }
        assertThat(laws.net(AccountKey.actual("MD", FUND, Purpose.RECEIVED_NOT_BILLED, null)))
                .isZero();
        assertThat(laws.net(AccountKey.goods(share.item(), "MD", Purpose.ON_ORDER)))
                .isZero();
        assertThat(laws.net(AccountKey.goods(share.item(), "MD", Purpose.REJECTED)))
                .isZero();
        assertThat(laws.net(AccountKey.goods(share.item(), "MD", Purpose.ON_HAND)))
                .isEqualTo(ordered - rejected);
        assertThat(laws.net(AccountKey.actual("MD", FUND, Purpose.CLAIM_ON_SUPPLIER, null)))
                .isZero();
    }

    @Test
    void whoReadsTheRunOfAChangeComesToItsResult() {
        MemberShare share = awarded(DOSES * 2_000 + 77);
        UUID order = new UUID(9, 98);
        post(new BusinessEvent.Requisitioned(order, share, FUND, YEAR, DOSES, ON));
        post(new BusinessEvent.Ordered(order, share, FUND, YEAR, DOSES, "PO-9", ON));
        var cancelled = new OrderEvent.Cancelled("C-1", order, share, 1_234, null, ON);

        Decision.Accepted noted = (Decision.Accepted) desk.decide(new Worked(cancelled));

        Json.Obj run = (Json.Obj) CanonicalJson.read(noted.records().getFirst().body());
        Json.Obj inputs = (Json.Obj) run.get("inputs");
        long before = inputs.integer("goodsCents");
        long goods = OrderFees.goodsAfterChange(before, inputs.integer("doses"), inputs.integer("change"));
        long operations = OrderFees.ofChange(
                Percent.parse(inputs.text("operationsFee")), before, goods, inputs.integer("operationsFeeLeftCents"));
        long capital = OrderFees.ofChange(
                Percent.parse(inputs.text("capitalFee")), before, goods, inputs.integer("capitalFeeLeftCents"));
        assertThat(run.array("result").stream()
                        .map(each -> ((Json.Obj) each).integer("cents"))
                        .toList())
                .containsExactly(before - goods, -operations, -capital);
        Entry entry = desk.post(cancelled);
        assertThat(entry.lines().getFirst().amount()).isEqualTo(before - goods);
    }
}
