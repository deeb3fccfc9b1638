package org.concord.acceptance.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.concord.local.realm.Jurisdiction;

/**
 * What 53 members have decided and counted: agreements, opened over HTTP as staff would; motions, ballots, votes, guidance,
 * acts on it and ten years of weekly counts, written into the tables as the service leaves them. Every figure is drawn;
 * none is a statement about a state.
 */
final class Members {

    /** Who asks; a member of every agreement. */
    static final String ASKING = "WA";

    private static final int MEMBERS = 53;
    private static final int STATUSES = 2;
    private static final String DATABASE = "compact";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String ORDINARY_RULE = """
            {"abstentions":{"countForQuorum":true,"inBase":false},"conditions":[{"by":"COUNT","of":"CAST","share":">1/2"}],\
            "proxies":0,"quorum":"MAJORITY","quorumOf":"SEAT","threshold":"MAJORITY_OF_VOTES","unit":"SEAT",\
            "weighting":"EQUAL"}""";

    private static final String TEXT = """
            {"title":"Sample","topic":"Sample","recommendations":[{"key":"all","population":{"fromMonths":0},\
            "statement":"Sample recommendation, no government''s statement.","strength":"STRONG_FOR"}],\
            "evidence":[{"title":"Sample","url":"https://example.org/1","publisher":"Sample","publishedOn":"2025-01-01"}],\
            "requiredSignatures":1}""";

    /**
     * How much there is.
     *
     * @param motions all of them, with a ballot each; half of them in one agreement
     * @param guidances under one agreement, each with two versions and every member's acts
     */
    record Volume(int agreements, int motions, int guidances, int conditions, int weeks) {

        static Volume full() {
            return new Volume(200, 20_000, 500, 120, 520);
        }

        /** Enough to see every question answered. */
        static Volume small() {
            return new Volume(20, 400, 20, 12, 300);
        }

        long votes() {
            return (long) motions * MEMBERS;
        }

