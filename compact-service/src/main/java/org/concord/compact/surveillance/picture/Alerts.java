package org.concord.compact.surveillance.picture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.concord.compact.surveillance.detection.DetectionMethod;
import org.concord.compact.surveillance.detection.EvaluateAlerts;
import org.concord.compact.surveillance.picture.AlertDesk.Raised;
import org.concord.compact.surveillance.picture.AlertView.LinkView;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.time.MmwrWeek;
import org.jspecify.annotations.Nullable;

/** The runs, alerts and links that are kept for ever, as the JSON and the figures that are shown. */
@ApplicationScoped
class Alerts {

    private static final String INSERT_RUN = """
            insert into alert_run (id, data_use_agreement_id, agreement_id, week, formula_version, parameters,
                                   series_judged, alerts, run_by, run_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String INSERT_ALERT = """
            insert into alert (id, run_id, data_use_agreement_id, agreement_id, member, condition, week, method, observed,
                               statistic, bound, has_substitutes, formula_version, inputs, raised_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String COLUMNS = """
            select id, run_id, data_use_agreement_id, member, condition, week, method, observed, statistic, bound,
                   has_substitutes, formula_version, raised_at""";

    private static final String PAGE = COLUMNS + """
             from alert
            where data_use_agreement_id = ? and id < ? and (?::text is null or condition = ?)
              and (?::uuid is null or run_id = ?)
            order by id desc limit ?""";

    private static final String ONE = COLUMNS + ", inputs, agreement_id from alert where id = ?";

    private static final String LINKS =
            "select alert_id, id, type, target_id, linked_at from alert_link where alert_id = any (?) order by id";

    private static final String AGREEMENT = "select agreement_id from alert where id = ?";

    private static final String OPENERS =
            "select alert_id from alert_link where type = ? and target_id = ? order by alert_id limit 100";

    private static final String ALARMED =
            "select distinct member from alert where run_id = ? and condition = ? and member is not null";

    private static final String INSERT_LINK = """
            insert into alert_link (id, alert_id, type, target_id, linked_by, linked_at) values (?, ?, ?, ?, ?, ?)
            on conflict on constraint alert_link_once_uk do nothing""";

    private static final String RUN = """
            select id, data_use_agreement_id, week, formula_version, parameters, series_judged, alerts, run_at, agreement_id
              from alert_run where id = ?""";

    private final DataSource dataSource;
    private final ObjectMapper json;

    Alerts(DataSource dataSource, ObjectMapper json) {
        this.dataSource = dataSource;
        this.json = json;
    }

    /** A thing and the agreement whose members may see it. */
    record Kept<V>(UUID agreementId, V view) {}

    /** Keeps a run with what it raised. */
    void store(AlertRunView run, UUID agreementId, String runBy, List<Raised> raised, Supplier<UUID> ids) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement head = connection.prepareStatement(INSERT_RUN);
                PreparedStatement alert = connection.prepareStatement(INSERT_ALERT)) {
            head.setObject(1, run.id());
            head.setObject(2, run.dataUseAgreementId());
            head.setObject(3, agreementId);
            head.setInt(4, run.week().number());
            head.setString(5, run.formulaVersion());
            head.setString(6, json.writeValueAsString(run.parameters()));
            head.setInt(7, run.seriesJudged());
            head.setInt(8, run.alerts());
            head.setString(9, runBy);
            head.setTimestamp(10, Timestamp.from(run.runAt()));
            head.executeUpdate();
            for (Raised one : raised) {
                alert.setObject(1, ids.get());
                alert.setObject(2, run.id());
                alert.setObject(3, run.dataUseAgreementId());
                alert.setObject(4, agreementId);
                alert.setString(
                        5, one.series().member().isEmpty() ? null : one.series().member());
                alert.setString(6, one.series().condition());
                alert.setInt(7, run.week().number());
                alert.setString(8, one.method().method().name());
                alert.setLong(9, one.series().last());
                alert.setObject(10, one.point().statistic(), Types.DOUBLE);
                alert.setObject(11, one.point().bound(), Types.DOUBLE);
                alert.setBoolean(12, one.series().hasSubstitutes());
                alert.setString(13, run.formulaVersion());
                alert.setString(14, json.writeValueAsString(one.inputs()));
                alert.setTimestamp(15, Timestamp.from(run.runAt()));
                alert.addBatch();
            }
            alert.executeBatch();
        } catch (SQLException | JsonProcessingException failed) {
            throw new IllegalStateException("alerts could not be kept", failed);
        }
    }

    /** A run; empty for an unknown one. */
    Optional<Kept<AlertRunView>> run(UUID id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(RUN)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                AlertRunView view = new AlertRunView(
                        id,
                        row.getObject(2, UUID.class),
                        MmwrWeek.ofNumber(row.getInt(3)),
                        row.getString(4),
                        json.readValue(row.getString(5), RunAlerts.class),
                        row.getInt(6),
                        row.getInt(7),
                        row.getTimestamp(8).toInstant());
                return Optional.of(new Kept<>(row.getObject(9, UUID.class), view));
            }
        } catch (SQLException | JsonProcessingException failed) {
            throw new IllegalStateException("a run could not be read", failed);
        }
    }

    /** Alerts of a data-use agreement, newest first, with their links and without their inputs. */
    List<AlertView> page(
            UUID dataUseAgreementId, @Nullable String condition, @Nullable UUID run, UUID below, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(PAGE)) {
            select.setObject(1, dataUseAgreementId);
            select.setObject(2, below);
            select.setString(3, condition);
            select.setString(4, condition);
            select.setObject(5, run, Types.OTHER);
            select.setObject(6, run, Types.OTHER);
            select.setInt(7, limit);
            List<AlertView> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(view(row, null, List.of()));
                }
            }
            Map<UUID, List<LinkView>> links =
                    links(connection, found.stream().map(AlertView::id).toList());
            return found.stream()
                    .map(alert -> withLinks(alert, links.getOrDefault(alert.id(), List.of())))
                    .toList();
        } catch (SQLException failed) {
            throw new IllegalStateException("alerts could not be read", failed);
        }
    }

    /** An alert with its inputs and links; empty for an unknown one. */
    Optional<Kept<AlertView>> find(UUID id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(ONE)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                List<LinkView> links = links(connection, List.of(id)).getOrDefault(id, List.of());
                EvaluateAlerts inputs = json.readValue(row.getString(14), EvaluateAlerts.class);
                return Optional.of(new Kept<>(row.getObject(15, UUID.class), view(row, inputs, links)));
            }
        } catch (SQLException | JsonProcessingException failed) {
            throw new IllegalStateException("an alert could not be read", failed);
        }
    }

    /**
     * Keeps a link.
     *
     * @throws ProblemException {@code alert-already-linked}
     */
    LinkView link(UUID linkId, UUID alertId, LinkAlert command, String linkedBy, Instant now) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT_LINK)) {
            insert.setObject(1, linkId);
            insert.setObject(2, alertId);
            insert.setString(3, command.type().name());
            insert.setObject(4, command.targetId());
            insert.setString(5, linkedBy);
            insert.setTimestamp(6, Timestamp.from(now));
            if (insert.executeUpdate() == 0) {
                throw new ProblemException(
                        SurveillanceProblem.ALERT_ALREADY_LINKED,
                        "The link from this alert to " + command.type() + " " + command.targetId() + " stands.");
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("a link could not be kept", failed);
        }
        return new LinkView(linkId, command.type(), command.targetId(), now);
    }

    /** Under which agreement it was raised; empty for an unknown one. */
    Optional<UUID> agreementOf(UUID id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(AGREEMENT)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("an alert could not be read", failed);
        }
    }

    /** The members whose own series raised an alert of the condition in a run. */
    SortedSet<String> membersAlarmed(UUID runId, String condition) {
        SortedSet<String> members = new TreeSet<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(ALARMED)) {
            select.setObject(1, runId);
            select.setString(2, condition);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    members.add(row.getString(1));
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("alerts could not be read", failed);
        }
        return members;
    }

    /** The alerts that a thing is linked to, at most a hundred. */
    List<UUID> openersOf(LinkAlert.Type type, UUID targetId) {
        List<UUID> openers = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(OPENERS)) {
            select.setString(1, type.name());
            select.setObject(2, targetId);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    openers.add(row.getObject(1, UUID.class));
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("links could not be read", failed);
        }
        return openers;
    }

    private static Map<UUID, List<LinkView>> links(Connection connection, List<UUID> alerts) throws SQLException {
        Map<UUID, List<LinkView>> links = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(LINKS)) {
            select.setArray(1, connection.createArrayOf("uuid", alerts.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    links.computeIfAbsent(row.getObject(1, UUID.class), alert -> new ArrayList<>())
                            .add(new LinkView(
                                    row.getObject(2, UUID.class),
                                    LinkAlert.Type.valueOf(row.getString(3)),
                                    row.getObject(4, UUID.class),
                                    row.getTimestamp(5).toInstant()));
                }
            }
        }
        return links;
    }

    private static AlertView view(ResultSet row, @Nullable EvaluateAlerts inputs, List<LinkView> links)
            throws SQLException {
        return new AlertView(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getString(5),
                MmwrWeek.ofNumber(row.getInt(6)),
                DetectionMethod.valueOf(row.getString(7)),
                row.getLong(8),
                row.getObject(9, Double.class),
                row.getObject(10, Double.class),
                row.getBoolean(11),
                row.getString(12),
                row.getTimestamp(13).toInstant(),
                inputs,
                links);
    }

    private static AlertView withLinks(AlertView alert, List<LinkView> links) {
        return new AlertView(
                alert.id(),
                alert.runId(),
                alert.dataUseAgreementId(),
                alert.member(),
                alert.condition(),
                alert.week(),
                alert.method(),
                alert.observed(),
                alert.statistic(),
                alert.bound(),
                alert.hasSubstitutes(),
                alert.formulaVersion(),
                alert.raisedAt(),
                alert.inputs(),
                links);
    }
}
