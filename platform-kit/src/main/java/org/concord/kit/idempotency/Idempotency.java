package org.concord.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.concord.kit.access.Access;
import org.concord.kit.access.Caller;
import org.concord.kit.idempotency.IdempotencyStore.Answer;
import org.concord.kit.idempotency.IdempotencyStore.Scope;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.Problem;
import org.concord.kit.problem.ProblemBody;
import org.concord.kit.problem.ProblemException;

/**
 * Makes a repeated POST have one effect and one answer (IETF draft-ietf-httpapi-idempotency-key-header). Key, request
 * hash and answer are stored in the transaction of the work; a business refusal is stored after its work is rolled
 * back, so that a retry cannot turn it around. Never stored: faults of the request itself, and our own failures.
 */
@ApplicationScoped
public class Idempotency {

    private static final String HEADER = "Idempotency-Key";
    private static final String REPLAYED = "Idempotency-Replayed";

    /** RFC-style bound on a header value that becomes an index key. */
    private static final int LONGEST_KEY = 255;

    /** Refusals that answer the matter itself; all others may turn out differently on a retry. */
    private static final Set<Integer> STORED_REFUSALS = Set.of(409, 412, 422);

    private final IdempotencyStore store;
    private final Access access;
    private final RoutingContext request;
    private final ObjectMapper json;
    private final ObjectMapper hashing;
    private final Clock clock;

    Idempotency(IdempotencyStore store, Access access, RoutingContext request, ObjectMapper json, Clock clock) {
        this.store = store;
        this.access = access;
        this.request = request;
        this.json = json;
        // Two spellings of one request are one request: fields in a fixed order.
        ObjectMapper sorted = json.copy().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);
        sorted.setConfig(sorted.getSerializationConfig().with(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY));
        this.hashing = sorted;
        this.clock = clock;
    }

    /**
     * Does the work once per (caller, member acted for, operation, key), in a transaction of its own.
     *
     * @param operation stable name of the operation
     * @param command the request as it was read; with the path it makes the request's hash
     * @param work what to do; answers with a JSON entity or none, and must not open a transaction around itself
     * @throws ProblemException {@code idempotency-key-missing}, {@code idempotency-key-reused},
     *     {@code idempotency-in-flight}, and whatever the work refuses with
     */
    public Response once(String operation, Object command, Supplier<Response> work) {
        String key = requireKey();
        Caller caller = access.caller();
        Scope scope = new Scope(caller.subject(), caller.actingFor().orElse("-"), operation, key);
        byte[] hash = hash(command);
        try {
            return QuarkusTransaction.requiringNew().call(() -> inTransaction(scope, hash, work));
        } catch (ProblemException refusal) {
            if (isBusinessRefusal(refusal.problem())) {
                remember(scope, hash, refusal);
            }
            throw refusal;
        }
    }

    private Response inTransaction(Scope scope, byte[] hash, Supplier<Response> work) {
        if (!store.tryLock(scope)) {
            throw new ProblemException(
                    KitProblem.IDEMPOTENCY_IN_FLIGHT, "Wait for the first answer, or ask again a little later.");
        }
        Optional<Answer> earlier = store.find(scope);
        if (earlier.isPresent()) {
            return replay(earlier.get(), hash);
        }
        Response response = work.get();
        String body = response.hasEntity() ? write(response.getEntity()) : "";
        String location = response.getHeaderString(HttpHeaders.LOCATION);
        store.insert(
                scope,
                new Answer(hash, response.getStatus(), MediaType.APPLICATION_JSON, location, body),
                Timestamp.from(clock.instant()));
        return Response.fromResponse(response)
                .type(MediaType.APPLICATION_JSON)
                .entity(body.isEmpty() ? null : body)
                .build();
    }

    private static Response replay(Answer earlier, byte[] hash) {
        if (!MessageDigest.isEqual(earlier.requestHash(), hash)) {
            throw new ProblemException(
                    KitProblem.IDEMPOTENCY_KEY_REUSED, "Use a new key for a new request; a retry repeats the body.");
        }
        Response.ResponseBuilder again = Response.status(earlier.status()).header(REPLAYED, "true");
        if (!earlier.body().isEmpty()) {
            again.type(earlier.mediaType()).entity(earlier.body());
        }
        String location = earlier.location();
        if (location != null) {
            again.location(URI.create(location));
        }
        return again.build();
    }

    private void remember(Scope scope, byte[] hash, ProblemException refusal) {
        String body = write(ProblemBody.of(refusal, request.normalizedPath()));
        QuarkusTransaction.requiringNew()
                .run(() -> store.insert(
                        scope,
                        new Answer(hash, refusal.problem().status(), "application/problem+json", null, body),
                        Timestamp.from(clock.instant())));
    }

    private static boolean isBusinessRefusal(Problem problem) {
        return STORED_REFUSALS.contains(problem.status())
                && problem != KitProblem.IDEMPOTENCY_IN_FLIGHT
                && problem != KitProblem.IDEMPOTENCY_KEY_REUSED;
    }

    private String requireKey() {
        String key = request.request().getHeader(HEADER);
        if (key == null || key.isBlank()) {
            throw new ProblemException(
                    KitProblem.IDEMPOTENCY_KEY_MISSING, "Make a key, such as a UUID, per intended effect.");
        }
        if (key.length() > LONGEST_KEY || key.chars().anyMatch(c -> c < 0x21 || c > 0x7E)) {
            throw new ProblemException(
                    KitProblem.IDEMPOTENCY_KEY_MISSING,
                    "A key has at most " + LONGEST_KEY + " visible ASCII characters.");
        }
        return key;
    }

    private byte[] hash(Object command) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(request.normalizedPath().getBytes(StandardCharsets.UTF_8));
            String query = request.request().query();
            sha256.update(("?" + (query == null ? "" : query) + "\n").getBytes(StandardCharsets.UTF_8));
            sha256.update(hashing.writeValueAsBytes(command));
            return sha256.digest();
        } catch (NoSuchAlgorithmException | JsonProcessingException impossible) {
            throw new IllegalStateException("a request that was read can be hashed", impossible);
        }
    }

    private String write(Object entity) {
        try {
            return json.writeValueAsString(entity);
        } catch (JsonProcessingException failed) {
            throw new IllegalStateException("not serialisable: " + entity.getClass(), failed);
        }
    }
}
