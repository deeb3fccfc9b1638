package org.concord.ledger.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concord.ledger.LedgerStage.count;
import static org.concord.ledger.LedgerStage.eventually;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.concord.ledger.LedgerStage;
import org.concord.ledger.LedgerTest;
import org.concord.ledger.book.Lane;
import org.concord.testkit.ServersResource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What a poll from Kafka brings for one book goes to its lane together, and shares its commits. */
@QuarkusTest
@WithTestResource(ServersResource.class)
class ManyRequisitionsTest extends LedgerTest {

    private static final int ORDERS = 24;

    @Inject
    Lane lane;

    @ConfigProperty(name = "concord.events.at-once")
    int atOnce;

    @Test
    void requisitionsOfOnePollMakeOneEntryEachInFewerCommits() throws Exception {
        LedgerStage stage = LedgerStage.open(probe, "MD", "NJ");
        stage.appropriate("MD", 80_000_000);
        UUID award = stage.award();
        List<UUID> orders = new ArrayList<>();
        List<Map.Entry<String, Object>> requisitions = new ArrayList<>();
        for (int i = 0; i < ORDERS; i++) {
            UUID order = UUID.randomUUID();
            Map<String, Object> requisition = stage.requisition(order, award, "MD", 100);
            requisition.put("submittedAt", requisition.get("submittedAt").toString());
            orders.add(order);
            requisitions.add(Map.entry(order.toString(), requisition));
        }

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Connection hold = LedgerStage.connect()) {
            CompletableFuture<Response> before = keepTheLaneBusy(stage, hold, threads);
            probe.publishTogether("member.order.v1", "RequisitionSubmitted", requisitions);
            eventually("as many as may to wait for the lane", () -> lane.waiting(stage.agreement) == atOnce);
            hold.rollback();
            assertThat(before.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(201);
        }

        orders.forEach(order -> stage.answer(order, "RequisitionPreEncumbered"));
        assertThat(count("select count(*) from entry where book_id = ? and rule = 'REQUISITION'", stage.agreement))
                .isEqualTo(ORDERS);
        // A commit has one moment; those that waited together had one commit.
        assertThat(count(
                        "select count(distinct recorded_at) from entry where book_id = ? and rule = 'REQUISITION'",
                        stage.agreement))
                .isLessThanOrEqualTo(ORDERS - atOnce + 1);
        assertThat(stage.budget("MD").get("preEncumberedCents")).isEqualTo((int) count(
                "select sum(original) from encumbrance where book_id = ? and part = 'requisition'", stage.agreement));
    }

    /** Lets one command into the lane and keeps it there: its commit needs the head. */
    private static CompletableFuture<Response> keepTheLaneBusy(
            LedgerStage stage, Connection hold, ExecutorService threads) throws SQLException {
        hold.setAutoCommit(false);
        try (PreparedStatement head = hold.prepareStatement("select seq from book_head where book_id = ? for update")) {
            head.setObject(1, stage.agreement);
            head.execute();
        }
        CompletableFuture<Response> busy = CompletableFuture.supplyAsync(
                () -> stage.certify(
                        "appropriations",
                        "NJ",
                        LedgerStage.certificate(1_000, "APPR-BUSY"),
                        UUID.randomUUID().toString()),
                threads);
        eventually("the lane to wait for its head", () -> count("""
                        select count(*) from pg_stat_activity
                         where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0""") > 0);
        return busy;
    }
}
