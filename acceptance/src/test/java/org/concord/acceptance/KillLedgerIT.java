package org.concord.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.concord.acceptance.story.Answer;
import org.concord.acceptance.story.Cast;
import org.concord.acceptance.story.Official;
import org.concord.acceptance.story.Play;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The ledger dies without a word while orders are on their way to it. */
@ExtendWith(RunningPlatform.Provided.class)
class KillLedgerIT {

    private static final List<String> MEMBERS = List.of("WA", "OR", "IL", "NY");
    private static final int ORDERS_EACH = 15;
    private static final int ORDERS_THAT_FIT = 12;
    private static final long DOSES = 10;

    /** Orders are approved one after the other; at this one, in the middle, the ledger is killed. */
    private static final int KILL_AT = MEMBERS.size() * ORDERS_THAT_FIT / 3;

    private final Map<String, String> memberOf = new ConcurrentHashMap<>();

    @Test
    void everyAcceptedOrderEndsConfirmedOrRefusedExactlyOnce(RunningPlatform platform) throws Exception {
        // given: each member may spend what the first twelve of its fifteen requisitions need
        Play.Awarded awarded = SmallRound.awarded(
                platform, "A round under fire", MEMBERS, DOSES * ORDERS_EACH, ORDERS_THAT_FIT * reservation());
        Cast cast = platform.cast();
        inParallel(member -> {
            for (int i = 0; i < ORDERS_THAT_FIT; i++) {
                submit(cast, member, requisition(cast, member, awarded));
            }
        });

        // when: the rest are requisitioned and all are approved, and in the middle the ledger is killed
        AtomicInteger approvals = new AtomicInteger();
        FutureTask<Integer> killing = new FutureTask<>(() -> {
            while (approvals.get() < KILL_AT) {
                RunningPlatform.pause(Duration.ofMillis(1));
            }
            return killAndCountWhatIsInFlight(platform);
        });
        Thread.ofVirtual().start(killing);
        List<String> submitted = List.copyOf(memberOf.keySet());
        inParallel(member -> {
            for (String order : submitted) {
                if (member.equals(memberOf.get(order))) {
                    created(cast.approver(member).post("/api/v1/orders/" + order + "/approvals", object()));
                    approvals.incrementAndGet();
                }
            }
            for (int i = ORDERS_THAT_FIT; i < ORDERS_EACH; i++) {
                requisition(cast, member, awarded);
            }
        });

        // then
        assertThat(killing.get(3, TimeUnit.MINUTES))
                .as("orders approved and unanswered while the ledger was dead")
                .isPositive();
        Map<String, String> ended = new ConcurrentHashMap<>();
        memberOf.forEach((order, member) -> ended.put(order, end(cast, member, order)));
        assertThat(ended).hasSize(MEMBERS.size() * ORDERS_EACH);
        assertThat(ended.values().stream().filter("CONFIRMED"::equals)).hasSize(MEMBERS.size() * ORDERS_THAT_FIT);

        WholeBook book = WholeBook.read(cast.auditor(), awarded.agreementId());
        book.assertEveryEntryBalances();
        assertThat(book.countsBySource().entrySet().stream().filter(each -> each.getValue() > 1))
                .as("no rule was applied twice to one business object")
                .isEmpty();
        ended.forEach((order, state) -> assertThat(entriesOf(book, order))
                .as("entries of order %s, %s", order, state)
                .hasSize(state.equals("CONFIRMED") ? 2 : 0));
        inParallel(member -> assertThat(budget(cast, member, awarded))
                .as("budget of %s", member)
                .containsExactly(0L, 0L, ORDERS_THAT_FIT * reservation()));
    }

    private interface Part {
        void of(String member) throws Exception;
    }

    private static void inParallel(Part part) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (String member : MEMBERS) {
                all.add(threads.submit(() -> {
                    part.of(member);
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get(4, TimeUnit.MINUTES);
            }
        }
    }

    /** Cents: the price is the ceiling and there is no shared cost, so an order takes exactly what it reserved. */
    private static long reservation() {
        long goods = DOSES * SmallRound.UNIT_CENTS;
        return goods + goods / 100;
    }

    private String requisition(Cast cast, String member, Play.Awarded awarded) {
        ObjectNode requisition = object();
        requisition
                .put("agreementId", awarded.agreementId())
                .put("awardId", awarded.awardId())
                .put("doses", DOSES)
                .put("fund", "GEN")
                .put("appropriationYear", year());
        Answer answer = cast.buyer(member).post("/api/v1/orders", requisition);
        while (answer.status() == 404) {
            RunningPlatform.pause(Duration.ofMillis(100));
            answer = cast.buyer(member).post("/api/v1/orders", requisition);
        }
        String order = created(answer).path("id").asText();
        memberOf.put(order, member);
        return order;
    }

    private static void submit(Cast cast, String member, String order) {
        assertThat(await(cast, member, order, Set.of("PRE_ENCUMBERED", "REFUSED")))
                .isEqualTo("PRE_ENCUMBERED");
        created(cast.buyer(member)
                .post("/api/v1/orders/" + order + "/submissions", object().put("purchaseOrderNumber", "PO-" + order)));
    }

    private static String end(Cast cast, String member, String order) {
        return await(cast, member, order, Set.of("CONFIRMED", "REFUSED"));
    }

    private static String await(Cast cast, String member, String order, Set<String> states) {
        Official buyer = cast.buyer(member);
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        String state = "";
        while (!states.contains(state)) {
            assertThat(System.nanoTime()).as("%s is still %s", order, state).isLessThan(end);
            RunningPlatform.pause(Duration.ofMillis(50));
            state = ok(buyer.get("/api/v1/orders/" + order)).path("state").asText();
        }
        return state;
    }

    private static List<JsonNode> entriesOf(WholeBook book, String order) {
        return book.entries().stream()
                .filter(entry -> entry.path("source").path("id").asText().contains(order))
                .toList();
    }

    private static List<Long> budget(Cast cast, String member, Play.Awarded awarded) {
        JsonNode budget = ok(cast.treasurer(member)
                .get("/api/v1/books/" + awarded.agreementId() + "/budgets/" + member + "?fund=GEN&year=" + year()));
        return List.of(
                budget.path("availableCents").asLong(),
                budget.path("preEncumberedCents").asLong(),
                budget.path("encumberedCents").asLong());
    }

    /** Kills without a word, and waits for the launcher to start the service again, as any orchestrator would. */
    private int killAndCountWhatIsInFlight(RunningPlatform platform) throws Exception {
        ProcessHandle ledger = platform.service("ledger-service");
        ledger.destroyForcibly();
        ledger.onExit().get(10, TimeUnit.SECONDS);
        int inFlight = count(platform.cast(), "APPROVED") + count(platform.cast(), "REQUISITIONED");
        long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (!platform.isUp("ledger-service")) {
            assertThat(System.nanoTime()).as("the ledger did not come back").isLessThan(end);
            RunningPlatform.pause(Duration.ofMillis(200));
        }
        assertThat(platform.service("ledger-service").pid()).isNotEqualTo(ledger.pid());
        return inFlight;
    }

    private static int count(Cast cast, String state) {
        return ok(cast.auditor().get("/api/v1/orders?limit=500&state=" + state))
                .path("items")
                .size();
    }

    private static int year() {
        return LocalDate.now(ZoneOffset.UTC).getYear();
    }

    private static ObjectNode object() {
        return new JsonMapper().createObjectNode();
    }

    private static JsonNode created(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 201);
        return answer.body();
    }

    private static JsonNode ok(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.body();
    }
}
