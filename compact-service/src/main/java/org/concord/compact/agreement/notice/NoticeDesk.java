package org.concord.compact.agreement.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.concord.compact.agreement.AgreementLife;
import org.concord.compact.agreement.AgreementProblem;
import org.concord.compact.agreement.HeldAgreement;
import org.concord.compact.agreement.Joined;
import org.concord.compact.agreement.Joinings;
import org.concord.compact.agreement.LegalDates;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.time.Ids;
import org.jspecify.annotations.Nullable;

/** Keeps the notices that the instruments ask for. Callers bring the transaction. */
@ApplicationScoped
public class NoticeDesk {

    /** The commission, as a recipient. */
    public static final String COMMISSION = "COMMISSION";

    private static final String IN_WRITING = "in writing, as recorded with the matter";

    private final Notices notices;
    private final AgreementLife agreements;
    private final Joinings joinings;
    private final LegalDates dates;
    private final Ids ids;

    NoticeDesk(Notices notices, AgreementLife agreements, Joinings joinings, LegalDates dates, Ids ids) {
        this.notices = notices;
        this.agreements = agreements;
        this.joinings = joinings;
        this.dates = dates;
        this.ids = ids;
    }

    /** The members that are bound today or by an act recorded already, but for one. */
    public List<String> others(UUID agreementId, String member) {
        return joinings.of(agreementId).stream()
                .filter(one -> one.bindsOn(dates.today(one.member())))
                .map(Joined::member)
                .filter(other -> !other.equals(member))
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Notes that recipients must be told by a day.
     *
     * @param givenOn when they were, where the act that is recorded was the notice; null while it is owed
     */
    public void owe(
            UUID agreementId,
            UUID matterId,
            String member,
            Occasion occasion,
            Collection<String> recipients,
            LocalDate dueOn,
            @Nullable LocalDate givenOn) {
        for (String recipient : recipients) {
            StatutoryNotice notice = new StatutoryNotice(
                    ids.next(), agreementId, matterId, member, occasion, recipient, dueOn, dates.now());
            if (givenOn != null) {
                notice.give(givenOn, IN_WRITING);
            }
            notices.persist(notice);
        }
    }

    /**
     * Records that due notices were given.
     *
     * @throws ProblemException {@code not-found}, {@code dated-ahead}, {@code no-such-notice-due}
     */
    List<NoticeView> give(UUID agreementId, GiveNotices command) {
        HeldAgreement agreement = agreements.hold(agreementId);
        agreement.happened(command.givenOn());
        Set<String> recipients = command.recipients();
        List<StatutoryNotice> due = notices.due(agreementId, command.matterId()).stream()
                .filter(notice -> recipients == null || recipients.contains(notice.recipient()))
                .toList();
        if (due.isEmpty() || (recipients != null && due.size() < recipients.size())) {
            throw new ProblemException(
                    AgreementProblem.NO_SUCH_NOTICE_DUE, "Not all of these notices are due in this matter.");
        }
        due.forEach(notice -> notice.give(command.givenOn(), command.means()));
        LocalDate today = agreement.today();
        return due.stream().map(notice -> notice.view(today)).toList();
    }

    List<NoticeView> page(UUID agreementId, String lead, UUID below, int limit) {
        LocalDate today = dates.today(lead);
        return notices.page(agreementId, below, limit).stream()
                .map(notice -> notice.view(today))
                .toList();
    }
}
