package org.concord.member.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.concord.kit.access.Capability;
import org.concord.kit.access.MandateRole;
import org.concord.kit.access.RealmRole;
import org.concord.kit.access.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The policy table as a second, independent writing of it: a changed cell must be changed twice. */
class MemberOperationTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "READ_JURISDICTIONS, open,   -,                        -,        -,           -",
                "REGISTER_MANDATES,  closed, COMMISSION_STAFF,         -,        -,           -",
                "READ_MANDATES,      closed, COMMISSION_STAFF AUDITOR, any,      -,           -",
                "POST_DEMAND,        closed, -,                        BUYER,    in-standing, -",
                "READ_DEMAND,        closed, COMMISSION_STAFF AUDITOR, any,      -,           -",
                "PLACE_ORDER,        closed, -,                        BUYER,    in-standing, -",
                "SUBMIT_ORDER,       closed, -,                        BUYER,    in-standing, -",
                "APPROVE_ORDER,      closed, -,                        APPROVER, in-standing, fresh",
                "READ_ORDERS,        closed, COMMISSION_STAFF AUDITOR, any,      -,           -",
                "REGISTER_DATA_USE_AGREEMENT, closed, COMMISSION_STAFF, -,       -,           -",
                "READ_DATA_USE_AGREEMENTS, closed, COMMISSION_STAFF AUDITOR, any, -,          -",
                "POST_CASE_REPORTS,  closed, -,                  HEALTH_OFFICER, in-standing, -",
                "READ_CASE_REPORTS,  closed, -,                  HEALTH_OFFICER, -,           -"
            })
    void everyCellIsAsWritten(
            MemberOperation operation, String open, String roles, String officials, String standing, String fresh) {
        Rule rule = operation.rule();
        assertThat(rule.open()).isEqualTo(open.equals("open"));
        assertThat(rule.forAnyMember()).isEqualTo("any".equals(officials));
        assertThat(rule.needsStanding()).isEqualTo(standing != null);
        boolean buys = standing != null && operation != MemberOperation.POST_CASE_REPORTS;
        assertThat(rule.capability()).isEqualTo(buys ? Capability.BUY_TOGETHER : null);
        assertThat(rule.freshSignIn()).isEqualTo(fresh != null);
        for (RealmRole role : RealmRole.values()) {
            assertThat(rule.realmRoles().contains(role))
                    .as(role.name())
                    .isEqualTo(roles != null && Set.of(roles.split(" ")).contains(role.name()));
        }
        for (MandateRole role : MandateRole.values()) {
            assertThat(rule.mandates().contains(role))
                    .as(role.name())
                    .isEqualTo(role.name().equals(officials));
        }
    }

    @Test
    void tableAboveIsWhole() {
        assertThat(MemberOperation.values()).hasSize(13);
    }

    @ParameterizedTest
    @EnumSource(MemberOperation.class)
    void whatWritesIsNeverOpenAndNeverForTheAuditor(MemberOperation operation) {
        if (!operation.name().startsWith("READ_")) {
            assertThat(operation.rule().open()).isFalse();
            assertThat(operation.rule().realmRoles()).doesNotContain(RealmRole.AUDITOR);
        }
    }
}
