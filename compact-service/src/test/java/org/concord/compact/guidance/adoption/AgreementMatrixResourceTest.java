package org.concord.compact.guidance.adoption;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.concord.compact.Api.STAFF;
import static org.concord.compact.Api.acting;
import static org.concord.compact.Api.as;
import static org.concord.compact.Api.created;
import static org.concord.compact.Api.get;
import static org.concord.compact.Api.post;
import static org.concord.compact.Api.refused;
import static org.concord.compact.guidance.GuidanceSteps.alliance;
import static org.concord.compact.guidance.GuidanceSteps.draft;
import static org.concord.compact.guidance.GuidanceSteps.issued;
import static org.concord.compact.guidance.GuidanceSteps.text;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.concord.compact.ServiceTest;
import org.concord.kit.time.Zones;
import org.concord.testkit.ServersResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who follows what of all guidance of an agreement. */
@QuarkusTest
@WithTestResource(ServersResource.class)
class AgreementMatrixResourceTest extends ServiceTest {

    private static final String EFFECT = "PHARMACIST_AUTHORITY";

    private String agreement;
    private String first;
    private String second;

    @BeforeEach
    void issueTwo() {
        agreement = alliance(api, "ALLIANCE_MOU", "WA", "MD", "CA");
        first = issued(agreement, text(1), "MD");
        second = issued(agreement, text(1), "CA");
        created(draft(agreement, text(1)));
    }

    @Test
    void allGuidanceInForceIsToldNewestFirstByMemberAndEffect() {
        adopt("md.health", first);

        JsonPath all = asked("limit=500");

        assertThat(all.getList("items")).hasSize(2 * 3 * 5);
        assertThat(all.getList("items.guidanceId").stream().distinct().toList()).isEqualTo(List.of(second, first));
        assertThat(all.getList("items.member").subList(0, 6)).containsExactly("CA", "CA", "CA", "CA", "CA", "MD");
        Map<String, Object> followed = all.getMap("items.find { it.following == 'FOLLOWS' }");
        assertThat(followed)
                .containsEntry("guidanceId", first)
                .containsEntry("member", "MD")
                .containsEntry("legalEffect", EFFECT)
                .containsEntry("since", today().toString());
    }

    @Test
    void aListIsReadPageByPageToItsEndAsOfItsFirstPage() {
        adopt("md.health", first);
        List<Map<String, Object>> read = new ArrayList<>();
        Response page = get(given(), path("limit=7"));
        clock.letPass(Duration.ofSeconds(1));
        adopt("wa.health", first);
        adopt("md.health", second);
        while (true) {
            read.addAll(page.jsonPath().getList("items"));
            String next = page.jsonPath().getString("next");
            if (next == null) {
                break;
            }
            assertThat(page.header("Link")).contains("rel=\"next\"");
            page = get(given(), path("limit=7&cursor=" + next));
        }

        assertThat(read).hasSize(30).doesNotHaveDuplicates();
        assertThat(read.stream().filter(line -> line.get("following").equals("FOLLOWS")))
                .hasSize(1);
        assertThat(asked("following=FOLLOWS").getList("items")).hasSize(3);
        refused(get(given(), path("cursor=MQ")), 400, "cursor-invalid");
    }

    @Test
    void theTableIsExactlyThePage() {
        adopt("md.health", first);
        adopt("md.health", second);

        Response table = get(given(), path("following=FOLLOWS&limit=1&format=csv"));
        List<String> lines = table.asString().lines().toList();

        assertThat(table.contentType()).startsWith("text/csv");
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1)).contains(",MD,24,true,PHARMACIST_AUTHORITY,FOLLOWS,1,ISSUED," + today());
        assertThat(table.header("Link")).contains("rel=\"next\"");
    }

    @Test
    void onlyWhatIsInForceOnThatDayAsItWasKnownIsTold() {
        String known = clock.instant().toString();
        clock.letPass(Duration.ofSeconds(1));
        Response withdrawn = post(
                acting("ca.health"),
                "/guidance/" + second + "/versions/1/withdrawal-signatures",
                Map.of("reasons", "Retracted."));
        assertThat(withdrawn.jsonPath().getString("stage")).isEqualTo("WITHDRAWN");

        assertThat(guidances("")).containsExactly(first);
        assertThat(guidances("&knownAt=" + known)).containsExactly(second, first);
        assertThat(guidances("&on=" + today().minusDays(1))).isEmpty();
        assertThat(guidances("&knownAt=2020-01-01T00:00:00Z")).isEmpty();
    }

    @Test
    void theMembersAreThoseThatWereKnownThen() {
        String before = clock.instant().toString();
        clock.letPass(Duration.ofSeconds(1));
        leave("CA");
        String on = "&limit=500&on=" + today().plusDays(200);

        assertThat(members(on)).containsExactly("MD", "WA");
        assertThat(members(on + "&knownAt=" + before)).containsExactly("CA", "MD", "WA");
        String one = "/guidance/" + first + "/adoption-matrix?on=" + today().plusDays(200);
        assertThat(get(given(), one).jsonPath().getList("rows.member").stream()
                        .distinct()
                        .toList())
                .isEqualTo(List.of("MD", "WA"));
        assertThat(get(given(), one + "&knownAt=" + before).jsonPath().getList("rows.member").stream()
                        .distinct()
                        .toList())
                .isEqualTo(List.of("CA", "MD", "WA"));
    }

    @Test
    void anUnknownAgreementHasIssuedNothing() {
        assertThat(get(given(), "/adoption-matrix?agreement=" + UUID.randomUUID())
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
        refused(get(given(), "/adoption-matrix"), 422, "validation-failed");
        refused(get(given(), path("on=yesterday&knownAt=2999-01-01T00:00:00Z")), 422, "validation-failed");
    }

    /** The member gives notice; its standing ends half a year from now at the latest. */
    private void leave(String member) {
        Response begun = post(
                as(STAFF),
                "/agreements/" + agreement + "/withdrawals",
                Map.of(
                        "type",
                        "NOTICE",
                        "member",
                        member,
                        "authority",
                        "Letter 1, sample",
                        "notifiedOn",
                        Zones.dateIn("WA", clock.instant()).toString(),
                        "effectiveOn",
                        today().plusDays(190).toString()));
        assertThat(begun.statusCode()).as(begun.asString()).isEqualTo(201);
    }

    private void adopt(String username, String guidance) {
        created(post(
                acting(username),
                "/adoptions",
                new HashMap<>(Map.of(
                        "guidanceId",
                        guidance,
                        "number",
                        1,
                        "legalEffect",
                        EFFECT,
                        "terms",
                        Map.of(
                                "decision",
                                "ADOPT",
                                "authority",
                                "Board of pharmacy, sample",
                                "instrument",
                                "STANDING_ORDER",
                                "citation",
                                "Admin. Code 1, sample",
                                "effectiveOn",
                                today().toString())))));
    }

    private List<String> guidances(String more) {
        return asked("limit=500" + more).getList("items.guidanceId", String.class).stream()
                .distinct()
                .toList();
    }

    private List<String> members(String more) {
        return asked(more.substring(1)).getList("items.member", String.class).stream()
                .distinct()
                .sorted()
                .toList();
    }

    private JsonPath asked(String more) {
        Response answer = get(given(), path(more));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }

    private String path(String more) {
        return "/adoption-matrix?agreement=" + agreement + "&" + more;
    }

    /** The latest date of any member, so that an act is never dated before the issue in its own zone. */
    private LocalDate today() {
        return Zones.dateIn("MD", clock.instant());
    }
}
