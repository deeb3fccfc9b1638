package org.concord.compact.agreement.notice;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.concord.compact.NewestFirst;
import org.concord.compact.agreement.AgreementRegister;
import org.concord.compact.agreement.AgreementRegister.AgreementFacts;
import org.concord.compact.policy.CompactOperation;
import org.concord.kit.access.Access;
import org.concord.kit.idempotency.Idempotency;
import org.concord.kit.page.Page;
import org.concord.kit.page.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Statutory notices over HTTP. */
@Path("/api/v1/agreements/{agreement}/notices")
@Tag(name = "Notices")
public class NoticeResource {

    private final NoticeDesk desk;
    private final AgreementRegister agreements;
    private final Access access;
    private final Idempotency idempotency;

    NoticeResource(NoticeDesk desk, AgreementRegister agreements, Access access, Idempotency idempotency) {
        this.desk = desk;
        this.agreements = agreements;
        this.access = access;
        this.idempotency = idempotency;
    }

    /** The agreement's notices. */
    @GET
    @Operation(
            summary = "List an agreement's statutory notices, newest first",
            description = "Due, overdue, on time, late.")
    public Response list(
            @PathParam("agreement") UUID id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit,
            @Context UriInfo uri) {
        AgreementFacts agreement = agreements.seenBy(access.reads(CompactOperation.READ_AGREEMENTS), id);
        return Pages.respond(
                uri,
                NewestFirst.page(
                        cursor,
                        limit,
                        (below, count) -> desk.page(id, agreement.lead(), below, count),
                        NoticeView::id));
    }

    /** Records that notices were given. */
    @POST
    @Path("/deliveries")
    @Operation(summary = "Record that due notices of a matter were given", description = "Commission staff.")
    public Response give(@PathParam("agreement") UUID id, @NotNull @Valid GiveNotices command) {
        access.require(CompactOperation.GIVE_NOTICE);
        return idempotency.once(
                "give-notices",
                command,
                () -> Response.status(Response.Status.CREATED)
                        .entity(new Page<>(desk.give(id, command), null))
                        .build());
    }
}
