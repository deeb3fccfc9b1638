package org.concord.compact.governance.seat;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.concord.compact.agreement.AgreementRegister;
import org.concord.compact.agreement.AgreementRegister.AgreementFacts;
import org.concord.compact.policy.CompactOperation;
import org.concord.kit.access.Access;
import org.concord.kit.access.Caller;
import org.concord.kit.idempotency.Idempotency;
import org.concord.kit.page.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Seats over HTTP. Staff keep the register; every member of the agreement reads it. */
@Path("/api/v1/seats")
@Tag(name = "Seats")
public class SeatResource {

    private final SeatDesk desk;
    private final Seats seats;
    private final Credentials credentials;
    private final AgreementRegister agreements;
    private final Access access;
    private final Idempotency idempotency;

    SeatResource(
            SeatDesk desk,
            Seats seats,
            Credentials credentials,
            AgreementRegister agreements,
            Access access,
            Idempotency idempotency) {
        this.desk = desk;
        this.seats = seats;
        this.credentials = credentials;
        this.agreements = agreements;
        this.access = access;
        this.idempotency = idempotency;
    }

    /** Registers a seat. */
    @POST
    @Operation(summary = "Register a member's seat", description = "Commission staff, by the agreement's article.")
    public Response register(@NotNull @Valid RegisterSeat command) {
        Caller caller = access.require(CompactOperation.REGISTER_SEAT);
        AgreementFacts agreement =
                agreements.seenBy(access.reads(CompactOperation.READ_AGREEMENTS), command.agreementId());
        return idempotency.once(
                "register-seat", command, () -> created(desk.register(command, agreement, caller.subject())));
    }

    /** Registers who holds a seat. */
    @POST
    @Path("/{id}/credentials")
    @Operation(
            summary = "Register a delegate, an alternate or a proxy",
            description = "Commission staff, by the member's instrument. One delegate at a time.")
    public Response register(@PathParam("id") UUID id, @NotNull @Valid RegisterCredential command) {
        Caller caller = access.require(CompactOperation.REGISTER_SEAT);
        return idempotency.once(
                "register-credential", command, () -> created(desk.register(id, command, caller.subject())));
    }

    /** Ends a person's authority. */
    @POST
    @Path("/{id}/credentials/{credential}/revocations")
    @Operation(summary = "End a term", description = "Commission staff, by the member's instrument.")
    public Response revoke(
            @PathParam("id") UUID id, @PathParam("credential") UUID credential, @NotNull @Valid EndTerm command) {
        Caller caller = access.require(CompactOperation.REGISTER_SEAT);
        return idempotency.once(
                "revoke-credential", command, () -> created(desk.revoke(id, credential, command, caller.subject())));
    }

    /** Ends a seat. */
    @POST
    @Path("/{id}/endings")
    @Operation(summary = "End a seat", description = "Commission staff. Votes for it are refused from the next day on.")
    public Response end(@PathParam("id") UUID id, @NotNull @Valid EndTerm command) {
        access.require(CompactOperation.REGISTER_SEAT);
        return idempotency.once("end-seat", command, () -> created(desk.end(id, command)));
    }

    /** All seats of an agreement, or those in force on a day. */
    @GET
    @Operation(summary = "List an agreement's seats by label", description = "With everybody who ever held them.")
    @Transactional
    public Page<SeatView> list(
            @QueryParam("agreement") @NotNull UUID agreement, @QueryParam("on") @Nullable LocalDate on) {
        agreements.seenBy(access.reads(CompactOperation.READ_SEATS), agreement);
        List<AgreementSeat> found = seats.of(agreement).stream()
                .filter(seat -> on == null || seat.inForce(on))
                .toList();
        Map<UUID, List<SeatCredential>> holders =
                credentials.ofAll(found.stream().map(AgreementSeat::id).collect(Collectors.toSet()));
        return new Page<>(
                found.stream()
                        .map(seat -> SeatView.of(seat, holders.getOrDefault(seat.id(), List.of())))
                        .toList(),
                null);
    }

    /** One seat. */
    @GET
    @Path("/{id}")
    @Operation(summary = "Show a seat")
    public SeatView show(@PathParam("id") UUID id) {
        return seats.findByIdOptional(id)
                .filter(seat -> access.seesAgreement(CompactOperation.READ_SEATS, seat.agreementId()))
                .map(seat -> SeatView.of(seat, credentials.of(id)))
                .orElseThrow(Access::notFound);
    }

    private static Response created(SeatView view) {
        return Response.created(URI.create("/api/v1/seats/" + view.id()))
                .entity(view)
                .build();
    }
}
