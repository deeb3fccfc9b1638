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

    /** What an agreement gives and how the member stands in it. */
    record Standing(Set<Capability> capabilities, boolean everMember, boolean inStanding) {}

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
                        on conflict on constraint policy_membership_pk do update set ended_on = excluded.ended_on""")) {
            Array capabilities = connection.createArrayOf(
                    "text",
                    fact.capabilities().stream().map(Capability::name).sorted().toArray());
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

    /** What the agreement gives and how the member stands in it on that date; empty when there is no such agreement. */
    Optional<Standing> standing(UUID agreementId, @Nullable String member, LocalDate on) {
        return recent.get(new StandingAsked(agreementId, member, on), () -> readStanding(agreementId, member, on));
    }

    private record StandingAsked(UUID agreementId, @Nullable String member, LocalDate on) {}

    private Optional<Standing> readStanding(UUID agreementId, @Nullable String member, LocalDate on) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select a.capabilities,
                               exists (select 1 from policy_membership m
                                        where m.agreement_id = a.agreement_id and m.member = ?),
                               exists (select 1 from policy_membership m
                                        where m.agreement_id = a.agreement_id and m.member = ?
                                          and m.effective_on <= ? and (m.ended_on is null or m.ended_on > ?))
                          from policy_agreement a where a.agreement_id = ?""")) {
            select.setString(1, member);
            select.setString(2, member);
            select.setDate(3, Date.valueOf(on));
            select.setDate(4, Date.valueOf(on));
            select.setObject(5, agreementId);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
                for (String name : (String[]) row.getArray(1).getArray()) {
                    capabilities.add(Capability.valueOf(name));
                }
                return Optional.of(new Standing(capabilities, row.getBoolean(2), row.getBoolean(3)));
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("an agreement could not be read", failed);
        }
    }

    /** The agreement's members in standing on that date, by USPS code ascending. */
    List<String> membersInStanding(UUID agreementId, LocalDate on) {
        List<String> members = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select distinct member from policy_membership
                         where agreement_id = ? and effective_on <= ? and (ended_on is null or ended_on > ?)
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
