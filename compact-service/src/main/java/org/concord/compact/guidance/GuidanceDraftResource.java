package org.concord.compact.guidance;

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
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.concord.compact.NewestFirst;
import org.concord.compact.agreement.AgreementRegister;
import org.concord.compact.agreement.AgreementRegister.AgreementFacts;
import org.concord.compact.policy.CompactOperation;
import org.concord.kit.access.Access;
import org.concord.kit.access.Caller;
import org.concord.kit.idempotency.Idempotency;
import org.concord.kit.page.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The way of a version from its draft to its issue, over HTTP; for those who prepare it and no one else. */
@Path("/api/v1/guidance-drafts")
@Tag(name = "Guidance in preparation")
public class GuidanceDraftResource {

    private final GuidanceDesk desk;
    private final Guidances guidances;
    private final GuidanceVersions versions;
    private final VersionTexts texts;
    private final ReviewComments comments;
    private final AgreementRegister agreements;
    private final Access access;
    private final Idempotency idempotency;

    GuidanceDraftResource(
            GuidanceDesk desk,
            Guidances guidances,
            GuidanceVersions versions,
            VersionTexts texts,
            ReviewComments comments,
            AgreementRegister agreements,
            Access access,
            Idempotency idempotency) {
        this.desk = desk;
        this.guidances = guidances;
        this.versions = versions;
        this.texts = texts;
        this.comments = comments;
        this.agreements = agreements;
        this.access = access;
        this.idempotency = idempotency;
    }

    /** Begins a guidance. */
    @POST
    @Operation(
            summary = "Draft a guidance",
            description = "Commission staff, or a health officer of a member in standing, under PUBLISH_GUIDANCE.")
    public Response begin(@NotNull @Valid DraftGuidance command) {
        AgreementFacts agreement =
                agreements.seenBy(access.reads(CompactOperation.READ_GUIDANCE_DRAFTS), command.agreementId());
        Caller caller = access.require(CompactOperation.DRAFT_GUIDANCE, command.agreementId());
        return idempotency.once("draft-guidance", command, () -> {
            DraftView view = desk.begin(command, agreement, caller.subject());
            return Response.created(URI.create("/api/v1/guidance-drafts/" + view.id()))
                    .entity(view)
                    .build();
        });
    }

    /** Replaces a draft's text; the earlier one is kept. */
    @POST
    @Path("/{id}/revisions")
    @Operation(summary = "Revise a draft", description = "Who may draft; only while it is a draft.")
    public Response revise(@PathParam("id") UUID id, @NotNull @Valid ReviseDraft command) {
        Caller caller = allowed(CompactOperation.DRAFT_GUIDANCE, id);
        return act("revise-guidance", command, () -> desk.revise(id, command, caller.subject()));
    }

    /** Lays a draft before the health officers. */
    @POST
    @Path("/{id}/reviews")
    @Operation(summary = "Open the review", description = "Who may draft.")
    public Response openReview(@PathParam("id") UUID id) {
        allowed(CompactOperation.DRAFT_GUIDANCE, id);
        return act("review-guidance", Map.of(), () -> desk.openReview(id));
    }

    /** Comments on a text under review. */
    @POST
    @Path("/{id}/comments")
    @Operation(summary = "Comment in review", description = "A health officer, with Concord-Member.")
    public Response comment(@PathParam("id") UUID id, @NotNull @Valid CommentOnDraft command) {
        Caller caller = allowed(CompactOperation.REVIEW_GUIDANCE, id);
        return act(
                "comment-on-guidance",
                command,
                () -> desk.comment(id, caller.requireMember(), command, caller.subject()));
    }

    /** Sends a version back to its draft. */
    @POST
    @Path("/{id}/returns")
    @Operation(
            summary = "Send back to the draft",
            description = "Who may draft. Signatures given so far no longer count.")
    public Response sendBack(@PathParam("id") UUID id) {
        allowed(CompactOperation.DRAFT_GUIDANCE, id);
        return act("return-guidance", Map.of(), () -> desk.sendBack(id));
    }

