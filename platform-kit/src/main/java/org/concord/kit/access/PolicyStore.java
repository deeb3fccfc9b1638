package org.concord.kit.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The facts that the policy is decided on, as this service knows them. */
@ApplicationScoped
class PolicyStore {

    /** A mandate in force; {@code limitCents} null means no limit. */
    record Mandate(MandateRole role, @Nullable Long limitCents) {}

    /**
     * What an agreement gives on a date and how the member stands in it.
     *
     * @param span null for who never was a member
     */
    record Position(Set<Capability> capabilities, @Nullable StandingSpan span) {

        boolean everMember() {
            return span != null;
        }

        /** Whether the member is between its first and its last day. */
        boolean isBound() {
            return span != null && span.standing() != Standing.ENDED && span.standing() != Standing.NOT_YET_EFFECTIVE;
        }

        boolean inStanding() {
            return span != null && span.standing() == Standing.FULL;
        }

        boolean keeps(Right right) {
            return span != null && span.keeps(right);
        }

        String words() {
            return span == null
                    ? "no member"
                    : span.standing().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private final DataSource dataSource;
    private final Recent recent;

    PolicyStore(DataSource dataSource, AccessConfig config) {
        this.dataSource = dataSource;
        this.recent = new Recent(config.factsFor());
    }

    void put(MandateFact fact) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement put = connection.prepareStatement("""
                        insert into policy_mandate (mandate_id, subject, member, role, agreement_id, limit_cents,
                                                    effective_on, ends_on)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict on constraint policy_mandate_pk do update
                           set subject = excluded.subject, member = excluded.member, role = excluded.role,
                               agreement_id = excluded.agreement_id, limit_cents = excluded.limit_cents,
                               effective_on = excluded.effective_on, ends_on = excluded.ends_on""")) {
            put.setObject(1, fact.mandateId());
            put.setString(2, fact.subject());
            put.setString(3, fact.member());
            put.setString(4, fact.role().name());
            put.setObject(5, fact.agreementId());
            put.setObject(6, fact.limitCents());
            put.setObject(7, fact.effectiveOn());
            put.setObject(8, fact.endsOn());
            put.executeUpdate();
            recent.forget();
        } catch (SQLException failed) {
            throw new IllegalStateException("a mandate could not be noted", failed);
        }
    }

