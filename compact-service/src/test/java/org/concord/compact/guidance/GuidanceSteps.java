package org.concord.compact.guidance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concord.compact.Api.STAFF;
import static org.concord.compact.Api.acting;
import static org.concord.compact.Api.agreement;
import static org.concord.compact.Api.as;
import static org.concord.compact.Api.created;
import static org.concord.compact.Api.post;

import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.concord.compact.Api;

/** The steps of guidance as its people take them. Texts are invented and no government's statement. */
public final class GuidanceSteps {

    private GuidanceSteps() {}

    /** An agreement of these members that may publish guidance, each with a health officer. */
    public static String alliance(Api api, String type, String... members) {
        for (String member : members) {
            api.mandate(member.toLowerCase(Locale.ROOT) + ".health", "HEALTH_OFFICER");
        }
        return created(post(as(STAFF), "/agreements", agreement(type, members[0], members)));
    }

    /** A text with two recommendations, to be signed by so many. */
    public static Map<String, Object> text(int requiredSignatures) {
        return new LinkedHashMap<>(Map.of(
                "title",
                "Sample measles guidance",
                "topic",
                "Measles",
                "recommendations",
                List.of(
                        recommendation("R1", Map.of("fromMonths", 12, "toMonths", 72), "Two doses, four weeks apart."),
                        recommendation(
                                "R2", Map.of("fromMonths", 0, "riskGroup", "PREGNANT"), "Not during pregnancy.")),
                "evidence",
                List.of(Map.of(
                        "title", "Sample review",
                        "url", "https://example.org/review/1",
                        "publisher", "Sample academy",
                        "publishedOn", "2026-01-15")),
                "requiredSignatures",
                requiredSignatures));
    }

    public static Map<String, Object> recommendation(String key, Map<String, Object> population, String statement) {
        return Map.of("key", key, "population", population, "statement", statement, "strength", "STRONG_FOR");
    }

    public static Response draft(String agreementId, Map<String, Object> text) {
        return post(
                as(STAFF),
                "/guidance-drafts",
                Map.of("agreementId", agreementId, "code", "G-" + UUID.randomUUID(), "text", text));
    }

    public static void move(String draft, String act) {
        created(post(as(STAFF), "/guidance-drafts/" + draft + "/" + act, Map.of()));
    }

    public static Response sign(String draft, String username) {
        return post(acting(username), "/guidance-drafts/" + draft + "/signatures", Map.of());
    }

    /** Reviewed and signed by these; what they sign for is asked for by the text. */
    public static void issue(String draft, String... members) {
        move(draft, "reviews");
        move(draft, "signings");
        for (String member : members) {
            assertThat(sign(draft, member.toLowerCase(Locale.ROOT) + ".health").statusCode())
                    .isEqualTo(201);
        }
    }

    /** An issued guidance; answers the guidance's id. */
    public static String issued(String agreementId, Map<String, Object> text, String... members) {
        Response drafted = draft(agreementId, text);
        issue(created(drafted), members);
        return drafted.jsonPath().getString("guidanceId");
    }

    /** The next version of a guidance, in preparation. */
    public static Response next(String guidance, Map<String, Object> text) {
        return post(as(STAFF), "/guidance/" + guidance + "/versions", Map.of("text", text));
    }
}
