package org.concord.member.jurisdiction;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.concord.kit.access.Access;
import org.concord.kit.page.Page;
import org.concord.member.policy.MemberOperation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The reference data of who may be a member. */
@Path("/api/v1/jurisdictions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jurisdictions")
public class JurisdictionResource {
    private final Access access;
    private final Jurisdictions jurisdictions;

    JurisdictionResource(Access access, Jurisdictions jurisdictions) {
        this.access = access;
        this.jurisdictions = jurisdictions;
    }

    /** All 56 at once, by USPS code: the migration bounds the list. */
    @GET
    @Transactional
    @Operation(summary = "The states, the District and the territories with their population at the 2020 census")
    public Page<JurisdictionView> list() {
        access.reads(MemberOperation.READ_JURISDICTIONS);
        return new Page<>(jurisdictions.all().stream().map(Jurisdiction::view).toList(), null);
    }
}
