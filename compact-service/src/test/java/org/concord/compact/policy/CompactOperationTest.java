package org.concord.compact.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.concord.kit.access.Capability;
import org.concord.kit.access.MandateRole;
import org.concord.kit.access.RealmRole;
import org.concord.kit.access.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The policy table, written a second time by hand and compared cell by cell: what stands in no cell is denied. */
class CompactOperationTest {

    private static final String COLUMNS =
            "operation, staff, auditor, operator, buyer, approver, delegate, treasurer, officer, health, anyMember, standing, fresh, open, power";

    private static final String TABLE = """
            OPEN_AGREEMENT     | x . . | . . . . . . | . . . . | -
            READ_AGREEMENTS    | x x . | . . . . . . | x . . . | -
            READ_INSTRUMENT_MODELS | . . . | . . . . . . | . . . x | -
            RECORD_ENACTMENT   | x . . | . . . . . . | . . . . | -
            RECORD_CONSENT     | x . . | . . . . . . | . . . . | -
            REVIEW_CONFORMITY  | x . . | . . . . . . | . . . . | -
            PURSUE_DEFAULT     | x . . | . . . . . . | . . . . | -
            RECORD_WITHDRAWAL  | x . . | . . . . . . | . . . . | -
            FILE_AMENDMENT     | x . . | . . . . . . | . . . . | -
            GIVE_NOTICE        | x . . | . . . . . . | . . . . | -
            DISSOLVE_AGREEMENT | x . . | . . . . . . | . . . . | -
            OPEN_ROUND         | x . . | . . . . . . | . . . . | BUY_TOGETHER
            CONSOLIDATE_DEMAND | x . . | . . . . . . | . . . . | -
            ISSUE_TENDER       | x . . | . . . . . . | . . . . | -
            RECORD_BID         | x . . | . . . . . . | . . . . | -
            EVALUATE_BIDS      | x . . | . . . . . . | . . . . | -
            READ_ROUNDS        | x x . | . . . . . . | x . . . | -
            EVALUATE_WHAT_IF   | . . . | . . . . . . | . . . x | -
            OPEN_BALLOT        | x . . | . . . . . . | . . . . | -
            CAST_VOTE          | . . . | . . x . . . | . x x . | -
            RECUSE_SEAT        | . . . | . . x . . . | . x x . | -
            READ_BALLOTS       | x x . | . . . . . . | x . . . | -
            COUNT_WHAT_IF      | . . . | . . . . . . | . . . x | -
            REGISTER_SEAT      | x . . | . . . . . . | . . . . | -
            READ_SEATS         | x x . | . . . . . . | x . . . | -
            RUN_MEETING        | x . . | . . . . . . | . . . . | -
            READ_MEETINGS      | x x . | . . . . . . | x . . . | -
            ASK_TO_RECONVENE   | . . . | . . x . . . | . x x . | -
            ATTEST_EVENT       | . . . | . . x . . . | . x x . | -
            FIND_CONDITION     | x . . | . . . . . x | . x . . | -
            READ_FULL_MINUTES  | x x . | . . . . . . | x x . . | -
            MOVE_MOTION        | . . . | . . x . . . | . x . . | -
            TABLE_MOTION       | x . . | . . . . . . | . . . . | -
            READ_MOTIONS       | x x . | . . . . . . | x . . . | -
            PROPOSE_RULE       | x . . | . . . . . . | . . . . | BIND_BY_RULE
            RUN_DOCKET         | x . . | . . . . . . | . . . . | -
            READ_PUBLIC_RECORD | . . . | . . . . . . | . . . x | -
            MAKE_AWARD         | . . . | . . . . x . | . x x . | BUY_TOGETHER
            READ_AWARDS        | x x . | . . . . . . | x . . . | -
            READ_OUTBREAK_PICTURE | x x . | . . . . . . | x . . . | -
            RUN_ALERTS         | x . . | . . . . . x | . x . . | -
            READ_ALERTS        | x x . | . . . . . . | x . . . | -
            LINK_ALERT         | x . . | . . . . . x | . x . . | -
            DRAFT_GUIDANCE     | x . . | . . . . . x | . x . . | PUBLISH_GUIDANCE
            REVIEW_GUIDANCE    | . . . | . . . . . x | . x . . | PUBLISH_GUIDANCE
            SIGN_GUIDANCE      | . . . | . . . . . x | . x x . | PUBLISH_GUIDANCE
            READ_GUIDANCE_DRAFTS | x x . | . . . . . . | x . . . | -
            READ_GUIDANCE      | . . . | . . . . . . | . . . x | -
            ADOPT_GUIDANCE     | . . . | . . . . . x | . x x . | PUBLISH_GUIDANCE
            READ_ADOPTIONS     | . . . | . . . . . . | . . . x | -
            IMPORT_PAYMENT_BALANCES | x . . | . . . . . . | . . . . | -
            READ_PAYMENT_BALANCES | x x . | . . . . . . | x . . . | -
            REGISTER_RECOGNITION | . . . | . . x . . . | . . . . | -
            READ_RECOGNITIONS  | x x . | . . . . . . | x . . . | -
            CONDUCT_AID        | . . . | . . x . . . | . x . . | MUTUAL_AID
            SIGN_AID           | . . . | . . x . . . | . x x . | MUTUAL_AID
            CLAIM_AID          | . . . | . . x x . . | . . . . | MUTUAL_AID
            READ_AID           | x x . | . . . . . . | x . . . | -
            RUN_BACKSTOP       | x . . | . . . . . . | . . . . | MUTUAL_AID
            REQUEST_DRAW       | . . . | . . . x . . | . x . . | MUTUAL_AID
            DECIDE_DRAW        | . . . | . x . x . . | . x x . | MUTUAL_AID
            RECORD_FEDERAL_PAYMENT | x . . | . . . x . . | . . . . | MUTUAL_AID
            RECORD_RECOVERY    | . . . | . . . x . . | . . . . | MUTUAL_AID
            READ_BACKSTOP      | x x . | . . . . . . | x . . . | -
            """;

