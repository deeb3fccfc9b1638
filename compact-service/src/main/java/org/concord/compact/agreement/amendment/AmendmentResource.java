package org.concord.compact.agreement.amendment;

import jakarta.transaction.Transactional;
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
import org.concord.compact.agreement.ProceedingResource;
import org.concord.compact.agreement.enactment.JoinAgreement;
import org.concord.compact.agreement.instrument.TextRegister;
import org.concord.compact.agreement.instrument.TextView;
import org.concord.compact.policy.CompactOperation;
import org.concord.kit.access.Access;
import org.concord.kit.idempotency.Idempotency;
import org.concord.kit.page.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Amendments of agreements over HTTP. */
@Path("/api/v1/agreements/{agreement}/amendments")
@Tag(name = "Amendments")
public class AmendmentResource extends ProceedingResource<Amendment, AmendmentView> {

    private final AmendmentDesk desk;
    private final TextRegister texts;
    private final AgreementRegister agreements;
    private final Access access;

    AmendmentResource(
            AmendmentDesk desk,
            Amendments amendments,
            TextRegister texts,
            AgreementRegister agreements,
            Access access,
            Idempotency idempotency) {
        super("amendments", amendments, desk::view, agreements, access, idempotency);
        this.desk = desk;
        this.texts = texts;
        this.agreements = agreements;
        this.access = access;
    }

    /** Files an amendment. */
    @POST
    @Operation(
            summary = "File an amendment of words, terms or both",
            description = "Commission staff. Where the terms ask for a ballot on it, the filing waits for that.")
    public Response file(@PathParam("agreement") UUID agreement, @NotNull @Valid FileAmendment command) {
        return begun(
                CompactOperation.FILE_AMENDMENT, "file-amendment", command, by -> desk.file(agreement, command, by));
    }

    /** Takes an amendment back. */
    @POST
    @Path("/{id}/withdrawals")
    @Operation(summary = "Take an amendment back before it is in force", description = "Commission staff.")
    public Response withdraw(
            @PathParam("agreement") UUID agreement,
            @PathParam("id") UUID id,
            @NotNull @Valid WithdrawAmendment command) {
        return recorded(
                CompactOperation.FILE_AMENDMENT,
                "withdraw-amendment",
                command,
                by -> desk.withdraw(agreement, id, command, by));
    }

    /** Records that a member begins to take it. */
    @POST
    @Path("/{id}/enactments")
    @Operation(
            summary = "Record a bill, a signature or a rule by which a member takes the amendment",
            description = "Commission staff, on the member's certified act. Its steps, text and conformity are recorded"
                    + " below the agreement's enactments.")
    public Response enact(
            @PathParam("agreement") UUID agreement, @PathParam("id") UUID id, @NotNull @Valid JoinAgreement command) {
        return recorded(
                CompactOperation.RECORD_ENACTMENT,
                "enact-amendment",
                command,
                by -> desk.enact(agreement, id, command, by));
    }

    /** Records that a member joined by the amended text. */
    @POST
    @Path("/{id}/inclusions")
    @Operation(
            summary = "Record that a member's act of joining has the amended text already",
            description = "Commission staff. Only an act from after the proposal can have it.")
    public Response include(
            @PathParam("agreement") UUID agreement,
            @PathParam("id") UUID id,
            @NotNull @Valid IncludeAmendment command) {
        return recorded(
                CompactOperation.RECORD_ENACTMENT,
                "include-amendment",
                command,
                by -> desk.include(agreement, id, command, by));
    }

    /** All of an agreement's. */
    @GET
    @Operation(summary = "List an agreement's amendments, newest first")
    public Response list(
            @PathParam("agreement") UUID agreement,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit,
            @Context UriInfo uri) {
        AgreementFacts seen = agreements.seenBy(access.reads(CompactOperation.READ_AGREEMENTS), agreement);
        return Pages.respond(
                uri,
                NewestFirst.page(
                        cursor,
                        limit,
                        (below, count) -> desk.page(agreement, seen.lead(), below, count),
                        AmendmentView::id));
    }

    /** One. */
    @GET
    @Path("/{id}")
    @Operation(summary = "Show an amendment, with who has taken it and who has not")
    public AmendmentView show(@PathParam("agreement") UUID agreement, @PathParam("id") UUID id) {
        return one(agreement, id);
    }

    /** The articles that it changes or adds. */
    @GET
    @Path("/{id}/text")
    @Operation(summary = "Show the articles that an amendment changes or adds")
    @Transactional
    public TextView text(@PathParam("agreement") UUID agreement, @PathParam("id") UUID id) {
        one(agreement, id);
        return texts.amendment(id).orElseThrow(Access::notFound);
    }
}
