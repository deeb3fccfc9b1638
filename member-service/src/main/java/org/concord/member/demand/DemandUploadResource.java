package org.concord.member.demand;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.concord.kit.access.Access;
import org.concord.kit.idempotency.Idempotency;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Demand as a CSV file with the columns {@code reference,cvx,rate_per_10000,doses}. */
@Path("/api/v1/demand-uploads")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Demand")
public class DemandUploadResource {
    private final Access access;
    private final Idempotency idempotency;
    private final DemandDesk desk;

    DemandUploadResource(Access access, Idempotency idempotency, DemandDesk desk) {
        this.access = access;
        this.idempotency = idempotency;
        this.desk = desk;
    }

    /** Stores a file's rows: all or none, or the good ones with {@code commit=valid}. */
    @POST
    @Consumes("text/csv")
    @Operation(
            summary = "Post demand as a CSV file (buyer)",
            description = "Comma or semicolon, UTF-8. Without commit=valid nothing is stored unless every row is good.")
    @APIResponse(responseCode = "201", description = "Rows were stored; with commit=valid, errors names the others")
    @APIResponse(responseCode = "422", description = "Nothing was stored; errors names row, column, code and a fix")
    public Response upload(
            @QueryParam("round") @NotNull UUID round,
            @QueryParam("commit") @Nullable @Pattern(regexp = "valid") String commit,
            byte @NotNull [] body) {
        access.caller(); // strangers' files are not parsed
        DemandFile file = DemandFile.read(body);
        UploadDemand command = new UploadDemand(round, commit != null, sha256(body));
        return idempotency.once(
                "upload-demand",
                command,
                () -> Response.status(Response.Status.CREATED)
                        .entity(desk.upload(command, file))
                        .build());
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