    void put(AgreementFact fact) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement agreement = connection.prepareStatement("""
                        insert into policy_agreement (agreement_id, code, type, lead, capabilities)
                        values (?, ?, ?, ?, ?)
                        on conflict on constraint policy_agreement_pk do update
                           set code = excluded.code, type = excluded.type, lead = excluded.lead,
                               capabilities = excluded.capabilities""");
                PreparedStatement membership = connection.prepareStatement("""
                        insert into policy_membership (agreement_id, member, effective_on, ended_on)
                        values (?, ?, ?, ?)
                        on conflict on constraint policy_membership_pk do update
                           set ended_on = excluded.ended_on, standing = 'FULL', withheld = '{}'""")) {
            Array capabilities = names(connection, fact.capabilities());
            agreement.setObject(1, fact.agreementId());
            agreement.setString(2, fact.code());
            agreement.setString(3, fact.type());
            agreement.setString(4, fact.lead());
            agreement.setArray(5, capabilities);
            agreement.executeUpdate();
            for (AgreementFact.Membership standing : fact.memberships()) {
                membership.setObject(1, fact.agreementId());
                membership.setString(2, standing.member());
                membership.setObject(3, standing.effectiveOn());
                membership.setObject(4, standing.endedOn());
                membership.addBatch();
            }
            membership.executeBatch();
            recent.forget();
        } catch (SQLException failed) {
            throw new IllegalStateException("an agreement could not be noted", failed);
        }
    }

    /** The person's mandates of these roles for the member on that date, in that agreement or in every one. */
    List<Mandate> mandates(
            String subject, String member, Collection<MandateRole> roles, @Nullable UUID agreementId, LocalDate on) {
        return recent.get(
                new MandatesAsked(subject, member, List.copyOf(roles), agreementId, on),
                () -> readMandates(subject, member, roles, agreementId, on));
    }

    private record MandatesAsked(
            String subject,
            String member,
            List<MandateRole> roles,
            @Nullable UUID agreementId,
            LocalDate on) {}

    private List<Mandate> readMandates(
            String subject, String member, Collection<MandateRole> roles, @Nullable UUID agreementId, LocalDate on) {
        List<Mandate> found = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select role, limit_cents from policy_mandate
                         where subject = ? and member = ? and role = any (?)
                           and (agreement_id is null or agreement_id = ?)
                           and effective_on <= ? and (ends_on is null or ends_on >= ?)""")) {
            select.setString(1, subject);
            select.setString(2, member);
            select.setArray(
                    3,
                    connection.createArrayOf(
                            "text", roles.stream().map(MandateRole::name).toArray()));
            select.setObject(4, agreementId, java.sql.Types.OTHER);
            select.setDate(5, Date.valueOf(on));
            select.setDate(6, Date.valueOf(on));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new Mandate(MandateRole.valueOf(row.getString(1)), row.getObject(2, Long.class)));
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("mandates could not be read", failed);
        }
        return found;
    }

    /** Replaces all that is known of the member's standing in the agreement, which must be known. */
    void put(StandingFact fact) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement forget = connection.prepareStatement(
                        "delete from policy_membership where agreement_id = ? and member = ?");
                PreparedStatement put = connection.prepareStatement("""
                        insert into policy_membership (agreement_id, member, effective_on, ended_on, standing, withheld)
                        values (?, ?, ?, ?, ?, ?)""")) {
            forget.setObject(1, fact.agreementId());
            forget.setString(2, fact.member());
            forget.executeUpdate();
            for (StandingSpan span : fact.spans()) {
                put.setObject(1, fact.agreementId());
                put.setString(2, fact.member());
                put.setObject(3, span.fromOn());
                put.setObject(4, span.untilOn());
                put.setString(5, span.standing().name());
                put.setArray(6, names(connection, span.withheld()));
                put.addBatch();
            }
            put.executeBatch();
            recent.forget();
        } catch (SQLException failed) {
            throw new IllegalStateException("a standing could not be noted", failed);
        }
    }

    /** Notes what a known agreement can do from now on, and its first and last day. */
    void put(PowersFact fact) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement("""
                        update policy_agreement set capabilities = ?, active_on = ?, dissolved_on = ?
                         where agreement_id = ?""")) {
            update.setArray(1, names(connection, fact.capabilities()));
            update.setObject(2, fact.activeOn());
            update.setObject(3, fact.dissolvedOn());
            update.setObject(4, fact.agreementId());
            update.executeUpdate();
            recent.forget();
        } catch (SQLException failed) {
            throw new IllegalStateException("an agreement's powers could not be noted", failed);
        }
    }

    private static Array names(Connection connection, Collection<? extends Enum<?>> constants) throws SQLException {
        return connection.createArrayOf(
                "text", constants.stream().map(Enum::name).sorted().toArray());
    }

    /** What the agreement gives and how the member stands in it on that date; empty when there is no such agreement. */
    Optional<Position> position(UUID agreementId, @Nullable String member, LocalDate on) {
        return recent.get(new PositionAsked(agreementId, member, on), () -> readPosition(agreementId, member, on));
    }

    private record PositionAsked(UUID agreementId, @Nullable String member, LocalDate on) {}

    /**
     * Reads the last stretch that began by the date, or else the first one: stretches do not overlap, so one row says
     * how the member stands, before, in, between and after its stretches.
     */
    private Optional<Position> readPosition(UUID agreementId, @Nullable String member, LocalDate on) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select a.capabilities,
                               (a.active_on is null or a.active_on <= ?)
                                 and (a.dissolved_on is null or a.dissolved_on > ?),
                               m.standing, m.effective_on, m.ended_on, m.withheld
                          from policy_agreement a
                          left join lateral (
                               select standing, effective_on, ended_on, withheld from policy_membership
                                where agreement_id = a.agreement_id and member = ?
                                order by effective_on <= ? desc,
                                         case when effective_on <= ? then effective_on end desc nulls last, effective_on
                                limit 1) m on true
                         where a.agreement_id = ?""")) {
            select.setDate(1, Date.valueOf(on));
            select.setDate(2, Date.valueOf(on));
            select.setString(3, member);
            select.setDate(4, Date.valueOf(on));
            select.setDate(5, Date.valueOf(on));
            select.setObject(6, agreementId);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
                if (row.getBoolean(2)) {
                    for (String name : (String[]) row.getArray(1).getArray()) {
                        capabilities.add(Capability.valueOf(name));
                    }
                }
                return Optional.of(new Position(capabilities, spanOn(row, on)));
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("an agreement could not be read", failed);
        }
    }

    private static @Nullable StandingSpan spanOn(ResultSet row, LocalDate on) throws SQLException {
        String standing = row.getString(3);
        if (standing == null) {
            return null;
        }
        Set<Right> withheld = EnumSet.noneOf(Right.class);
        for (String name : (String[]) row.getArray(6).getArray()) {
            withheld.add(Right.valueOf(name));
        }
        LocalDate from = row.getObject(4, LocalDate.class);
        LocalDate until = row.getObject(5, LocalDate.class);
        if (on.isBefore(from)) {
            return new StandingSpan(Standing.NOT_YET_EFFECTIVE, on, from);
        }
        return until == null || on.isBefore(until)
                ? new StandingSpan(Standing.valueOf(standing), from, until, withheld)
                : new StandingSpan(Standing.ENDED, until, null);
    }

    /** The agreement's members in full standing on that date, by USPS code ascending. */
    List<String> membersInStanding(UUID agreementId, LocalDate on) {
        List<String> members = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select distinct member from policy_membership
                         where agreement_id = ? and effective_on <= ? and (ended_on is null or ended_on > ?)
                           and standing = 'FULL'
                         order by member""")) {
            select.setObject(1, agreementId);
            select.setDate(2, Date.valueOf(on));
            select.setDate(3, Date.valueOf(on));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    members.add(row.getString(1));
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("memberships could not be read", failed);
        }
        return members;
    }
}
