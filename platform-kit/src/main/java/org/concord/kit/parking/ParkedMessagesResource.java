package org.concord.kit.parking;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.concord.kit.access.Access;
import org.concord.kit.access.Operation;
import org.concord.kit.access.RealmRole;
import org.concord.kit.access.Rule;
import org.concord.kit.event.Inbox;
import org.concord.kit.event.ParkedMessage;
import org.concord.kit.idempotency.Idempotency;

/** What an operator sees of messages that wait, and the way to try them again. */
@Path("/api/v1/parked-messages")
public class ParkedMessagesResource {

    enum ParkedOperation implements Operation {
        LIST_PARKED_MESSAGES,
        REDRIVE_PARKED_MESSAGES;

        @Override
        public Rule rule() {
            return Rule.realm(RealmRole.OPERATOR);
        }
    }

    record Listing(List<ParkedMessage> items) {}

    record Redriven(int messages) {}

    record Redrive() {}

    private static final int SHOWN = 500;

    private final Inbox inbox;
    private final Access access;
    private final Idempotency idempotency;

    ParkedMessagesResource(Inbox inbox, Access access, Idempotency idempotency) {
        this.inbox = inbox;
        this.access = access;
        this.idempotency = idempotency;
    }

    /** The oldest parked messages, without their contents. */
    @GET
    @Transactional
    public Listing list() {
        access.require(ParkedOperation.LIST_PARKED_MESSAGES);
        return new Listing(inbox.parked(SHOWN));
    }

    /** Tries again, in order, everything that was parked for a person. */
    @POST
    @Path("/redrives")
    public Response redrive() {
        access.require(ParkedOperation.REDRIVE_PARKED_MESSAGES);
        return idempotency.once(
                "redrive-parked-messages",
                new Redrive(),
                () -> Response.accepted(new Redriven(inbox.redrive())).build());
    }
}