    @Test
    void everyOperationStandsInTheTableOnce() {
        assertThat(table().keySet()).containsExactly(CompactOperation.values());
    }

    @ParameterizedTest
    @EnumSource(CompactOperation.class)
    void everyCellIsAsWritten(CompactOperation operation) {
        assertThat(cells(operation.rule())).as(COLUMNS).isEqualTo(table().get(operation));
    }

    private static Map<CompactOperation, List<String>> table() {
        Map<CompactOperation, List<String>> rows = new EnumMap<>(CompactOperation.class);
        TABLE.lines().forEach(line -> {
            List<String> words = Arrays.stream(line.split("[ |]+")).toList();
            rows.put(CompactOperation.valueOf(words.getFirst()), words.subList(1, words.size()));
        });
        return rows;
    }

    private static List<String> cells(Rule rule) {
        Capability power = rule.capability();
        return List.of(
                cell(rule.realmRoles().contains(RealmRole.COMMISSION_STAFF)),
                cell(rule.realmRoles().contains(RealmRole.AUDITOR)),
                cell(rule.realmRoles().contains(RealmRole.OPERATOR)),
                cell(rule.mandates().contains(MandateRole.BUYER)),
                cell(rule.mandates().contains(MandateRole.APPROVER)),
                cell(rule.mandates().contains(MandateRole.DELEGATE)),
                cell(rule.mandates().contains(MandateRole.TREASURER)),
                cell(rule.mandates().contains(MandateRole.PROCUREMENT_OFFICER)),
                cell(rule.mandates().contains(MandateRole.HEALTH_OFFICER)),
                cell(rule.forAnyMember()),
                cell(rule.needsStanding()),
                cell(rule.freshSignIn()),
                cell(rule.open()),
                power == null ? "-" : power.name());
    }

    private static String cell(boolean given) {
        return given ? "x" : ".";
    }
}
