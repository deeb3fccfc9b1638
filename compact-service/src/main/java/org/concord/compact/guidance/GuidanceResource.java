package org.concord.compact.guidance;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.concord.compact.NewestFirst;
import org.concord.compact.agreement.AgreementRegister;
import org.concord.compact.agreement.AgreementRegister.AgreementFacts;
import org.concord.compact.policy.CompactOperation;
import org.concord.kit.access.Access;
import org.concord.kit.access.Caller;
import org.concord.kit.idempotency.Idempotency;
import org.concord.kit.page.Pages;
import org.concord.kit.time.Zones;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Issued guidance over HTTP: open to everyone to read. What is in preparation does not exist here. */
@Path("/api/v1/guidance")
@Tag(name = "Guidance")
public class GuidanceResource {

    private final GuidanceDesk desk;
    private final Guidances guidances;
    private final GuidanceVersions versions;
    private final VersionTexts texts;
    private final AgreementRegister agreements;
    private final Access access;
    private final Idempotency idempotency;
    private final Clock clock;

    GuidanceResource(
            GuidanceDesk desk,
            Guidances guidances,
            GuidanceVersions versions,
            VersionTexts texts,
            AgreementRegister agreements,
            Access access,
            Idempotency idempotency,
            Clock clock) {
        this.desk = desk;
        this.guidances = guidances;
        this.versions = versions;
        this.texts = texts;
        this.agreements = agreements;
        this.access = access;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /** Guidance of which something is issued. */
    @GET
    @Operation(summary = "List issued guidance, newest first", description = "Everyone, no sign-in.")
    @Transactional
    public Response list(
            @QueryParam("agreement") @Nullable UUID agreement,
            @QueryParam("topic") @Nullable @Size(max = 100) String topic,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit,
            @Context UriInfo uri) {
        access.reads(CompactOperation.READ_GUIDANCE);
        return Pages.respond(
                uri,
                NewestFirst.page(
                        cursor,
                        limit,
                        (below, count) -> versions.summaries(agreement, topic, below, count),
                        GuidanceSummary::id));
    }

    /** One guidance with its issued versions. */
    @GET
    @Path("/{id}")
    @Operation(summary = "Show a guidance", description = "Everyone, no sign-in.")
    @Transactional
    public GuidanceView show(@PathParam("id") UUID id) {
        access.reads(CompactOperation.READ_GUIDANCE);
        List<GuidanceVersion> issued = versions.issued(id);
        if (issued.isEmpty()) {
            throw Access.notFound();
        }
        Guidance guidance = guidances.findById(id);
        AgreementFacts agreement = agreementOf(guidance);
        LocalDate today = today(agreement);
        return new GuidanceView(
                id,
                guidance.agreementId(),
                guidance.code(),
                Force.under(agreement.type()),
                issued.stream()
                        .map(version -> GuidanceView.Edition.of(version, today))
                        .toList());
    }

    /** One issued version, whole. */
    @GET
    @Path("/{id}/versions/{number}")
    @Operation(summary = "Show an issued version", description = "Everyone, no sign-in.")
    @Transactional
    public VersionView showVersion(@PathParam("id") UUID id, @PathParam("number") int number) {
        access.reads(CompactOperation.READ_GUIDANCE);
        GuidanceVersion version = issued(id, number);
        Guidance guidance = guidances.findById(id);
        AgreementFacts agreement = agreementOf(guidance);
        return VersionView.of(guidance, version, texts.of(version), Force.under(agreement.type()), today(agreement));
    }

    /** How two issued versions differ. */
    @GET
    @Path("/{id}/versions/{number}/differences")
    @Operation(
            summary = "Compare two issued versions",
            description = "Everyone, no sign-in. Field by field; prose word by word.")
    @Transactional
    public DifferencesView differences(
            @PathParam("id") UUID id, @PathParam("number") int number, @QueryParam("from") @NotNull Integer from) {
        access.reads(CompactOperation.READ_GUIDANCE);
        return new DifferencesView(
                id, from, number, Differences.between(texts.of(issued(id, from)), texts.of(issued(id, number))));
    }

    /** Drafts the next version. */
    @POST
    @Path("/{id}/versions")
    @Operation(
            summary = "Draft the next version",
            description = "Commission staff, or a health officer of a member in standing, under PUBLISH_GUIDANCE.")
    public Response draftNext(@PathParam("id") UUID id, @NotNull @Valid DraftVersion command) {
        Caller caller = access.require(CompactOperation.DRAFT_GUIDANCE, agreementSeen(id));
        return idempotency.once("draft-guidance-version", command, () -> {
            DraftView view = desk.draftNext(id, command, caller.subject());
            return Response.created(URI.create("/api/v1/guidance-drafts/" + view.id()))
                    .entity(view)
                    .build();
        });
    }

    /** Signs for the acting member that a version be withdrawn. */
    @POST
    @Path("/{id}/versions/{number}/withdrawal-signatures")
    @Operation(
            summary = "Sign a withdrawal for the member",
            description =
                    "Its health officer, freshly signed in, with Concord-Member. It takes as many as issued the version.")
    public Response signWithdrawal(
            @PathParam("id") UUID id, @PathParam("number") int number, @NotNull @Valid SignWithdrawal command) {
        Caller caller = access.require(CompactOperation.SIGN_GUIDANCE, agreementSeen(id));
        UUID versionId = issued(id, number).id();
        return idempotency.once(
                "sign-guidance-withdrawal",
                command,
                () -> Response.status(Response.Status.CREATED)
                        .entity(desk.signWithdrawal(versionId, caller.requireMember(), command, caller.subject()))
                        .build());
    }

    /** The agreement of a guidance that the caller's members share; a foreign one is as absent as an unknown one. */
    private UUID agreementSeen(UUID guidanceId) {
        return guidances
                .findByIdOptional(guidanceId)
                .map(Guidance::agreementId)
                .filter(agreement -> access.seesAgreement(CompactOperation.READ_GUIDANCE_DRAFTS, agreement))
                .orElseThrow(Access::notFound);
    }

    private GuidanceVersion issued(UUID guidanceId, int number) {
        return versions.find(guidanceId, number)
                .filter(GuidanceVersion::isIssued)
                .orElseThrow(Access::notFound);
    }

    private AgreementFacts agreementOf(Guidance guidance) {
        return agreements.find(guidance.agreementId()).orElseThrow();
    }

    private LocalDate today(AgreementFacts agreement) {
        return Zones.dateIn(agreement.lead(), clock.instant());
    }
}
