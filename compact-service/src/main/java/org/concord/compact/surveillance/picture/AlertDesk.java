package org.concord.compact.surveillance.picture;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.concord.compact.Moments;
import org.concord.compact.surveillance.detection.AlertEvaluation.Point;
import org.concord.compact.surveillance.detection.ChosenMethod;
import org.concord.compact.surveillance.detection.EvaluateAlerts;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.time.Ids;
import org.concord.kit.time.MmwrWeek;

/** Judges the members' series, in the caller's transaction, and keeps what it raises with all that decided it. */
@ApplicationScoped
class AlertDesk {

    /** Above one alert for each of 53 members and 120 conditions nobody reads on. */
    static final int MOST_ALERTS = 6_000;

    private final CaseCells cells;
    private final Alerts alerts;
    private final Ids ids;
    private final Clock clock;

    AlertDesk(CaseCells cells, Alerts alerts, Ids ids, Clock clock) {
        this.cells = cells;
        this.alerts = alerts;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Judges every series at one week.
     *
     * @throws ProblemException {@code validation-failed}, {@code too-many-alerts}
     */
    AlertRunView run(RunAlerts command, UUID agreementId, String runBy) {
        command.requireSound();
        Instant now = Moments.now(clock);
        Run run = new Run(command);
        cells.eachSeries(
                command.dataUseAgreementId(),
                command.conditions(),
                command.addedStatuses(),
                command.from(),
                command.week(),
                run::take);
        run.conditionEnds();
        AlertRunView view = new AlertRunView(
                ids.next(),
                command.dataUseAgreementId(),
                command.week(),
                EvaluateAlerts.VERSION,
                command,
                run.judged,
                run.raised.size(),
                now);
        alerts.store(view, agreementId, runBy, run.raised, ids::next);
        return view;
    }

    /**
     * An alarm.
     *
     * @param point what the method says of the series' last point
     * @param inputs the series, and this method alone
     */
    record Raised(MemberSeries series, ChosenMethod method, Point point, EvaluateAlerts inputs) {}

    /** Takes series ordered by condition; once a condition is through, judges its members together. */
    private static final class Run {

        private final RunAlerts command;
        private final List<Raised> raised = new ArrayList<>();
        private final List<MemberSeries> ofCondition = new ArrayList<>();
        private int judged;

        Run(RunAlerts command) {
            this.command = command;
        }

        void take(MemberSeries series) {
            if (!ofCondition.isEmpty() && !ofCondition.getFirst().condition().equals(series.condition())) {
                conditionEnds();
            }
            // A member that has not reported the week cannot be judged at it.
            if (series.lastWeek() == command.week().number()) {
                ofCondition.add(series);
                judge(series);
            }
        }

        void conditionEnds() {
            if (ofCondition.size() > 1) {
                judge(MemberSeries.together(ofCondition));
            }
            ofCondition.clear();
        }

        private void judge(MemberSeries series) {
            List<ChosenMethod> fitting = command.methods().stream()
                    .filter(method -> method.detector().firstIndex() <= series.length())
                    .toList();
            judged += fitting.isEmpty() ? 0 : 1;
            for (ChosenMethod method : fitting) {
                MmwrWeek start = MmwrWeek.ofNumber(series.lastWeek() - series.length() + 1);
                EvaluateAlerts inputs = new EvaluateAlerts(series.values(), start, null, List.of(method));
                Point last = inputs.lastPoint();
                if (last.alarm()) {
                    raised.add(new Raised(series, method, last, inputs));
                    requireReadable();
                }
            }
        }

        private void requireReadable() {
            if (raised.size() > MOST_ALERTS) {
                throw new ProblemException(
                        SurveillanceProblem.TOO_MANY_ALERTS,
                        "More than " + MOST_ALERTS + " alarms: choose a smaller alpha, or fewer conditions.");
            }
        }
    }
}
