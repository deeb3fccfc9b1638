package org.concord.compact.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concord.compact.Api.STAFF;
import static org.concord.compact.Api.acting;
import static org.concord.compact.Api.agreement;
import static org.concord.compact.Api.as;
import static org.concord.compact.Api.created;
import static org.concord.compact.Api.get;
import static org.concord.compact.Api.post;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.concord.compact.Api;
import org.concord.compact.TestClock;
import org.concord.testkit.Tokens;

/** Members at work: the steps that the tests of governance share. */
public final class Chamber {

    public static final Map<String, Object> IN_WRITING =
            Map.of("quorum", "MAJORITY", "threshold", "MAJORITY_OF_VOTES", "outsideMeeting", "Art. V(c), sample");

    private final Api api;
    private final TestClock clock;

    public Chamber(Api api, TestClock clock) {
        this.api = api;
        this.clock = clock;
    }

    /** A statutory compact of these members, each with a delegate; the first one leads. */
    public String compact(String... members) {
        for (String member : members) {
            api.mandate(delegate(member), "DELEGATE");
        }
        return created(post(as(STAFF), "/agreements", agreement("STATUTORY_COMPACT", members[0], members)));
    }

    public static String delegate(String member) {
        return member.toLowerCase(Locale.ROOT) + ".delegate";
    }

    /** A seat in force since long ago; answers its id. */
    public static String seat(String agreementId, String label) {
        return created(post(
                as(STAFF),
                "/seats",
                Map.of(
                        "agreementId",
                        agreementId,
                        "member",
                        label.substring(0, 2),
                        "label",
                        label,
                        "effectiveOn",
                        "2020-01-01",
                        "instrument",
                        "Art. VI, sample")));
    }

    public static Response credential(String seatId, String kind, String username) {
        return post(as(STAFF), "/seats/" + seatId + "/credentials", term(kind, username, "2020-01-01"));
    }

    public static Map<String, Object> term(String kind, String username, String from) {
        return new LinkedHashMap<>(Map.of(
                "kind",
                kind,
                "subject",
                Tokens.subject(username),
                "effectiveOn",
                from,
                "instrument",
                "Executive order 1, sample",
                "instrumentOn",
                "2019-12-01"));
    }

    /** A notice of two seconds, with a second item that may be closed. */
    public Map<String, Object> notice(String agreementId) {
        return new LinkedHashMap<>(Map.of(
                "agreementId",
                agreementId,
                "title",
                "Regular meeting, sample",
                "place",
                "Room 1 and by telephone",
                "convenesAt",
                api.in(2),
                "notice",
                Map.of("days", 0, "citation", "Bylaw 3, sample"),
                "agenda",
                List.of(Map.of("title", "Motions"), Map.of("title", "A pending suit", "closedFor", "LITIGATION"))));
    }

    /** A meeting that sits in the open. */
    public String sitting(String agreementId) {
        String meeting = created(post(as(STAFF), "/meetings", notice(agreementId)));
        clock.letPass(Duration.ofSeconds(2));
        created(session(meeting, Map.of()));
        return meeting;
    }

    public static Response session(String meeting, Map<String, Object> session) {
        return post(as(STAFF), "/meetings/" + meeting + "/sessions", session);
    }

    /** A motion that is before the members. */
    public static String pending(String agreementId, String mover, String seconder, String text) {
        String motion = created(post(
                acting(delegate(mover)),
                "/motions",
                Map.of("agreementId", agreementId, "title", "On outbreak reports, sample", "text", text)));
        second(motion, seconder);
        return motion;
    }

    /** A seconded amendment. */
    public static String amendment(String parent, String mover, String seconder, String strike, String insert) {
        String amendment = created(post(
                acting(delegate(mover)),
                "/motions/" + parent + "/amendments",
                Map.of("title", "Amendment, sample", "strike", strike, "insert", insert)));
        second(amendment, seconder);
        return amendment;
    }

    public static void second(String motion, String member) {
        created(post(acting(delegate(member)), "/motions/" + motion + "/seconds", Map.of()));
    }

    /** A ballot in writing on a motion, open for two minutes. */
    public Map<String, Object> ballotOn(String agreementId, String motion) {
        return new LinkedHashMap<>(Map.of(
                "agreementId",
                agreementId,
                "matter",
                Map.of("type", "ADOPT_MOTION", "motionId", motion),
                "rule",
                IN_WRITING,
                "closesAt",
                api.in(120)));
    }

    /** Opens it. */
    public static String opened(Map<String, Object> ballot) {
        return created(post(as(STAFF), "/ballots", ballot));
    }

    public static Response vote(String username, String ballot, Map<String, Object> vote) {
        return post(acting(username), "/ballots/" + ballot + "/votes", vote);
    }

    public static void yes(String ballot, String... members) {
        for (String member : members) {
            Response answer = vote(delegate(member), ballot, Map.of("choice", "YES"));
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        }
    }

    public static JsonPath shown(String path) {
        Response answer = get(as(STAFF), path);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }
}
