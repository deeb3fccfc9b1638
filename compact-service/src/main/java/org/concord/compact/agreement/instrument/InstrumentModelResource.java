package org.concord.compact.agreement.instrument;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.concord.compact.policy.CompactOperation;
import org.concord.kit.access.Access;
import org.concord.kit.page.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Instrument models over HTTP; public. */
@Path("/api/v1/instrument-models")
@Tag(name = "Agreements")
public class InstrumentModelResource {

    private final InstrumentModels models;
    private final Access access;

    InstrumentModelResource(InstrumentModels models, Access access) {
        this.models = models;
        this.access = access;
    }

    /** All models, on one page: they are few and come with the service. */
    @GET
    @Operation(summary = "List the instrument models", description = "Terms with their citations. Illustrative.")
    public Page<InstrumentModel> list() {
        access.reads(CompactOperation.READ_INSTRUMENT_MODELS);
        return new Page<>(models.all(), null);
    }

    /** One model. */
    @GET
    @Path("/{code}")
    @Operation(summary = "Show an instrument model")
    public InstrumentModel show(@PathParam("code") String code) {
        access.reads(CompactOperation.READ_INSTRUMENT_MODELS);
        return models.find(code).orElseThrow(Access::notFound);
    }
}
