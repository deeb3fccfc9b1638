package org.concord.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.concord.acceptance.story.Answer;
import org.concord.acceptance.story.Cast;
import org.concord.acceptance.story.Official;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What members do together beside buying, through the front door and with every service running: counts that become a
 * picture, an alert that becomes guidance, and guidance that members adopt for all to see; and a member that is suspended
 * by the others.
 */
@ExtendWith(RunningPlatform.Provided.class)
class DecidingTogetherIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LAST_WEEK = 40;

    private RunningPlatform platform;
    private Cast cast;
    private String alliance;

    @BeforeEach
    void anAlliance(RunningPlatform running) {
        platform = running;
        cast = running.cast();
        alliance = agreement("ALLIANCE_MOU");
    }

    private String agreement(String type) {
        return created(cast.staff().post("/api/v1/agreements", json("""
                {"code":"IT-%s","title":"Sample agreement","type":"%s","lead":"WA","members":[
                  {"member":"WA","effectiveOn":"2026-01-01"},{"member":"OR","effectiveOn":"2026-01-01"},
                  {"member":"MD","effectiveOn":"2026-01-01"}]}""".formatted(UUID.randomUUID(), type))))
                .path("id")
                .asText();
    }

    @Test
    void countsRaiseAnAlertAndTheGuidanceThatFollowsIsAdoptedInPublic() {
        String dataUse = dataUseAgreement();
        posted("MD", dataUse, week -> week == LAST_WEEK ? 90 : 10 + week % 3);
        posted("OR", dataUse, week -> week == LAST_WEEK ? 3 : 12);
        String table = "/api/v1/case-tables?condition=PERTUSSIS&dataUseAgreement=%s&from=2026-W%d&to=2026-W%d"
                .formatted(dataUse, LAST_WEEK, LAST_WEEK);
        until(() -> health("WA").get(table).body().path("rows").size() >= 6);

        JsonNode rows = health("WA").get(table).body().path("rows");
        assertThat(find(rows, "OR").path("suppressed").asBoolean()).isTrue();
        assertThat(find(rows, "OR").has("cases")).isFalse();
        assertThat(find(rows, "MD").path("cases").asInt()).isEqualTo(90);

        JsonNode run = created(health("WA").post("/api/v1/alert-runs", json("""
                {"dataUseAgreementId":"%s","week":"2026-W%d","methods":[{"method":"EARS_C2","minSigma":0.5}]}""".formatted(dataUse, LAST_WEEK))));
        assertThat(run.path("seriesJudged").asInt()).isEqualTo(3);
        JsonNode alerts = cast.auditor()
                .get("/api/v1/alerts?dataUseAgreement=" + dataUse)
                .body()
                .path("items");
        assertThat(alerts.findValuesAsText("member")).contains("MD").doesNotContain("OR");

        String guidance = issued();
        // No act on guidance takes effect before it is issued, and it was issued today, whatever day that is there.
        LocalDate tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);
        created(health("MD").post("/api/v1/adoptions", json("""
                {"guidanceId":"%s","number":1,"legalEffect":"CLINICAL_RECOMMENDATION","terms":{"decision":"ADOPT",
                  "authority":"Sample statute","instrument":"AGENCY_RECOMMENDATION","citation":"Sample 1",
                  "effectiveOn":"%s"}}""".formatted(guidance, tomorrow))));
        JsonNode matrix = anyone("/api/v1/guidance/" + guidance
                + "/adoption-matrix?legalEffect=CLINICAL_RECOMMENDATION&on=" + tomorrow.plusDays(1));
        assertThat(find(matrix.path("rows"), "MD").path("following").asText()).isEqualTo("FOLLOWS");
        assertThat(find(matrix.path("rows"), "OR").path("following").asText()).isEqualTo("NO_ACT");
    }

    @Test
    void aSuspendedMemberLosesItsVoteHereAndItsPurchasesThere() {
        String contract = agreement("COOPERATIVE_CONTRACT");
        String defaulting = beforeTheMembers(contract);
        String decided = voted(contract, "default-suspension", defaulting);
        String open = opened(contract, "dissolution", contract);
        assertThat(ordered(contract, "MD")).isNotEqualTo("not-in-standing");

        LocalDate today = LocalDate.now(ZoneOffset.UTC).minusDays(1);
        created(cast.staff()
                .post("/api/v1/agreements/" + contract + "/defaults/" + defaulting + "/steps", json("""
                {"type":"SUSPENDED","on":"%s","decision":{"kind":"BALLOT","id":"%s"}}""".formatted(
                                today, decided))));

        assertThat(slug(cast.delegate("MD").post("/api/v1/ballots/" + open + "/votes", json("{\"choice\":\"YES\"}"))))
                .isEqualTo("not-in-standing");
        assertThat(cast.delegate("OR")
                        .post("/api/v1/ballots/" + open + "/votes", json("{\"choice\":\"YES\"}"))
                        .status())
                .isEqualTo(201);
        // member-service hears of it by event.
        until(() -> ordered(contract, "MD").equals("not-in-standing"));
        assertThat(ordered(contract, "OR")).isNotEqualTo("not-in-standing");
    }

    /** What an order of the member is refused with; the award that it names is none. */
    private String ordered(String agreement, String member) {
        return slug(cast.buyer(member).post("/api/v1/orders", json("""
                {"agreementId":"%s","awardId":"%s","doses":10,"fund":"GEN","appropriationYear":2026}""".formatted(agreement, UUID.randomUUID()))));
    }

    private String beforeTheMembers(String agreement) {
        LocalDate noticed = LocalDate.now(ZoneOffset.UTC).minusDays(120);
        String path = "/api/v1/agreements/" + agreement + "/defaults";
        String id = created(cast.staff().post(path, json("""
                {"member":"MD","ground":"Sample ground.","cureTerms":"Sample terms.","noticedOn":"%s","cureDueOn":"%s"}""".formatted(noticed, noticed.plusDays(60)))))
                .path("id")
                .asText();
        created(cast.staff()
                .post(
                        path + "/" + id + "/steps",
                        json("{\"type\":\"ASSISTED\",\"on\":\"%s\"}".formatted(noticed.plusDays(9)))));
        created(cast.staff().post(path + "/" + id + "/steps", json("""
                {"type":"INTENT_NOTIFIED","on":"%s","told":["GOVERNOR","MAJORITY_LEADER","MINORITY_LEADER"]}""".formatted(noticed.plusDays(61)))));
        return id;
    }

    private String opened(String agreement, String kind, String subject) {
        return created(cast.staff().post("/api/v1/ballots", json("""
                {"agreementId":"%s","matter":{"type":"PROPOSAL","kind":"%s","proposalId":"%s"},"closesAt":"%s",
                  "rule":{"quorum":"MAJORITY","threshold":"MAJORITY_OF_VOTES","outsideMeeting":"Sample article"}}""".formatted(
                                agreement, kind, subject, Instant.now().plusSeconds(600)))))
                .path("id")
                .asText();
    }

    private String voted(String agreement, String kind, String subject) {
        String ballot = opened(agreement, kind, subject);
        for (String member : List.of("MD", "OR", "WA")) {
            created(cast.delegate(member).post("/api/v1/ballots/" + ballot + "/votes", json("{\"choice\":\"YES\"}")));
        }
        return ballot;
    }

    private static String slug(Answer answer) {
        String type = answer.body().path("type").asText();
        return type.substring(type.lastIndexOf(':') + 1);
    }

    private String issued() {
        JsonNode draft = created(health("MD").post("/api/v1/guidance-drafts", json("""
                {"agreementId":"%s","code":"G-1","text":{"title":"Pertussis in schools, sample","topic":"Pertussis",
                  "recommendations":[{"key":"all","population":{"fromMonths":60},"statement":"Sample statement.",
                    "strength":"CONDITIONAL_FOR"}],
                  "evidence":[{"title":"Sample","url":"https://example.org/1","publisher":"Sample",
                    "publishedOn":"2026-01-01"}],"requiredSignatures":2}}""".formatted(alliance))));
        String path = "/api/v1/guidance-drafts/" + draft.path("id").asText();
        created(health("MD").post(path + "/reviews", json("{}")));
        created(health("MD").post(path + "/signings", json("{}")));
        created(health("MD").post(path + "/signatures", json("{}")));
        JsonNode signed = created(health("WA").post(path + "/signatures", json("{}")));
        assertThat(signed.path("stage").asText()).isEqualTo("ISSUED");
        return draft.path("guidanceId").asText();
    }

    private String dataUseAgreement() {
        // member-service hears of the agreement by event.
        return created(once(() -> cast.staff().post("/api/v1/data-use-agreements", json("""
                {"agreementId":"%s","code":"DUA-%s","title":"Data use, sample","instrument":"Sample",
                  "effectiveOn":"2026-01-01","smallBelow":5,"substitute":2}""".formatted(
                                alliance, alliance.toUpperCase(Locale.ROOT))))))
                .path("id")
                .asText();
    }

    private interface Counts {
        int of(int week);
    }

    private void posted(String member, String dataUse, Counts counts) {
        List<String> cells = new ArrayList<>();
        for (int week = LAST_WEEK - 15; week <= LAST_WEEK; week++) {
            cells.add("{\"condition\":\"PERTUSSIS\",\"week\":\"2026-W%d\",\"status\":\"CONFIRMED\",\"cases\":%d}"
                    .formatted(week, counts.of(week)));
        }
        created(once(() ->
                health(member).post("/api/v1/case-reports", json("""
                {"dataUseAgreementId":"%s","finality":"PROVISIONAL","cells":[%s]}""".formatted(dataUse, String.join(",", cells))))));
    }

    // ---- asking ---------------------------------------------------------------------------------------------------

    private Official health(String member) {
        return cast.actingFor(member.toLowerCase(Locale.ROOT) + ".health", member);
    }

    private JsonNode anyone(String path) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(platform.gateway().resolve(path))
                    .timeout(Duration.ofSeconds(20))
                    .build();
            return JSON.readTree(client.send(request, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new AssertionError(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(path, e);
        }
    }

    /** Asks again while the agreement has not arrived there. */
    private static Answer once(Supplier<Answer> asking) {
        Answer answer = asking.get();
        for (int i = 0; i < 100 && answer.status() == 404; i++) {
            RunningPlatform.pause(Duration.ofMillis(100));
            answer = asking.get();
        }
        return answer;
    }

    private static void until(BooleanSupplier holds) {
        for (int i = 0; i < 300 && !holds.getAsBoolean(); i++) {
            RunningPlatform.pause(Duration.ofMillis(100));
        }
        assertThat(holds.getAsBoolean()).isTrue();
    }

    private static JsonNode find(JsonNode rows, String member) {
        for (JsonNode row : rows) {
            if (row.path("member").asText().equals(member)) {
                return row;
            }
        }
        throw new AssertionError("no row of " + member + " in " + rows);
    }

    private static JsonNode created(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.body();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
