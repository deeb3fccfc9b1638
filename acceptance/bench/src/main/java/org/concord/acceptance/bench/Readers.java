package org.concord.acceptance.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.UUID;
import org.concord.local.process.Child;
import org.jspecify.annotations.Nullable;

/**
 * What one state asks of compact-service, one question after the other, and how long each answer takes at the caller's
 * end. The yardstick is a question without an answer to read: the same door, token check and policy.
 */
final class Readers {

    private static final double GOAL_MILLIS = 100;
    private static final double GOAL_RUN_SECONDS = 10;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Arguments arguments;
    private final Ground ground;
    private final Members members;
    private final Members.Volume volume;
    private final LocalDate lastSaturday;
    private final int asked;
    private @Nullable Child service;

    Readers(Arguments arguments, Ground ground) {
        this.arguments = arguments;
        this.ground = ground;
        this.volume = arguments.quick() ? Members.Volume.small() : Members.Volume.full();
        this.members = new Members(ground, volume);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        this.lastSaturday = today.minusDays(1 + today.getDayOfWeek().getValue() % 7);
        this.asked = arguments.quick() ? 50 : 200;
    }

    Told run(Map<String, String> about) {
        ground.bring("compact-service", "compact-service");
        service = ground.startService("compact-service", ground.ports().compact(), ground.database("compact"));
        ground.awaitReady("compact-service", ground.ports().compact());
        Tokens staff = ground.tokens("sample-loader");
        members.settle(staff, week());
        about.put("volume", volume.toString());
        var report = new ReadingReport(about, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        runAlerts(staff, report);
        ask(ground.tokens("erp-wa"), report);
        return report;
    }

    /** The week of the last Saturday, counted from week 1 of 1900 as the tables count. */
    private int week() {
        return (int) ChronoUnit.WEEKS.between(LocalDate.of(1900, 1, 6), lastSaturday);
    }

    /** A day's MMWR week: Sunday to Saturday, week 1 the first with four days in the year. */
    private static String label(LocalDate day) {
        WeekFields weeks = WeekFields.of(DayOfWeek.SUNDAY, 4);
        return String.format(
                Locale.ROOT, "%04d-W%02d", day.get(weeks.weekBasedYear()), day.get(weeks.weekOfWeekBasedYear()));
    }

    // ---- questions ------------------------------------------------------------------------------------------------

    private List<Question> questions() {
        String data = "dataUseAgreement=" + members.dataUse();
        String year = label(lastSaturday.minusWeeks(52));
        String now = label(lastSaturday);
        return List.of(
                new Question(
                        "nothing: a condition without counts", n -> "/case-series?" + data + "&condition=NONE-" + n),
                new Question("my agreements", n -> "/agreements?limit=" + (50 + n % 50)),
                new Question("one agreement", n -> "/agreements/" + members.agreement(n)),
                new Question(
                        "its members on a day", n -> "/agreements/" + members.agreement(n) + "/members?on=2024-03-01"),
                new Question("where a state is a member, as known", n -> "/memberships?member=" + members.member(n)),
                new Question("motions, newest first", n -> "/motions?agreement=" + members.agreement(n % 3)),
                new Question(
                        "pending motions", n -> "/motions?agreement=" + members.agreement(n % 3) + "&state=PENDING"),
                new Question("one motion with its amendments", n -> "/motions/" + members.motion(n * 37)),
                new Question("ballots, newest first", n -> "/ballots?agreement=" + members.agreement(n % 3)),
                new Question("one ballot with its roll and votes", n -> "/ballots/" + members.ballot(n * 37)),
                new Question(
                        "a member's votes",
                        n -> "/votes?agreement=" + members.largest() + "&member=" + members.member(n)),
                new Question("guidance of an alliance", n -> "/guidance?agreement=" + members.alliance()),
                new Question("who follows a guidance", n -> "/guidance/" + members.guidance(n) + "/adoption-matrix"),
                new Question(
                        "the same as it was on a day",
                        n -> "/guidance/" + members.guidance(n) + "/adoption-matrix?on="
                                + lastSaturday.minusDays(n % 300)),
                new Question(
                        "its map",
                        n -> "/guidance/" + members.guidance(n) + "/adoption-matrix/map?legalEffect=MEDICAID"),
                new Question(
                        "ten years of one member",
                        n -> "/case-series?" + data + "&condition=" + members.condition(n) + "&member="
                                + members.member(n)),
                new Question(
                        "ten years of all members", n -> "/case-series?" + data + "&condition=" + members.condition(n)),
                new Question(
                        "a table of twelve weeks", n -> "/case-tables?" + data + "&condition=" + members.condition(n)),
                new Question(
                        "a table of a year",
                        n -> "/case-tables?" + data + "&condition=" + members.condition(n) + "&from=" + year + "&to="
                                + now),
                new Question(
                        "twelve weeks as they were known",
                        n -> "/case-tables?" + data + "&condition=" + members.condition(n) + "&asOf=" + lastSaturday
                                + "T12:00:00Z"),
                new Question(
                        "how a week's count moved",
                        n -> "/case-backfills?" + data + "&condition=" + members.condition(n) + "&member="
                                + members.member(n) + "&week=" + year),
                new Question("alerts of a condition", n -> "/alerts?" + data + "&condition=" + members.condition(n)),
                new Question("all alerts", n -> "/alerts?" + data));
    }

    private void ask(Tokens tokens, ReadingReport report) {
        List<Question> questions = questions();
        for (Question question : questions) {
            // What the JVM has not compiled and PostgreSQL has not read is no answer time of a service that has run a
            // day.
            for (int n = 0; n < asked; n++) {
                answerTo(question, n, tokens);
            }
        }
        ground.say("every question was asked " + asked + " times without being timed");
        List<Samples> samples =
                questions.stream().map(question -> new Samples()).toList();
        long[] bytes = new long[questions.size()];
        int rounds = arguments.rounds();
        for (int round = 0; round < rounds; round++) {
            for (int q = 0; q < questions.size(); q++) {
                for (int n = 0; n < asked; n++) {
                    long start = System.nanoTime();
                    String body = answerTo(questions.get(q), n + round * asked, tokens);
                    samples.get(q).add(System.nanoTime() - start);
                    bytes[q] = Math.max(bytes[q], body.length());
                }
            }
            ground.say("round " + (round + 1) + " of " + rounds);
        }
        for (int q = 0; q < questions.size(); q++) {
            Samples times = samples.get(q);
            report.rows()
                    .add(new ReadingReport.Row(
                            questions.get(q).name(),
                            times.size(),
                            bytes[q],
                            times.millis(0.5),
                            times.millis(0.95),
                            times.millis(0.99),
                            times.millis(1)));
            if (q > 0) {
                report.goals()
                        .add(Goal.atMost(
                                "p99 in ms, " + questions.get(q).name(),
                                OptionalDouble.of(times.millis(0.99)),
                                GOAL_MILLIS));
            }
        }
    }

    private String answerTo(Question question, int n, Tokens tokens) {
        var request = request(question.path().apply(n), tokens)
                .header("Concord-Member", Members.ASKING)
                .GET()
                .build();
        HttpResponse<String> answer =
                ground.send(request).orElseThrow(() -> new IllegalStateException("no answer to " + question.name()));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(question.name() + " is answered with " + answer.statusCode() + ": "
                    + answer.body() + "\n" + Objects.requireNonNull(service).tail());
        }
        return answer.body();
    }

