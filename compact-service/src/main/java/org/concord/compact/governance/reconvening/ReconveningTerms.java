package org.concord.compact.governance.reconvening;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import org.concord.compact.Moments;
import org.concord.compact.agreement.AgreementRegister.AgreementFacts;
import org.concord.compact.governance.meeting.NoticeMeeting;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.concord.kit.time.Zones;
import org.jspecify.annotations.Nullable;

/**
 * On what terms an adjourned meeting is taken up again.
 *
 * @param citation the article, or the motion, that adjourns it so
 * @param conditions any of which is enough; numbered from 1
 * @param holdsFrom the first instant at which a condition can be met; null for the adjournment itself
 * @param holdsUntil the first instant at which none can be met any more
 * @param notice the notice that the public gets of the meeting that follows
 * @param meetsAt its hour, in the lead's zone, on the first day that the notice allows
 * @param agenda its items, and no others
 */
public record ReconveningTerms(
        @NotBlank @Size(max = 300) String citation,
        @NotEmpty @Size(max = 5) List<@NotNull @Valid TriggerCondition> conditions,
        @Nullable Instant holdsFrom,
        @NotNull Instant holdsUntil,
        @NotNull @Valid NoticeMeeting.Notice notice,
        @NotNull LocalTime meetsAt,
        @NotBlank @Size(max = 200) String title,
        @NotBlank @Size(max = 300) String place,
        @NotEmpty @Size(max = 100) List<NoticeMeeting.@NotNull @Valid Item> agenda) {

    /** Copies are kept, and hours as the database will. */
    public ReconveningTerms {
        // Absent only until Bean Validation has refused it.
        conditions = conditions == null ? conditions : List.copyOf(conditions);
        agenda = agenda == null ? agenda : List.copyOf(agenda);
        holdsFrom = holdsFrom == null ? null : Moments.asKept(holdsFrom);
        holdsUntil = holdsUntil == null ? holdsUntil : Moments.asKept(holdsUntil);
        meetsAt = meetsAt == null ? meetsAt : meetsAt.truncatedTo(ChronoUnit.MINUTES);
    }

    /**
     * Holds what annotations cannot say: a period that lies ahead, and conditions that can come true in it.
     *
     * @param voting the members that have the right to vote now
     * @throws ProblemException {@code validation-failed}, with each fault
     */
    void requireSound(AgreementFacts agreement, SortedSet<String> voting, Instant now) {
        List<Violation> faults = new ArrayList<>();
        Instant from = holdsFrom == null ? now : holdsFrom;
        if (!holdsUntil.isAfter(now)) {
            faults.add(Violation.at("/reconvening/holdsUntil", "passed", "the period lies ahead"));
        } else if (!holdsUntil.isAfter(from)) {
            faults.add(Violation.at("/reconvening/holdsUntil", "before-start", "the period ends after it begins"));
        }
        Set<TriggerCondition> seen = new HashSet<>();
        for (int i = 0; i < conditions.size(); i++) {
            String pointer = "/reconvening/conditions/" + i;
            if (!seen.add(conditions.get(i))) {
                faults.add(Violation.at(pointer, "duplicate", "the condition stands here twice"));
            }
            requireWithinReach(conditions.get(i), pointer, agreement, voting, faults);
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(
                    KitProblem.VALIDATION_FAILED, "The meeting cannot be adjourned on these terms.", faults);
        }
    }

    private void requireWithinReach(
            TriggerCondition condition,
            String pointer,
            AgreementFacts agreement,
            SortedSet<String> voting,
            List<Violation> faults) {
        switch (condition) {
            case TriggerCondition.MembersAsk ask -> requireSoMany(ask.members(), pointer, voting, faults);
            case TriggerCondition.AlertsRaised alerts -> requireSoMany(alerts.members(), pointer, voting, faults);
            case TriggerCondition.DateComes date -> {
                if (!startOf(date.on(), agreement).isBefore(holdsUntil)) {
                    faults.add(Violation.at(pointer + "/on", "outside-the-period", "the period ends before that day"));
                }
            }
            case TriggerCondition.EventAttested event -> {
                if (!voting.contains(event.member())) {
                    faults.add(Violation.at(pointer + "/member", "not-in-standing", "has no vote today"));
                }
            }
        }
    }

    private static void requireSoMany(int members, String pointer, SortedSet<String> voting, List<Violation> faults) {
        if (members > voting.size()) {
            faults.add(Violation.at(
                    pointer + "/members", "out-of-range", "only " + voting.size() + " members vote today"));
        }
    }

    /** The notice of the meeting that follows, if a condition is met now. */
    NoticeMeeting next(AgreementFacts agreement, Instant now) {
        return new NoticeMeeting(agreement.id(), title, place, firstHour(agreement, now), notice, agenda);
    }

    /** The hour on the first day that the notice allows and that still lies ahead. */
    private Instant firstHour(AgreementFacts agreement, Instant now) {
        ZoneId zone = Zones.of(agreement.lead());
        LocalDate first = Zones.dateIn(agreement.lead(), now).plusDays(notice.days());
        Instant hour = ZonedDateTime.of(first, meetsAt, zone).toInstant();
        return hour.isAfter(now)
                ? hour
                : ZonedDateTime.of(first.plusDays(1), meetsAt, zone).toInstant();
    }

    /** The first instant of a day in the lead's zone. */
    static Instant startOf(LocalDate day, AgreementFacts agreement) {
        return day.atStartOfDay(Zones.of(agreement.lead())).toInstant();
    }

    /**
     * The condition with this number.
     *
     * @throws ProblemException {@code no-such-condition} where there is none of the kind
     */
    <T extends TriggerCondition> T condition(int number, Class<T> kind) {
        if (number > conditions.size() || !kind.isInstance(conditions.get(number - 1))) {
            throw new ProblemException(
                    ReconveningProblem.NO_SUCH_CONDITION,
                    "The meeting was not adjourned with such a condition " + number + ".");
        }
        return kind.cast(conditions.get(number - 1));
    }

    /**
     * The number of the condition by which members ask.
     *
     * @throws ProblemException {@code no-such-condition}
     */
    int numberOfRequestCondition() {
        for (int i = 0; i < conditions.size(); i++) {
            if (conditions.get(i) instanceof TriggerCondition.MembersAsk) {
                return i + 1;
            }
        }
        throw new ProblemException(
                ReconveningProblem.NO_SUCH_CONDITION, "The meeting was not adjourned so that members could ask.");
    }
}
