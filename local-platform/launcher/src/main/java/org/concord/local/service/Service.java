package org.concord.local.service;

import java.util.List;
import java.util.function.ToIntFunction;
import org.concord.local.Ports;

/**
 * One of the four services.
 *
 * @param name also that of its Maven module, its log and its pid file
 * @param database its own, with an owner role of the same name
 * @param port where it listens
 */
public record Service(String name, String database, ToIntFunction<Ports> port) {

    /** All of them; the gateway last, since it is of use only when the others answer. */
    public static final List<Service> ALL = List.of(
            new Service("compact-service", "compact", Ports::compact),
            new Service("member-service", "member", Ports::member),
            new Service("ledger-service", "ledger", Ports::ledger),
            new Service("gateway", "gateway", Ports::gateway));

    /** Every topic of the platform: the owner writes it, others follow. */
    public static final List<String> TOPICS = List.of(
            "compact.agreement.v1",
            "compact.round.v1",
            "compact.ballot.v1",
            "compact.award.v1",
            "compact.seat.v1",
            "compact.meeting.v1",
            "compact.motion.v1",
            "compact.docket.v1",
            "compact.guidance.v1",
            "compact.adoption.v1",
            "compact.aid.v1",
            "compact.backstop.v1",
            "member.mandate.v1",
            "member.demand.v1",
            "member.order.v1",
            "member.case-report.v1",
            "ledger.entry.v1",
            "ledger.charge.v1",
            "ledger.posting.v1");
}
