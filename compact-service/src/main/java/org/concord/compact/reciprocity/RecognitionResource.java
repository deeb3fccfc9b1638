package org.concord.compact.reciprocity;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.concord.compact.Moments;
import org.concord.compact.NewestFirst;
import org.concord.compact.agreement.AgreementRegister;
import org.concord.compact.agreement.AgreementRegister.AgreementFacts;
import org.concord.compact.policy.CompactOperation;
import org.concord.kit.access.Access;
import org.concord.kit.access.Caller;
import org.concord.kit.idempotency.Idempotency;
import org.concord.kit.page.Pages;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The registry of recognition over HTTP. */
@Path("/api/v1/recognitions")
@Tag(name = "Reciprocity")
public class RecognitionResource {

    private final RecognitionDesk desk;
    private final Recognitions recognitions;
    private final AgreementRegister agreements;
    private final Access access;
    private final Idempotency idempotency;
    private final Clock clock;

    RecognitionResource(
            RecognitionDesk desk,
            Recognitions recognitions,
            AgreementRegister agreements,
            Access access,
            Idempotency idempotency,
            Clock clock) {
        this.desk = desk;
        this.recognitions = recognitions;
        this.agreements = agreements;
        this.access = access;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /** Registers the acting member's recognition. */
    @POST
    @Operation(
            summary = "Register what the member recognises",
            description = "Its delegate, with Concord-Member; its own recognition only.")
    public Response register(@NotNull @Valid RegisterRecognition command) {
        Caller caller = access.require(CompactOperation.REGISTER_RECOGNITION);
        UUID agreementId = command.agreementId();
        AgreementFacts agreement = agreementId == null
                ? null
                : agreements.seenBy(access.reads(CompactOperation.READ_AGREEMENTS), agreementId);
        return idempotency.once("register-recognition", command, () -> {
            RecognitionView view = desk.register(command, caller.requireMember(), agreement, caller.subject());
            return Response.created(URI.create("/api/v1/recognitions/" + view.id()))
                    .entity(view)
                    .build();
        });
    }

    /** Revises or ends a recognition of the acting member. */
    @POST
    @Path("/{id}/revisions")
    @Operation(summary = "Revise or end a recognition", description = "The same member's delegate.")
    public Response revise(@PathParam("id") UUID id, @NotNull @Valid ReviseRecognition command) {
        Caller caller = access.require(CompactOperation.REGISTER_RECOGNITION);
        String member = caller.requireMember();
        // Another member's entry is as absent, to write to, as an unknown one.
        if (recognitions.current(id).filter(one -> one.member().equals(member)).isEmpty()) {
            throw Access.notFound();
        }
        return idempotency.once(
                "revise-recognition",
                command,
                () -> Response.status(Response.Status.CREATED)
                        .entity(desk.revise(id, member, command, caller.subject()))
                        .build());
    }

    /** Recognitions by member pair, kind and date. */
    @GET
    @Operation(
            summary = "List recognitions, newest first",
            description = "Members, staff, auditors: by who recognises, of whom, kind, day and as known at an instant.")
    @Transactional
    public Response list(
            @QueryParam("by") @Nullable @Pattern(regexp = "[A-Z]{2}") String by,
            @QueryParam("of") @Nullable @Pattern(regexp = "[A-Z]{2}") String of,
            @QueryParam("kind") @Nullable RecognitionKind kind,
            @QueryParam("on") @Nullable String on,
            @QueryParam("knownAt") @Nullable String knownAt,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit,
            @Context UriInfo uri) {
        access.reads(CompactOperation.READ_RECOGNITIONS);
        Recognitions.Filter filter = filter(by, of, kind, on, knownAt);
        return Pages.respond(
                uri,
                NewestFirst.page(
                        cursor, limit, (below, count) -> recognitions.page(filter, below, count), RecognitionView::id));
    }

    /** One recognition with all its revisions. */
    @GET
    @Path("/{id}")
    @Operation(summary = "Show a recognition's revisions, from the first on")
    @Transactional
    public List<RecognitionView> show(@PathParam("id") UUID id) {
        access.reads(CompactOperation.READ_RECOGNITIONS);
        List<RecognitionView> revisions = recognitions.revisions(id);
        if (revisions.isEmpty()) {
            throw Access.notFound();
        }
        return revisions;
    }

    private Recognitions.Filter filter(
            @Nullable String by,
            @Nullable String of,
            @Nullable RecognitionKind kind,
            @Nullable String on,
            @Nullable String knownAt) {
        List<Violation> faults = new ArrayList<>();
        LocalDate day = null;
        Instant known = Moments.now(clock);
        try {
            day = on == null ? null : LocalDate.parse(on);
        } catch (DateTimeException notADate) {
            faults.add(Violation.at("/on", "wrong-format", "a date such as 2026-11-22 is expected"));
        }
        try {
            known = knownAt == null ? known : Instant.parse(knownAt);
        } catch (DateTimeException notAnInstant) {
            faults.add(Violation.at("/knownAt", "wrong-format", "an instant such as 2026-11-22T12:00:00Z is expected"));
        }
        boolean plausible = (day == null || Math.abs(day.getYear()) < 10_000)
                && !known.isBefore(Instant.EPOCH)
                && known.isBefore(Instant.parse("9999-01-01T00:00:00Z"));
        if (!plausible) {
            faults.add(Violation.at("/on", "out-of-range", "dates and instants of this age are expected"));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(KitProblem.VALIDATION_FAILED, "The question has faults.", faults);
        }
        return new Recognitions.Filter(by, of, kind, day, known);
    }
}
