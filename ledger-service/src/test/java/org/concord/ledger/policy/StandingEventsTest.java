package org.concord.ledger.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concord.ledger.LedgerStage.certificate;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.concord.ledger.LedgerStage;
import org.concord.testkit.KafkaProbe;
import org.concord.testkit.ServersResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Obligations outlive a membership: whoever is suspended or winds down still keeps its own accounts, and reads the book. */
@QuarkusTest
@WithTestResource(ServersResource.class)
class StandingEventsTest {

    private static KafkaProbe probe;

    @BeforeAll
    static void open() {
        probe = KafkaProbe.open();
    }

    @AfterAll
    static void close() {
        probe.close();
    }

    @ParameterizedTest
    @CsvSource({"FULL, 201", "SUSPENDED, 201", "WINDING_DOWN, 201", "ENDED, 201", "NOT_YET_EFFECTIVE, 403"})
    void whatStandingLeavesATreasurer(String standing, int expected) {
        LedgerStage stage = LedgerStage.open(probe, "OR", "NJ");
        stand(stage, standing);

        assertThat(stage.certify("appropriations", "OR", certificate(100, "APPR-" + standing), "k-" + UUID.randomUUID())
                        .statusCode())
                .isEqualTo(expected);
        assertThat(LedgerStage.as("or.treasurer", "OR").get(stage.book()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void theStandingOfOneMemberIsNotAnothers() {
        LedgerStage stage = LedgerStage.open(probe, "OR", "NJ");
        stand(stage, "NOT_YET_EFFECTIVE");

        assertThat(stage.certify("appropriations", "NJ", certificate(100, "APPR-NJ"), "k-" + UUID.randomUUID())
                        .statusCode())
                .isEqualTo(201);
    }

    private static void stand(LedgerStage stage, String standing) {
        probe.publish(
                "compact.agreement.v1",
                stage.agreement.toString(),
                "StandingChanged",
                Map.of(
                        "agreementId", stage.agreement,
                        "member", "OR",
                        "spans", List.of(Map.of("standing", standing, "fromOn", "2026-02-01", "withheld", List.of())),
                        "cause", "TEST",
                        "recordedAt", "2026-02-01T00:00:00Z"));
        LedgerStage.eventually(
                "the standing",
                () -> LedgerStage.count(
                                "select count(*) from policy_membership where agreement_id = ? and member = 'OR'"
                                        + " and effective_on = '2026-02-01'",
                                stage.agreement)
                        == 1);
    }
}
