package org.concord.acceptance.story;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/**
 * What every act shares.
 *
 * @param run short and unique: the code of this run's agreement, and so of its book
 */
record Stage(Scenario scenario, Cast cast, Narrator narrator, Clock clock, String run) {

    /** How long news may take from one service to another before the step fails; seconds in practice. */
    static final Duration NEWS = Duration.ofSeconds(30);

    static final String FUND = "GEN";

    /** A day that has begun in every member's zone, however far west: legal time is each member's own. */
    LocalDate yesterday() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
    }

    int year() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).getYear();
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /**
     * Asks a service about something that another service has just decided. Until the news has arrived there, the
     * thing is unknown (404) or the person has no standing in it (403); neither answer is remembered. When it stays so,
     * the last answer is handed back, which says it in its own words.
     */
    static Answer onceKnown(Supplier<Answer> question) {
        long end = System.nanoTime() + NEWS.toNanos();
        Answer answer = question.get();
        while ((answer.status() == 404 || answer.status() == 403) && System.nanoTime() < end) {
            Patience.pause(Duration.ofMillis(150));
            answer = question.get();
        }
        return answer;
    }
}
