package org.concord.member.casereport;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.concord.kit.access.Access;
import org.concord.kit.access.Caller;
import org.concord.kit.event.Outbox;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.concord.kit.time.Ids;
import org.concord.kit.time.Zones;
import org.concord.member.casereport.CaseReportEvent.CaseCountsReported;
import org.concord.member.casereport.CaseReportEvent.SharedCell;
import org.concord.member.casereport.PostCaseReport.Cell;
import org.concord.member.casereport.PostCaseReport.CountKey;
import org.concord.member.policy.MemberOperation;
import org.hibernate.exception.ConstraintViolationException;

/**
 * Takes reports. Runs in the caller's transaction and locks the member's place under the data-use agreement first, so
 * that versions, times and events follow one order.
 */
@ApplicationScoped
class CaseReportDesk {

    private final Access access;
    private final DataUseAgreements dataUseAgreements;
    private final CaseCounts counts;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    CaseReportDesk(
            Access access,
            DataUseAgreements dataUseAgreements,
            CaseCounts counts,
            Outbox outbox,
            Ids ids,
            Clock clock) {
        this.access = access;
        this.dataUseAgreements = dataUseAgreements;
        this.counts = counts;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Registers a signed agreement on the use of data.
     *
     * @throws ProblemException {@code not-found} for an unknown agreement, {@code validation-failed},
     *     {@code data-use-agreement-code-taken}
     */
    DataUseAgreementView register(RegisterDataUseAgreement command) {
        Caller staff = access.require(MemberOperation.REGISTER_DATA_USE_AGREEMENT, command.agreementId());
        requireSound(command);
        DataUseAgreement agreement = new DataUseAgreement(ids.next(), command, staff, now());
        try {
            dataUseAgreements.persistAndFlush(agreement);
        } catch (ConstraintViolationException violated) {
            if ("data_use_agreement_code_uk".equals(violated.getConstraintName())) {
                throw new ProblemException(
                        CaseReportProblem.DATA_USE_AGREEMENT_CODE_TAKEN,
                        "A data-use agreement with the code " + command.code() + " exists.");
            }
            throw violated;
        }
        return agreement.view();
    }

    private static void requireSound(RegisterDataUseAgreement command) {
        List<Violation> faults = new ArrayList<>();
        LocalDate endsOn = command.endsOn();
        if (endsOn != null && endsOn.isBefore(command.effectiveOn())) {
            faults.add(Violation.at("/endsOn", "before-start", "is before the first day"));
        }
        if (command.substitute() >= command.smallBelow()) {
            faults.add(Violation.at("/substitute", "not-small", "is itself below the threshold"));
        }
        Set<List<String>> seen = new HashSet<>();
        for (int i = 0; i < command.allRules().size(); i++) {
            RegisterDataUseAgreement.Rule rule = command.allRules().get(i);
            String at = "/rules/" + i;
            String member = rule.member();
            if (member == null && rule.condition() == null) {
                faults.add(Violation.at(at, "of-nothing", "names a member, a condition, or both"));
            }
            if (member != null && !Zones.isJurisdiction(member)) {
                faults.add(Violation.at(at + "/member", "unknown-jurisdiction", "no jurisdiction has this USPS code"));
            }
            if (rule.substitute() >= rule.smallBelow()) {
                faults.add(Violation.at(at + "/substitute", "not-small", "is itself below the threshold"));
            }
            if (!seen.add(List.of(rule.memberOrAny(), rule.conditionOrAny()))) {
                faults.add(Violation.at(at, "duplicate", "the same member and condition stand here twice"));
            }
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(
                    KitProblem.VALIDATION_FAILED, "The data-use agreement cannot be registered like this.", faults);
        }
    }

    /**
     * Takes a report of the member acted for.
     *
     * @throws ProblemException {@code not-found} for a data-use agreement that is unknown or of others,
     *     {@code data-use-agreement-not-in-force}, {@code validation-failed}, {@code count-is-final},
     *     {@code correction-needs-a-reason}
     */
    CaseReportView post(PostCaseReport command) {
        DataUseAgreement agreement =
                dataUseAgreements.findByIdOptional(command.dataUseAgreementId()).orElseThrow(Access::notFound);
        Caller officer = access.require(MemberOperation.POST_CASE_REPORTS, agreement.agreementId);
        String member = officer.requireMember();
        counts.lock(agreement.id, member);
        Instant now = now();
        LocalDate today = Zones.dateIn(member, now);
        agreement.requireInForce(today);
        requireSound(command, today);
        List<Integer> versions = versions(command, counts.standing(agreement.id, member, command.cells()));
        CaseCounts.Report report = new CaseCounts.Report(
                ids.next(), agreement.id, member, command.finality(), command.reason(), officer.subject(), now);
        counts.store(report, command.cells(), versions);
        List<SharedCell> shared = shared(agreement, member, command.cells(), versions);
        outbox.publish(
                CaseReportEvent.TOPIC,
                agreement.id + "/" + member,
                new CaseCountsReported(
                        report.id(),
                        agreement.id,
                        agreement.code,
                        agreement.agreementId,
                        member,
                        command.finality(),
                        now,
                        shared));
        return view(report, shared);
    }

    private static void requireSound(PostCaseReport command, LocalDate today) {
        List<Violation> faults = new ArrayList<>();
        Set<CountKey> seen = new HashSet<>();
        for (int i = 0; i < command.cells().size(); i++) {
            Cell cell = command.cells().get(i);
            if (!seen.add(cell.key())) {
                faults.add(Violation.at("/cells/" + i, "duplicate", "the same count stands here twice"));
            }
            if (cell.week().start().isAfter(today)) {
                faults.add(Violation.at("/cells/" + i + "/week", "not-begun", "has not begun"));
            } else if (command.finality() == Finality.FINAL
                    && !cell.week().end().isBefore(today)) {
                faults.add(Violation.at("/cells/" + i + "/week", "not-over", "is not over, so its count is not final"));
            }
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(KitProblem.VALIDATION_FAILED, "Nothing was stored.", faults);
        }
    }

    private static List<Integer> versions(PostCaseReport command, Map<CountKey, CaseCountState> standing) {
        List<Integer> versions = new ArrayList<>();
        List<Violation> closed = new ArrayList<>();
        List<Violation> unexplained = new ArrayList<>();
        for (int i = 0; i < command.cells().size(); i++) {
            Cell cell = command.cells().get(i);
            CaseCountState before = standing.getOrDefault(cell.key(), new CaseCountState.Unreported());
            boolean isFinal = command.finality() == Finality.FINAL;
            if (before instanceof CaseCountState.Final && !isFinal) {
                closed.add(Violation.at("/cells/" + i, "count-is-final", "is final; send a final count to correct it"));
            } else if (before instanceof CaseCountState.Final && command.reason() == null) {
                unexplained.add(Violation.at("/cells/" + i, "reason-required", "is final; say why it is corrected"));
            }
            versions.add(
                    switch (before) {
                        case CaseCountState.Unreported none -> (isFinal ? none.close() : none.report()).version();
                        case CaseCountState.Provisional open -> (isFinal ? open.close() : open.revise()).version();
                        case CaseCountState.Final last -> last.correct().version();
                    });
        }
        if (!closed.isEmpty()) {
            throw new ProblemException(CaseReportProblem.COUNT_IS_FINAL, "Nothing was stored.", closed);
        }
        if (!unexplained.isEmpty()) {
            throw new ProblemException(CaseReportProblem.CORRECTION_NEEDS_A_REASON, "Nothing was stored.", unexplained);
        }
        return versions;
    }

    private static List<SharedCell> shared(
            DataUseAgreement agreement, String member, List<Cell> cells, List<Integer> versions) {
        Map<String, SmallCells> byCondition = new HashMap<>();
        List<SharedCell> shared = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            SmallCells small =
                    byCondition.computeIfAbsent(cell.condition(), condition -> agreement.smallCells(member, condition));
            shared.add(SharedCell.of(cell, versions.get(i), small));
        }
        return shared;
    }

    private static CaseReportView view(CaseCounts.Report report, List<SharedCell> shared) {
        return new CaseReportView(
                report.id(),
                report.dataUseAgreementId(),
                report.member(),
                report.finality(),
                report.reportedAt(),
                shared.stream()
                        .map(cell -> new CaseReportView.CellView(
                                cell.condition(), cell.week(), cell.status(), cell.version(), cell.suppressed()))
                        .toList());
    }

    /**
     * Where the caller may read true counts: of the member acted for, by its health officers.
     *
     * @throws ProblemException {@code not-found} for a data-use agreement that is unknown or of others
     */
    String readerOf(UUID dataUseAgreementId) {
        UUID agreement = dataUseAgreements
                .findByIdOptional(dataUseAgreementId)
                .map(found -> found.agreementId)
                .orElseThrow(Access::notFound);
        return access.require(MemberOperation.READ_CASE_REPORTS, agreement).requireMember();
    }

    /** The instant as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
