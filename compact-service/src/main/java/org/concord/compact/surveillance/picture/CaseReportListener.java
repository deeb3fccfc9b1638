package org.concord.compact.surveillance.picture;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.concord.kit.event.Handlers;
import org.concord.kit.event.Inbox;
import org.concord.kit.event.Subscription;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes the members' counts from member-service. */
@ApplicationScoped
class CaseReportListener {

    private final Subscription reports;

    CaseReportListener(Inbox inbox, CaseCells cells) {
        this.reports = inbox.subscribe(
                "member.case-report.v1",
                Handlers.of().on(CaseCountsReported.class, (context, reported) -> cells.take(reported)));
    }

    @Incoming("case-reports")
    @Blocking
    void on(ConsumerRecords<String, byte[]> poll) {
        reports.receive(poll);
    }
}
