package org.concord.compact.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concord.compact.governance.Chamber.opened;
import static org.concord.compact.governance.Chamber.pending;
import static org.concord.compact.governance.Chamber.shown;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.concord.compact.Database;
import org.concord.compact.ServiceTest;
import org.concord.local.realm.Jurisdiction;
import org.concord.testkit.ServersResource;
import org.concord.testkit.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServersResource.class)
class ClosingSecondTest extends ServiceTest {

    private static final int DELEGATES = 50;

    /** What one delegate got. */
    private record Answer(String member, int status, String type) {}

    @Test
    void fiftyDelegatesAtTheClosingSecondAreEachCountedOnceOrToldThatItIsTooLate() throws Exception {
        Chamber chamber = new Chamber(api, clock);
        String[] members = Jurisdiction.all().stream()
                .map(Jurisdiction::usps)
                .limit(DELEGATES)
                .toArray(String[]::new);
        String agreement = chamber.compact(members);
        String motion = pending(agreement, members[0], members[1], "Members report every week.");
        for (String member : members) {
            Tokens.of(Chamber.delegate(member));
        }
        Map<String, Object> body = chamber.ballotOn(agreement, motion);
        Instant closesAt = clock.instant().plusSeconds(3);
        body.put("closesAt", closesAt.toString());
        String ballot = opened(body);

        List<Answer> answers = everyoneAround(closesAt, members, ballot);

        List<String> accepted = answers.stream()
                .filter(answer -> answer.status() == 201)
                .map(Answer::member)
                .sorted()
                .toList();
        assertThat(answers.stream().filter(answer -> answer.status() != 201))
                .allSatisfy(answer -> assertThat(answer.type()).isEqualTo("urn:concord:problem:ballot-closed"));
        assertThat(accepted).as("some are in time, some are not").isNotEmpty().hasSizeLessThan(DELEGATES);

        JsonPath closed = shown("/ballots/" + ballot);
        assertThat(closed.getString("state")).isEqualTo("CLOSED");
        assertThat(closed.getList("roll.findAll { it.voted }.member", String.class))
                .isEqualTo(accepted);
        assertThat(Database.number("select count(*) from vote where ballot_id = '" + ballot + "'"))
                .isEqualTo(accepted.size());
        assertThat(Database.number("select count(*) from vote v join ballot b on b.id = v.ballot_id" + " where b.id = '"
                        + ballot + "' and v.cast_at >= b.closes_at"))
                .isZero();
        assertThat(closed.getInt("tally.yes")).isEqualTo(accepted.size());
        assertThat(closed.getString("result"))
                .isEqualTo(2 * accepted.size() > DELEGATES ? "ADOPTED" : "QUORUM_NOT_REACHED");
        assertThat(kafka.awaitAll("compact.ballot.v1", ballot, "VoteCast", accepted.size()))
                .hasSize(accepted.size());
    }

    /** Half of them before the hour, half at it and after it, all within a second. */
    private List<Answer> everyoneAround(Instant closesAt, String[] members, String ballot) throws Exception {
        List<Callable<Answer>> votes = new ArrayList<>();
        for (int i = 0; i < members.length; i++) {
            String member = members[i];
            Instant at = closesAt.plusMillis((i - members.length / 2) * 20L);
            votes.add(() -> {
                Duration wait = Duration.between(clock.instant(), at);
                if (wait.isPositive()) {
                    Thread.sleep(wait);
                }
                Response answer = Chamber.vote(Chamber.delegate(member), ballot, Map.of("choice", "YES"));
                return new Answer(
                        member,
                        answer.statusCode(),
                        answer.statusCode() == 201 ? "" : answer.jsonPath().getString("type"));
            });
        }
        List<Answer> answers = new ArrayList<>();
        try (ExecutorService delegates = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> vote : delegates.invokeAll(votes)) {
                answers.add(vote.get());
            }
        }
        return answers;
    }
}
