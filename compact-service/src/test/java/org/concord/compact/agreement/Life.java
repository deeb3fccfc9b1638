package org.concord.compact.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concord.compact.Api.STAFF;
import static org.concord.compact.Api.as;
import static org.concord.compact.Api.created;
import static org.concord.compact.Api.get;
import static org.concord.compact.Api.post;
import static org.concord.compact.Api.vote;

import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.concord.compact.Api;

/** The steps in the life of an agreement and its members, as staff record them. All data are invented. */
public final class Life {

    private Life() {}

    /** An agreement that is open for enactment by a model. */
    public static String fromModel(String model, String lead) {
        return created(open(model, lead, Map.of()));
    }

    public static Response open(String model, String lead, Map<String, Object> more) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of(
                "code",
                "TEST-" + UUID.randomUUID(),
                "title",
                "Sample agreement, no government's statement",
                "lead",
                lead,
                "model",
                model));
        body.putAll(more);
        return post(as(STAFF), "/agreements", body);
    }

    /** A statutory compact of the test's own terms: so many acts bring it into force. */
    public static String compact(int threshold, String lead) {
        return created(post(as(STAFF), "/agreements", compactBody(threshold, lead)));
    }

    public static Map<String, Object> compactBody(int threshold, String lead) {
        return new LinkedHashMap<>(Map.of(
                "code",
                "TEST-" + UUID.randomUUID(),
                "title",
                "Sample compact, no government's statement",
                "type",
                "STATUTORY_COMPACT",
                "lead",
                lead,
                "terms",
                terms(threshold)));
    }

    public static Map<String, Object> terms(int threshold) {
        return new LinkedHashMap<>(Map.of(
                "joinedBy",
                "LEGISLATION",
                "activationThreshold",
                threshold,
                "staysInForceBelowThreshold",
                true,
                "dissolvesAtMembers",
                1,
                "seatsPerMember",
                1,
                "consent",
                Map.of("needed", false, "capabilities", List.of()),
                "exit",
                Map.of(
                        "leftBy",
                        "REPEAL",
                        "notice",
                        "P6M",
                        "noticeOnIntroduction",
                        true,
                        "memberTellsWithinDays",
                        3,
                        "othersToldWithinDays",
                        10),
                "onDefault",
                Map.of("cureDays", 30, "takesAway", List.of("VOTE", "TAKE_PART_IN_PURCHASES")),
                "dissolution",
                "BY_FALLING_MEMBERSHIP"));
    }

    public static String introduced(String agreement, String member, String on) {
        return created(introduce(agreement, member, on));
    }

    public static Response introduce(String agreement, String member, String on) {
        return post(
                as(STAFF),
                "/agreements/" + agreement + "/enactments",
                Map.of(
                        "type", "BILL",
                        "member", member,
                        "bill", "SB 1",
                        "chamber", "Senate",
                        "session", "2025",
                        "introducedOn", on));
    }

    public static Response step(String agreement, String act, String type, String on) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("type", type, "on", on));
        if (type.equals("ENACTED")) {
            body.put("sessionLaw", "2025 Laws ch. 1");
            body.put("citation", "Code §1");
        }
        return post(as(STAFF), "/agreements/" + agreement + "/enactments/" + act + "/steps", body);
    }

    /** A bill on its whole way, in effect on that day. */
    public static String enact(String agreement, String member, String effectiveOn) {
        LocalDate bill = LocalDate.of(2020, 1, 1);
        String act = introduced(agreement, member, bill.toString());
        created(step(agreement, act, "PASSED", bill.plusDays(10).toString()));
        created(step(agreement, act, "ENACTED", bill.plusDays(20).toString()));
        created(step(agreement, act, "EFFECTIVE", effectiveOn));
        return act;
    }

    public static Map<String, Object> defaultOf(String member, LocalDate noticedOn, LocalDate cureDueOn) {
        return new LinkedHashMap<>(Map.of(
                "member",
                member,
                "ground",
                "Invented ground of a test",
                "cureTerms",
                "Invented terms",
                "noticedOn",
                noticedOn.toString(),
                "cureDueOn",
                cureDueOn.toString()));
    }

    public static Response defaultStep(String agreement, String id, String type, LocalDate on, Object... more) {
        return post(as(STAFF), "/agreements/" + agreement + "/defaults/" + id + "/steps", body(type, on, more));
    }

    public static Response withdrawalStep(String agreement, String id, String type, LocalDate on, Object... more) {
        return post(as(STAFF), "/agreements/" + agreement + "/withdrawals/" + id + "/steps", body(type, on, more));
    }

    /** A compact of WA, MD and CA in full standing, whose terms ask for half a year of notice and thirty days to cure. */
    public static String threeMembers() {
        String agreement = compact(2, "WA");
        for (String member : List.of("WA", "MD", "CA")) {
            enact(agreement, member, "2020-03-01");
        }
        return agreement;
    }

    public static Response repealBill(String agreement, String member, LocalDate introduced, LocalDate notified) {
        return post(
                as(STAFF),
                "/agreements/" + agreement + "/withdrawals",
                Map.of(
                        "type",
                        "REPEAL_BILL",
                        "member",
                        member,
                        "bill",
                        "HB 1",
                        "introducedOn",
                        introduced.toString(),
                        "notifiedOn",
                        notified.toString()));
    }

    public static Response repealed(String agreement, String matter, LocalDate on, LocalDate effective) {
        return withdrawalStep(
                agreement,
                matter,
                "REPEAL_ENACTED",
                on,
                "citation",
                "2026 Laws ch. 2",
                "effectiveOn",
                effective.toString());
    }

    /** All members in standing vote yes on this, in writing; answers the decision to name. */
    public static Map<String, Object> decided(Api api, String agreement, String matter, String subject) {
        return Map.of("kind", "BALLOT", "id", voted(api, agreement, matter, subject, "YES"));
    }

    /** All members in standing vote alike on this, in writing; answers the ballot. */
    public static String voted(Api api, String agreement, String matter, String subject, String choice) {
        return voted(api, agreement, Map.of("type", "PROPOSAL", "kind", matter, "proposalId", subject), choice);
    }

    public static String voted(Api api, String agreement, Map<String, Object> matter, String choice) {
        String ballot = created(openedOn(api, agreement, matter));
        for (String member : get(as(STAFF), "/ballots/" + ballot).jsonPath().<String>getList("roll.member")) {
            String delegate = member.toLowerCase(Locale.ROOT) + ".delegate";
            api.mandate(delegate, "DELEGATE");
            Response vote = vote(delegate, ballot, choice, null);
            assertThat(vote.statusCode()).as(vote.asString()).isEqualTo(201);
        }
        return ballot;
    }

    public static Response openedOn(Api api, String agreement, Map<String, Object> matter) {
        return post(
                as(STAFF),
                "/ballots",
                Map.of(
                        "agreementId",
                        agreement,
                        "matter",
                        matter,
                        "rule",
                        Map.of(
                                "quorum",
                                "MAJORITY",
                                "threshold",
                                "MAJORITY_OF_VOTES",
                                "outsideMeeting",
                                "Art. V(c), sample"),
                        "closesAt",
                        api.in(600)));
    }

    /** A default of which governor and leaders know; the members may decide from that day on. */
    public static String beforeTheMembers(String agreement, String member, LocalDate on) {
        LocalDate noticed = on.minusDays(90);
        String id = created(post(
                as(STAFF), "/agreements/" + agreement + "/defaults", defaultOf(member, noticed, noticed.plusDays(60))));
        created(defaultStep(agreement, id, "ASSISTED", noticed.plusDays(10)));
        created(defaultStep(
                agreement,
                id,
                "INTENT_NOTIFIED",
                noticed.plusDays(61),
                "told",
                List.of("GOVERNOR", "MAJORITY_LEADER", "MINORITY_LEADER")));
        return id;
    }

    /** A member is suspended from that day on, after all notices and the members' vote. */
    public static String suspend(Api api, String agreement, String member, LocalDate on) {
        String id = beforeTheMembers(agreement, member, on);
        Response suspended = defaultStep(
                agreement, id, "SUSPENDED", on, "decision", decided(api, agreement, "default-suspension", id));
        assertThat(suspended.jsonPath().getString("state"))
                .as(suspended.asString())
                .isEqualTo("SUSPENDED");
        return id;
    }

    private static Map<String, Object> body(String type, LocalDate on, Object... more) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("type", type, "on", on.toString()));
        List<Object> pairs = new ArrayList<>(List.of(more));
        for (int i = 0; i < pairs.size(); i += 2) {
            body.put((String) pairs.get(i), pairs.get(i + 1));
        }
        return body;
    }
}
