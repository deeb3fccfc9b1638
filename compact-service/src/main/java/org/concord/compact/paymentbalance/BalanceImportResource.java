package org.concord.compact.paymentbalance;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.concord.compact.Moments;
import org.concord.compact.policy.CompactOperation;
import org.concord.kit.access.Access;
import org.concord.kit.access.Caller;
import org.concord.kit.idempotency.Idempotency;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.time.Ids;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Takes a publication's figures from staff, as a file. */
@Path("/api/v1/payment-balance-imports")
@Tag(name = "Federal balance of payments")
public class BalanceImportResource {

    private final Balances balances;
    private final Access access;
    private final Idempotency idempotency;
    private final Ids ids;
    private final Clock clock;

    BalanceImportResource(Balances balances, Access access, Idempotency idempotency, Ids ids, Clock clock) {
        this.balances = balances;
        this.access = access;
        this.idempotency = idempotency;
        this.ids = ids;
        this.clock = clock;
    }

    /** Imports a publication: all of it or nothing. */
    @POST
    @Consumes("text/csv")
    @Operation(
            summary = "Import a publication",
            description =
                    "Commission staff. A publication stays as imported: the same figures again are welcome (200) and"
                            + " change nothing, other figures are refused.")
    public Response take(byte @NotNull [] body) {
        Caller caller = access.require(CompactOperation.IMPORT_PAYMENT_BALANCES);
        BalanceFile file = BalanceFile.read(body);
        return idempotency.once("import-payment-balances", new ImportBalances(sha256(body)), () -> {
            Instant now = Moments.now(clock);
            UUID id = ids.next();
            boolean isNew = balances.store(id, file, caller.subject(), now);
            Balances.Stored stored = balances.find(file.publication().code()).orElseThrow();
            if (!isNew && !stored.contentHash().equals(file.contentHash())) {
                throw new ProblemException(
                        BalanceProblem.PUBLICATION_DIFFERS,
                        "A vintage stays as it was imported. Give the revised figures a publication code of their own.");
            }
            return Response.status(isNew ? Response.Status.CREATED : Response.Status.OK)
                    .entity(stored.view())
                    .build();
        });
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
