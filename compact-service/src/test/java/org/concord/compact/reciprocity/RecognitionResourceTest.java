package org.concord.compact.reciprocity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.concord.compact.Api.STAFF;
import static org.concord.compact.Api.acting;
import static org.concord.compact.Api.as;
import static org.concord.compact.Api.cooperative;
import static org.concord.compact.Api.created;
import static org.concord.compact.Api.get;
import static org.concord.compact.Api.post;
import static org.concord.compact.Api.refused;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.concord.compact.Database;
import org.concord.compact.ServiceTest;
import org.concord.testkit.ServersResource;
import org.concord.testkit.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServersResource.class)
class RecognitionResourceTest extends ServiceTest {

    /** A subject of this test's own: the registry is one for all. */
    private String subject;

    @BeforeEach
    void delegates() {
        api.mandate("md.delegate", "DELEGATE");
        api.mandate("ca.delegate", "DELEGATE");
        subject = "S_" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT).replace('-', '_');
    }

    @Test
    void recognitionIsFoundByPairKindAndDate() {
        String id = created(register("md.delegate", body("VA", "2026-01-01", "2026-07-01")));

        assertThat(found("by=MD&of=VA&kind=LICENCE&on=2026-06-30")).contains(id);
        assertThat(found("by=MD&of=VA&kind=LICENCE&on=2026-07-01")).doesNotContain(id);
        assertThat(found("by=MD&of=VA&kind=LICENCE&on=2025-12-31")).doesNotContain(id);
        assertThat(found("by=MD&of=VA&kind=RECORD")).doesNotContain(id);
        // One-sided: nothing is said of what Virginia recognises.
        assertThat(found("by=VA&of=MD")).doesNotContain(id);
        assertThat(found("of=VA")).contains(id);
    }

    @Test
    void aMemberRegistersItsOwnRecognitionOnly() {
        String id = created(register("md.delegate", body("VA", "2026-01-01", null)));
        Map<String, Object> revision = Map.of("terms", terms("2026-01-01", "2026-02-01"), "reasons", "Not theirs.");
        api.mandate("md.buyer", "BUYER");

        refused(post(acting("ca.delegate"), "/recognitions/" + id + "/revisions", revision), 404, "not-found");
        refused(
                post(as("ca.delegate").header("Concord-Member", "MD"), "/recognitions", body("VA", "2026-01-01", null)),
                403,
                "member-not-yours");
        refused(register("md.buyer", body("VA", "2026-01-01", null)), 403, "not-permitted");
        refused(post(as(STAFF), "/recognitions", body("VA", "2026-01-01", null)), 403, "not-permitted");
        refused(get(given(), "/recognitions"), 401, "sign-in-required");
    }

    @Test
    void twoOfOneSubjectNeverOverlapEvenAtOnce() throws Exception {
        Tokens.of("md.delegate");
        Map<String, Object> body = body("VA", "2026-01-01", "2026-07-01");
        List<Callable<Integer>> tries = new ArrayList<>(
                Collections.nCopies(5, () -> register("md.delegate", body).statusCode()));

        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> tried : hands.invokeAll(tries)) {
                statuses.add(tried.get());
            }
        }

        assertThat(Collections.frequency(statuses, 201)).isEqualTo(1);
        assertThat(Collections.frequency(statuses, 409)).isEqualTo(4);
        refused(register("md.delegate", body("VA", "2026-06-30", null)), 409, "recognition-overlaps");
        created(register("md.delegate", body("VA", "2026-07-01", null)));
        created(register("md.delegate", body("DE", "2026-01-01", null)));
    }

    @Test
    void whatWasRegisteredStaysAndIsToldAsItWasKnown() {
        String id = created(register("md.delegate", body("VA", "2026-01-01", null)));
        String known = clock.instant().toString();
        clock.letPass(Duration.ofSeconds(1));
        created(post(
                acting("md.delegate"),
                "/recognitions/" + id + "/revisions",
                Map.of("terms", terms("2026-01-01", "2026-02-01"), "reasons", "Repealed.")));

        assertThat(found("by=MD&on=2026-03-01&knownAt=" + known)).contains(id);
        assertThat(found("by=MD&on=2026-03-01")).doesNotContain(id);
        assertThat(get(as("wa.buyer"), "/recognitions/" + id).jsonPath().getList("reasons"))
                .containsExactly(null, "Repealed.");
        assertThatThrownBy(() ->
                        Database.execute("update recognition set ends_on = null where recognition_id = '" + id + "'"))
                .hasMessageContaining("never changed");
    }

    @Test
    void recognitionUnderAnAgreementIsBetweenMembersInStanding() {
        Map<String, Object> under = body("CA", "2026-01-01", null);
        under.put("agreementId", cooperative("MD", "CA"));
        created(register("md.delegate", under));

        Map<String, Object> outside = body("TX", "2026-01-01", null);
        outside.put("agreementId", under.get("agreementId"));
        refused(register("md.delegate", outside), 403, "not-in-standing");
        Map<String, Object> foreign = body("CA", "2026-01-01", null);
        foreign.put("agreementId", cooperative("WA", "CA"));
        refused(register("md.delegate", foreign), 404, "not-found");
    }

    @Test
    void faultsComeBackEachWithItsPlace() {
        refused(register("md.delegate", body("VA", "2026-01-01", "2026-01-01")), 422, "validation-failed");
        Response own = register("md.delegate", body("MD", "2026-01-01", null));
        refused(own, 422, "validation-failed");
        assertThat(own.jsonPath().getList("errors.pointer")).containsExactly("/recognised");
        refused(register("md.delegate", body("ZZ", "2026-01-01", null)), 422, "validation-failed");
        refused(get(as("md.buyer"), "/recognitions?on=soon"), 422, "validation-failed");
    }

    private List<String> found(String query) {
        JsonPath page = get(as("wa.buyer"), "/recognitions?limit=500&" + query).jsonPath();
        return page.getList("items.id");
    }

    private static Response register(String username, Map<String, Object> body) {
        return post(acting(username), "/recognitions", body);
    }

    private Map<String, Object> body(String recognised, String effectiveOn, String endsOn) {
        return new LinkedHashMap<>(Map.of(
                "recognised", recognised, "kind", "LICENCE", "subject", subject, "terms", terms(effectiveOn, endsOn)));
    }

    private static Map<String, Object> terms(String effectiveOn, String endsOn) {
        Map<String, Object> terms =
                new LinkedHashMap<>(Map.of("authority", "Sample Code § 2", "effectiveOn", effectiveOn));
        if (endsOn != null) {
            terms.put("endsOn", endsOn);
        }
        return terms;
    }
}
