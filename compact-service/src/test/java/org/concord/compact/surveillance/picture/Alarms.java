package org.concord.compact.surveillance.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concord.compact.Api.STAFF;
import static org.concord.compact.Api.as;
import static org.concord.compact.Api.get;
import static org.concord.compact.Api.post;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.concord.compact.Database;
import org.concord.kit.time.MmwrWeek;
import org.concord.testkit.KafkaProbe;

/** Members whose counts of a condition rise so far in one week that a run raises an alert for each. Invented counts. */
public final class Alarms {

    public static final String WEEK = "2026-W40";

    private static final int QUIET_WEEKS = 12;

    private final KafkaProbe kafka;
    private final String agreement;
    private final String dataUse = UUID.randomUUID().toString();

    public Alarms(KafkaProbe kafka, String agreement) {
        this.kafka = kafka;
        this.agreement = agreement;
    }

    /** A run over these members' counts, each of which raises an alert; answers the run's id. */
    public String run(String condition, String... members) {
        for (String member : members) {
            report(condition, member);
        }
        Response run = post(
                as(STAFF),
                "/alert-runs",
                Map.of(
                        "dataUseAgreementId",
                        dataUse,
                        "week",
                        WEEK,
                        "conditions",
                        List.of(condition),
                        "methods",
                        List.of(Map.of("method", "EARS_C1", "minSigma", 0.5))));
        assertThat(run.statusCode()).as(run.asString()).isEqualTo(201);
        return run.jsonPath().getString("id");
    }

    /** The alert of one member in a run of its own. */
    public String raised(String condition, String member) {
        String run = run(condition, member);
        return get(as(STAFF), "/alerts?dataUseAgreement=" + dataUse + "&run=" + run)
                .jsonPath()
                .getString("items.find { it.member == '" + member + "' }.id");
    }

    private void report(String condition, String member) {
        List<Map<String, Object>> cells = new ArrayList<>();
        for (int back = QUIET_WEEKS; back > 0; back--) {
            cells.add(cell(condition, MmwrWeek.parse(WEEK).plus(-back).toString(), 6 + back % 3));
        }
        cells.add(cell(condition, WEEK, 40));
        String key = dataUse + "/" + member + "/" + condition;
        kafka.publish(
                "member.case-report.v1",
                key,
                "CaseCountsReported",
                Map.of(
                        "reportId",
                        UUID.randomUUID(),
                        "dataUseAgreementId",
                        dataUse,
                        "dataUseAgreementCode",
                        "DUA-" + dataUse,
                        "agreementId",
                        agreement,
                        "member",
                        member,
                        "finality",
                        "PROVISIONAL",
                        "reportedAt",
                        "2026-10-10T00:00:00Z",
                        "cells",
                        cells));
        Database.await("counts of " + member, "select count(*) from inbox_stream where key = '" + key + "'");
    }

    private static Map<String, Object> cell(String condition, String week, long cases) {
        return Map.of("condition", condition, "week", week, "status", "CONFIRMED", "version", 1, "cases", cases);
    }
}
