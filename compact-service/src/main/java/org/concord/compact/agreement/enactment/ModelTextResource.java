package org.concord.compact.agreement.enactment;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.concord.compact.agreement.AgreementRegister;
import org.concord.compact.agreement.AgreementRegister.AgreementFacts;
import org.concord.compact.agreement.LegalDates;
import org.concord.compact.agreement.instrument.RecordText;
import org.concord.compact.agreement.instrument.TextRegister;
import org.concord.compact.agreement.instrument.TextView;
import org.concord.compact.policy.CompactOperation;
import org.concord.kit.access.Access;
import org.concord.kit.access.Caller;
import org.concord.kit.idempotency.Idempotency;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** An agreement's model text, over HTTP. */
@Path("/api/v1/agreements/{agreement}/model-texts")
@Tag(name = "Enactments")
public class ModelTextResource {

    private final EnactmentDesk desk;
    private final TextRegister texts;
    private final AgreementRegister agreements;
    private final LegalDates dates;
    private final Access access;
    private final Idempotency idempotency;

    ModelTextResource(
            EnactmentDesk desk,
            TextRegister texts,
            AgreementRegister agreements,
            LegalDates dates,
            Access access,
            Idempotency idempotency) {
        this.desk = desk;
        this.texts = texts;
        this.agreements = agreements;
        this.dates = dates;
        this.access = access;
        this.idempotency = idempotency;
    }

    /** Records the model text. */
    @POST
    @Operation(summary = "Record the model text by article", description = "Commission staff.")
    public Response recordText(@PathParam("agreement") UUID agreement, @NotNull @Valid RecordText command) {
        Caller caller = access.require(CompactOperation.REVIEW_CONFORMITY);
        return idempotency.once(
                "record-model-text",
                command,
                () -> Response.status(Response.Status.CREATED)
                        .entity(desk.record(agreement, null, command, caller.subject()))
                        .build());
    }

    /** The model text on a day, today unless said, with the amendments that were in force then. */
    @GET
    @Path("/current")
    @Operation(summary = "Show the model text as amended", description = "A date as 2026-03-01; today unless said.")
    @Transactional
    public TextView show(@PathParam("agreement") UUID agreement, @QueryParam("on") @Nullable String on) {
        AgreementFacts seen = agreements.seenBy(access.reads(CompactOperation.READ_AGREEMENTS), agreement);
        LocalDate day = LegalDates.parse("on", on, dates.today(seen.lead()));
        return texts.model(agreement, agreements.amendmentsOn(agreement, day)).orElseThrow(Access::notFound);
    }
}