    /** Opens a reviewed text for signature. */
    @POST
    @Path("/{id}/signings")
    @Operation(summary = "Open for signature", description = "Who may draft; the text is fixed from here on.")
    public Response openForSignature(@PathParam("id") UUID id) {
        allowed(CompactOperation.DRAFT_GUIDANCE, id);
        return act("open-guidance-for-signature", Map.of(), () -> desk.openForSignature(id));
    }

    /** Signs for the acting member; the last signature needed issues the version. */
    @POST
    @Path("/{id}/signatures")
    @Operation(
            summary = "Sign for the member",
            description = "Its health officer, freshly signed in, with Concord-Member. The last one needed issues it.")
    public Response sign(@PathParam("id") UUID id) {
        Caller caller = allowed(CompactOperation.SIGN_GUIDANCE, id);
        return act("sign-guidance", Map.of(), () -> desk.sign(id, caller.requireMember(), caller.subject()));
    }

    /** Gives up what is not issued. */
    @POST
    @Path("/{id}/discards")
    @Operation(summary = "Discard", description = "Who may draft; only before issue.")
    public Response discard(@PathParam("id") UUID id) {
        allowed(CompactOperation.DRAFT_GUIDANCE, id);
        return act("discard-guidance", Map.of(), () -> desk.discard(id));
    }

    /** What an agreement has in preparation, and what came of it. */
    @GET
    @Operation(summary = "List an agreement's versions, newest first")
    @Transactional
    public Response list(
            @QueryParam("agreement") @NotNull UUID agreement,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit,
            @Context UriInfo uri) {
        agreements.seenBy(access.reads(CompactOperation.READ_GUIDANCE_DRAFTS), agreement);
        return Pages.respond(
                uri,
                NewestFirst.page(
                        cursor, limit, (below, count) -> versions.page(agreement, below, count), DraftLine::id));
    }

    /** One version in preparation, with its current text. */
    @GET
    @Path("/{id}")
    @Operation(summary = "Show a version in preparation")
    @Transactional
    public DraftView show(@PathParam("id") UUID id) {
        requireSeen(id);
        GuidanceVersion version = versions.findById(id);
        return desk.view(guidances.findById(version.guidanceId()), version, texts.of(version));
    }

    /** What was said in review. */
    @GET
    @Path("/{id}/comments")
    @Operation(summary = "List comments, newest first")
    @Transactional
    public Response listComments(
            @PathParam("id") UUID id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit,
            @Context UriInfo uri) {
        requireSeen(id);
        return Pages.respond(
                uri,
                NewestFirst.page(
                        cursor,
                        limit,
                        (below, count) -> comments.page(id, below, count),
                        ReviewComment::view,
                        CommentView::id));
    }

    /** How a version differs from another of its guidance. */
    @GET
    @Path("/{id}/differences")
    @Operation(summary = "Compare with another version", description = "Field by field; prose word by word.")
    @Transactional
    public DifferencesView differences(@PathParam("id") UUID id, @QueryParam("from") @NotNull Integer from) {
        requireSeen(id);
        GuidanceVersion version = versions.findById(id);
        GuidanceVersion earlier = versions.find(version.guidanceId(), from).orElseThrow(Access::notFound);
        return new DifferencesView(
                version.guidanceId(),
                from,
                version.number(),
                Differences.between(texts.of(earlier), texts.of(version)));
    }

    private Response act(String name, Object command, Supplier<Object> work) {
        return idempotency.once(
                name,
                command,
                () -> Response.status(Response.Status.CREATED)
                        .entity(work.get())
                        .build());
    }

    private Caller allowed(CompactOperation operation, UUID versionId) {
        return access.require(operation, requireSeen(versionId));
    }

    private UUID requireSeen(UUID versionId) {
        return versions.agreementOf(versionId)
                .filter(agreement -> access.seesAgreement(CompactOperation.READ_GUIDANCE_DRAFTS, agreement))
                .orElseThrow(Access::notFound);
    }
}
