package org.concord.member.casereport;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.concord.kit.access.Access;
import org.concord.kit.idempotency.Idempotency;
import org.concord.kit.page.Cursor;
import org.concord.kit.page.Page;
import org.concord.kit.page.Pages;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.member.policy.MemberOperation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Agreements on the use of data: what is small, under which instrument, from when to when. */
@Path("/api/v1/data-use-agreements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Case reports")
public class DataUseAgreementResource {

    private static final UUID ABOVE_ALL = new UUID(-1, -1);

    private final Access access;
    private final Idempotency idempotency;
    private final CaseReportDesk desk;
    private final DataUseAgreements agreements;

    DataUseAgreementResource(
            Access access, Idempotency idempotency, CaseReportDesk desk, DataUseAgreements agreements) {
        this.access = access;
        this.idempotency = idempotency;
        this.desk = desk;
        this.agreements = agreements;
    }

    /** Registers a signed one. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Register a signed data-use agreement with its thresholds (commission staff)")
    public Response register(@NotNull @Valid RegisterDataUseAgreement command) {
        return idempotency.once("register-data-use-agreement", command, () -> {
            DataUseAgreementView view = desk.register(command);
            return Response.created(URI.create("/api/v1/data-use-agreements/" + view.id()))
                    .entity(view)
                    .build();
        });
    }

    /** Those of one agreement, newest first. */
    @GET
    @Transactional
    @Operation(summary = "Data-use agreements of an agreement: for its members, staff and auditors")
    public Response list(
            @Context UriInfo uri,
            @QueryParam("agreement") @NotNull UUID agreement,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        int size = Pages.limit(limit);
        if (!access.seesAgreement(MemberOperation.READ_DATA_USE_AGREEMENTS, agreement)) {
            throw Access.notFound();
        }
        List<DataUseAgreementView> found = agreements
                .find("agreementId = ?1 and id < ?2 order by id desc", agreement, below(cursor))
                .page(0, size + 1)
                .stream()
                .map(DataUseAgreement::view)
                .toList();
        return Pages.respond(
                uri, Page.of(found, size, last -> Cursor.encode(last.id().toString())));
    }

    /** One. */
    @GET
    @Path("/{id}")
    @Transactional
    @Operation(summary = "Show a data-use agreement")
    public DataUseAgreementView show(@PathParam("id") UUID id) {
        return agreements
                .findByIdOptional(id)
                .filter(found -> access.seesAgreement(MemberOperation.READ_DATA_USE_AGREEMENTS, found.agreementId))
                .map(DataUseAgreement::view)
                .orElseThrow(Access::notFound);
    }

    private static UUID below(@Nullable String cursor) {
        try {
            return cursor == null
                    ? ABOVE_ALL
                    : UUID.fromString(Cursor.decode(cursor, 1).getFirst());
        } catch (IllegalArgumentException notOurs) {
            throw new ProblemException(KitProblem.CURSOR_INVALID, "Start from the first page again, without a cursor.");
        }
    }
}
