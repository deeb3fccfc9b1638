package org.concord.acceptance.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Requisitions as member-service publishes them: the path from Kafka through the inbox to the lane. */
final class Orders {

    private static final String FUND = "GEN";
    private static final int YEAR = 2026;
    private static final int UNIT_CENTS = 2_240;
    private static final int CEILING_CENTS = 2_480;

    private final LedgerGround ground;
    private final BenchBooks books;
    private final Events events;

    Orders(LedgerGround ground, BenchBooks books) {
        this.ground = ground;
        this.books = books;
        this.events = new Events(ground.kafka());
    }

    /** Publishes so many, and counts those that were posted within the time. */
    Figures run(int orders, Duration atMost) {
        UUID book = books.openEmpty();
        long doses = 10L * orders;
        appropriate(book, "appropriations", 2 * doses * CEILING_CENTS);
        appropriate(book, "allotments", 2 * doses * CEILING_CENTS);
        UUID award = award(book, doses);
        Map<UUID, Map<String, Object>> requisitions = new HashMap<>();
        for (int i = 0; i < orders; i++) {
            UUID order = UUID.randomUUID();
            requisitions.put(
                    order,
                    Map.of(
                            "orderId", order,
                            "agreementId", book,
                            "awardId", award,
                            "member", Chart.MEMBER,
                            "fund", FUND,
                            "appropriationYear", YEAR,
                            "doses", 10,
                            "requestedBy", UUID.randomUUID().toString(),
                            "submittedAt", Instant.now().toString()));
        }
        long before = books.records(book);
        Gauge gauge = ground.gauges().service();
        long from = System.nanoTime();
        Gauge.Reading used = gauge.read();
        events.publish("member.order.v1", requisitions, "RequisitionSubmitted");
        long until = from + atMost.toNanos();
        while (books.records(book) - before < orders && System.nanoTime() < until) {
            pause();
        }
        double seconds = (System.nanoTime() - from) / 1e9;
        return new Figures(
                books.records(book) - before,
                0,
                seconds,
                Double.NaN,
                Double.NaN,
                gauge.read().since(used),
                "");
    }

    private void appropriate(UUID book, String what, long cents) {
        int status = ground.post(
                "/api/v1/books/" + book + "/" + what,
                "{\"fund\":\"%s\",\"appropriationYear\":%d,\"amountCents\":%d,\"erpDocument\":\"BENCH-1\"}"
                        .formatted(FUND, YEAR, cents));
        if (status != 201) {
            throw new IllegalStateException("no " + what + " for the orders: " + status);
        }
    }

    private UUID award(UUID book, long doses) {
        UUID award = UUID.randomUUID();
        Map<String, Object> event = new HashMap<>();
        event.put("awardId", award);
        event.put("roundId", UUID.randomUUID());
        event.put("agreementId", book);
        event.put("lead", Chart.MEMBER);
        event.put("item", Map.of("cvx", "03", "name", "MMR", "packageDoses", 10));
        event.put("supplier", "ALPHA");
        event.put("unitCents", UNIT_CENTS);
        event.put("doses", doses);
        event.put("goodsCents", doses * UNIT_CENTS);
        event.put(
                "members",
                List.of(Map.of(
                        "member",
                        Chart.MEMBER,
                        "population",
                        7_705_281,
                        "doses",
                        doses,
                        "goodsCents",
                        doses * UNIT_CENTS)));
        event.put("fees", Map.of("operations", "0.60%", "capital", "0.40%"));
        event.put("sharedCostCents", 100_000);
        event.put("sharedCostFormula", "HALF_POPULATION_HALF_VOLUME");
        event.put("requisition", Map.of("ceilingUnitCents", CEILING_CENTS, "sharedCostFormula", "PER_CAPITA"));
        event.put("awardedBy", "wa.officer");
        event.put("awardedAt", "2026-07-01T12:00:00Z");
        event.put("awardedOn", "2026-07-01");
        events.publish("compact.award.v1", award, "AwardMade", event);
        ground.await(
                "the award's charges",
                () -> ground.inLedger("select count(*) from charge_run where award_id = '" + award + "'") == 1);
        return award;
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