        long counts() {
            return (long) conditions * MEMBERS * weeks * STATUSES;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%d members, %d agreements, %,d motions, %,d votes, %d guidances with %,d acts, %,d weekly counts of %d"
                            + " conditions",
                    MEMBERS,
                    agreements,
                    motions,
                    votes(),
                    guidances,
                    (long) guidances * MEMBERS * 5,
                    counts(),
                    conditions);
        }
    }

    private final Ground ground;
    private final Volume volume;
    private final List<String> usps;
    private final List<UUID> agreements = new ArrayList<>();
    private final UUID dataUse = UUID.fromString("0000000d-0000-7000-8000-000000000001");

    Members(Ground ground, Volume volume) {
        this.ground = ground;
        this.volume = volume;
        var codes = new TreeSet<String>();
        Jurisdiction.all().stream()
                .map(Jurisdiction::usps)
                .sorted()
                .limit(MEMBERS)
                .forEach(codes::add);
        codes.add(ASKING);
        this.usps = List.copyOf(codes);
    }

    /** The agreement with half of all motions, of which all are members. */
    UUID largest() {
        return agreements.getFirst();
    }

    /** The alliance under which the guidance is issued. */
    UUID alliance() {
        return agreements.get(1);
    }

    /** The n-th agreement, from 0, over and over. */
    UUID agreement(int n) {
        return agreements.get(n % agreements.size());
    }

    /** Under which the counts are shared. */
    UUID dataUse() {
        return dataUse;
    }

    /** The n-th member, from 0, over and over. */
    String member(int n) {
        return usps.get(n % usps.size());
    }

    /** A motion, from 1, over and over, of the largest agreement. */
    String motion(int n) {
        return id(2, 1 + n % (volume.motions() / 2));
    }

    /** A ballot, from 1, over and over, of the largest agreement. */
    String ballot(int n) {
        return id(1, 1 + n % (volume.motions() / 2));
    }

    /** A guidance, from 1, over and over. */
    String guidance(int n) {
        return id(3, 1 + n % volume.guidances());
    }

    /** A condition, from 1, over and over. */
    String condition(int n) {
        return "C" + (1 + n % volume.conditions());
    }

    /** Opens and writes all of it. */
    void settle(Tokens staff, int lastWeek) {
        openAgreements(staff);
        ground.say(agreements.size() + " agreements are open");
        try (Connection connection = ground.connect(DATABASE);
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            decide(sql);
            guide(sql);
            connection.commit();
            ground.say(String.format(Locale.ROOT, "%,d motions and %,d votes stand", volume.motions(), volume.votes()));
            count(sql, lastWeek);
            connection.commit();
            connection.setAutoCommit(true);
            sql.execute("vacuum analyze");
            sql.execute("checkpoint");
            ground.say(String.format(Locale.ROOT, "%,d counts stand", volume.counts()));
        } catch (SQLException e) {
            throw new IllegalStateException("what is asked for could not be written: " + e.getMessage(), e);
        }
    }

    private void openAgreements(Tokens staff) {
        for (int i = 0; i < volume.agreements(); i++) {
            // The first two have all members; the others twenty or more, and always the one that asks.
            int size = i < 2 ? MEMBERS : 20 + i % (MEMBERS - 20);
            var members = new TreeSet<>(usps.subList(0, size));
            members.add(ASKING);
            List<Map<String, String>> joining = members.stream()
                    .map(member -> Map.of("member", member, "effectiveOn", "2020-01-01"))
                    .toList();
            agreements.add(open(
                    staff,
                    Map.of(
                            "code",
                            "BENCH-" + i,
                            "title",
                            "Sample agreement " + i + ", no government's statement",
                            "type",
                            i == 1 ? "ALLIANCE_MOU" : "STATUTORY_COMPACT",
                            "lead",
                            ASKING,
                            "members",
                            joining)));
        }
    }

    private UUID open(Tokens staff, Map<String, Object> agreement) {
        try {
            var request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + ground.ports().compact() + "/api/v1/agreements"))
                    .timeout(Duration.ofSeconds(30))
                    .header("Authorization", "Bearer " + staff.token())
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", String.valueOf(agreement.get("code")))
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(agreement)))
                    .build();
            HttpResponse<String> answer = ground.send(request)
                    .filter(given -> given.statusCode() == 201)
                    .orElseThrow(() -> new IllegalStateException("an agreement could not be opened"));
            return UUID.fromString(JSON.readTree(answer.body()).get("id").asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // ---- tables ---------------------------------------------------------------------------------------------------

    private void decide(Statement sql) throws SQLException {
        sql.execute("create temp table bench_agreement (place integer primary key, id uuid)");
        for (int i = 0; i < agreements.size(); i++) {
            sql.addBatch("insert into bench_agreement values (" + i + ", '" + agreements.get(i) + "')");
        }
        sql.executeBatch();
        String motions =
                "generate_series(1, " + volume.motions() + ") n join bench_agreement a on a.place = case when n <= "
                        + volume.motions() / 2 + " then 0 else n % " + agreements.size() + " end";
        sql.execute("insert into ballot (id, agreement_id, matter_type, subject_kind, subject_id, rule, opened_at,"
                + " closes_at, closed_at, result, version) select " + idOf(1)
                + ", a.id, 'PROPOSAL', 'bench', " + idOf(2) + ", '" + ORDINARY_RULE
                + "', now() - interval '2 days', now() - interval '1 day', now() - interval '1 day', 'ADOPTED', 1 from "
                + motions);
        String seats = "generate_series(1, " + volume.motions() + ") n, " + members() + " m";
        sql.execute("insert into seat (ballot_id, member, seat) select " + idOf(1) + ", m, m || '-1' from " + seats);
        sql.execute("insert into vote (ballot_id, seat, choice, cast_by, cast_at) select " + idOf(1)
                + ", m || '-1', case when n % 7 = 0 then 'NO' else 'YES' end, 'somebody', now() - interval '36 hours' from "
                + seats);
        sql.execute("insert into motion (id, agreement_id, root_id, depth, title, original_text, text, moved_by,"
                + " moved_subject, moved_at, seconded_by, stage, version) select " + idOf(2) + ", a.id, " + idOf(2)
                + ", 0, 'Motion ' || n, repeat('text ', 200), repeat('text ', 200), '" + member(0)
                + "', 'somebody', now(), '" + member(1)
                + "', case when n % 100 = 0 then 'PENDING' else 'WITHDRAWN' end, 1 from " + motions);
    }

    private void guide(Statement sql) throws SQLException {
        String all = "generate_series(1, " + volume.guidances() + ") n";
        sql.execute("insert into guidance (id, agreement_id, code, drafted_at, version) select " + idOf(3) + ", '"
                + alliance() + "', 'G-' || n, now() - interval '400 days', 1 from " + all);
        for (int number = 1; number <= 2; number++) {
            int textKind = 3 + 2 * number;
            int versionKind = 4 + 2 * number;
            String replaced = number == 1
                    ? idOf(versionKind + 2) + ", current_date - 100, now() - interval '100 days'"
                    : "null, null, null";
            int age = number == 1 ? 300 : 100;
            sql.execute("insert into guidance_version (id, guidance_id, number, stage, text_id, revision, signing,"
                    + " required_signatures, drafted_by, drafted_at, issued_at, issued_on, effective_on, replaced_by,"
                    + " replaced_on, replaced_at, version) select " + idOf(versionKind) + ", " + idOf(3) + ", " + number
                    + ", 'ISSUED', " + idOf(textKind) + ", 1, 1, 1, 'somebody', now() - interval '400 days',"
                    + " now() - interval '" + age + " days', current_date - " + age + ", current_date - " + age + ", "
                    + (number == 1 ? "null, null, null" : replaced) + ", 1 from " + all);
            sql.execute(
                    "insert into guidance_text (id, version_id, revision, title, topic, body, revised_by, revised_at) select "
                            + idOf(textKind) + ", " + idOf(versionKind)
                            + ", 1, 'Guidance ' || n, 'Topic ' || n % 9, '" + TEXT
                            + "', 'somebody', now() - interval '400 days' from "
                            + all);
        }
        sql.execute("update guidance_version old set replaced_by = new.id, replaced_on = new.issued_on,"
                + " replaced_at = new.issued_at from guidance_version new"
                + " where new.guidance_id = old.guidance_id and new.number = 2 and old.number = 1");
        sql.execute(
                "insert into adoption_act (id, act_id, revision, guidance_id, number, member, legal_effect, decision,"
                        + " authority, instrument, citation, deviations, effective_on, voided, recorded_by, recorded_at)"
                        + " select gen_random_uuid(), gen_random_uuid(), 1, " + idOf(3)
                        + ", 1 + (n + length(e)) % 2, m, e,"
                        + " case when (n + ascii(m)) % 5 = 0 then 'DECLINE' else 'ADOPT' end, 'Sample authority', 'STATUTE',"
                        + " 'Order ' || n, '[]', current_date - 90, false, 'somebody', now() - interval '90 days' from "
                        + all
                        + ", " + members() + " m, unnest(array['CLINICAL_RECOMMENDATION', 'PHARMACIST_AUTHORITY',"
                        + " 'STATE_REGULATED_INSURANCE', 'MEDICAID', 'SCHOOL_ENTRY']) e");
    }

    private void count(Statement sql, int lastWeek) throws SQLException {
        sql.execute(
                "insert into known_data_use_agreement values ('" + dataUse + "', '" + alliance() + "', 'DUA-BENCH')");
        int first = lastWeek - volume.weeks() + 1;
        for (String table : List.of("case_cell", "case_cell_version")) {
            // As they came: week by week, each with all members and conditions, so that no series lies side by side.
            sql.execute(
                    "insert into " + table + " (data_use_agreement_id, condition, member, week, status, version, cases,"
                            + " substitute, finality, reported_at) select '" + dataUse + "', 'C' || c, m, w, s, 1,"
                            + " case when n > 4 or n = 0 then n end, case when n between 1 and 4 then 2 end, 'FINAL',"
                            + " now() - (" + lastWeek + " - w) * interval '7 days' from generate_series(" + first + ", "
                            + lastWeek
                            + ") w, " + members() + " m, generate_series(1, " + volume.conditions()
                            + ") c, unnest(array['CONFIRMED', 'PROBABLE']) s, lateral"
                            + " (select (random() * (c % 40) * (1.5 + sin(w / 8.3)))::int as n) as counted");
        }
    }

    private String members() {
        return "unnest(array['" + String.join("', '", usps) + "'])";
    }

    private static String idOf(int kind) {
        return "('0000000" + kind + "-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid";
    }

    private static String id(int kind, int number) {
        return "0000000" + kind + "-0000-7000-8000-" + String.format(Locale.ROOT, "%012x", number);
    }
}