    private HttpRequest.Builder request(String path, Tokens tokens) {
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + ground.ports().compact() + "/api/v1" + path))
                .timeout(Duration.ofMinutes(2))
                .header("Authorization", "Bearer " + tokens.token());
    }

    // ---- alerts ---------------------------------------------------------------------------------------------------

    private void runAlerts(Tokens staff, ReadingReport report) {
        double[] seconds = new double[arguments.rounds()];
        for (int i = 0; i <= seconds.length; i++) {
            var request = request("/alert-runs", staff)
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .POST(HttpRequest.BodyPublishers.ofString("""
                            {"dataUseAgreementId":"%s","week":"%s","methods":[
                              {"method":"EARS_C1","minSigma":0.5,"alpha":0.0001},
                              {"method":"EARS_C2","minSigma":0.5,"alpha":0.0001},
                              {"method":"FARRINGTON_FLEXIBLE","noPeriods":10,"pastWeeksNotIncluded":26,
                               "thresholdMethod":"nbPlugin","alpha":0.001}]}""".formatted(members.dataUse(), label(lastSaturday))))
                    .build();
            long start = System.nanoTime();
            HttpResponse<String> answer =
                    ground.send(request).orElseThrow(() -> new IllegalStateException("no answer to a run of alerts"));
            double took = (System.nanoTime() - start) / 1e9;
            if (answer.statusCode() != 201) {
                throw new IllegalStateException("a run of alerts is answered with " + answer.body());
            }
            report.notes().add(note(i, took, answer.body()));
            ground.say(report.notes().getLast());
            if (i > 0) {
                seconds[i - 1] = took;
            }
        }
        report.goals()
                .add(Goal.atMost(
                        "seconds, alerts over every series by three methods",
                        Results.median(seconds),
                        GOAL_RUN_SECONDS));
    }

    private static String note(int run, double seconds, String body) {
        try {
            var view = JSON.readTree(body);
            return String.format(
                    Locale.ROOT,
                    "Alerts, run %d%s: %,d series by three methods in %.2f s, %,d alarms",
                    run + 1,
                    run == 0 ? " (cold, not counted)" : "",
                    view.get("seriesJudged").asLong(),
                    seconds,
                    view.get("alerts").asLong());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
