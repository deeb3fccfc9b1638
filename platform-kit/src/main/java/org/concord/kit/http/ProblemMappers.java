package org.concord.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.Problem;
import org.concord.kit.problem.ProblemBody;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.jboss.logging.Logger;

/**
 * How every failure leaves: a named problem with pointers to the faults; a fault of ours with a trace id and nothing
 * else. They stand ahead of the framework's own mappers of the same exceptions.
 */
final class ProblemMappers {

    static final String PROBLEM_JSON = "application/problem+json";

    /** Ahead of the library's own mappers of the same exceptions. */
    private static final int AHEAD = Priorities.USER - 100;

    private ProblemMappers() {}

    static Response answer(
            RoutingContext request, Problem problem, String detail, List<Violation> errors, Map<String, Object> more) {
        Map<String, Object> members = new LinkedHashMap<>(more);
        Object challenge = members.remove("challenge");
        Response.ResponseBuilder answer = Response.status(problem.status())
                .type(PROBLEM_JSON)
                .entity(ProblemBody.of(problem, detail, request.normalizedPath(), errors, members));
        if (challenge != null) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, challenge);
        }
        if (problem.status() == 503) {
            answer.header(HttpHeaders.RETRY_AFTER, 1);
        }
        return answer.build();
    }

    /** Named refusals. */
    @Provider
    @Priority(AHEAD)
    static final class Refusals implements ExceptionMapper<ProblemException> {
        private final RoutingContext request;

        Refusals(RoutingContext request) {
            this.request = request;
        }

        @Override
        public Response toResponse(ProblemException refusal) {
            return answer(request, refusal.problem(), refusal.detail(), refusal.errors(), refusal.members());
        }
    }

    /** Bean Validation. */
    @Provider
    @Priority(AHEAD)
    static final class Constraints implements ExceptionMapper<ConstraintViolationException> {
        private final RoutingContext request;

        Constraints(RoutingContext request) {
            this.request = request;
        }

        @Override
        public Response toResponse(ConstraintViolationException refused) {
            List<Violation> errors = refused.getConstraintViolations().stream()
                    .map(Constraints::violation)
                    .sorted((a, b) -> String.valueOf(a.pointer()).compareTo(String.valueOf(b.pointer())))
                    .toList();
            return answer(request, KitProblem.VALIDATION_FAILED, "Mend what the errors point at.", errors, Map.of());
        }

        private static Violation violation(ConstraintViolation<?> violation) {
            String code = violation
                    .getConstraintDescriptor()
                    .getAnnotation()
                    .annotationType()
                    .getSimpleName();
            return Violation.at(Pointers.of(violation), Pointers.kebab(code), violation.getMessage());
        }
    }

    /** A body that is JSON but not the JSON asked for. */
    @Provider
    @Priority(AHEAD)
    static final class Mismatches implements ExceptionMapper<MismatchedInputException> {
        private final RoutingContext request;

        Mismatches(RoutingContext request) {
            this.request = request;
        }

        @Override
        public Response toResponse(MismatchedInputException mismatch) {
            return unreadable(request, mismatch);
        }
    }

    /** Failures that the framework wraps, unreadable bodies among them. */
    @Provider
    @Priority(AHEAD)
    static final class Wrapped implements ExceptionMapper<WebApplicationException> {
        private final RoutingContext request;

        Wrapped(RoutingContext request) {
            this.request = request;
        }

        @Override
        public Response toResponse(WebApplicationException wrapped) {
            return answerWrapped(request, wrapped);
        }
    }

    /** Unknown paths; the framework has a mapper of its own for them, which a general one would not precede. */
    @Provider
    @Priority(AHEAD)
    static final class UnknownPaths implements ExceptionMapper<NotFoundException> {
        private final RoutingContext request;

        UnknownPaths(RoutingContext request) {
            this.request = request;
        }

        @Override
        public Response toResponse(NotFoundException unknown) {
            return answerWrapped(request, unknown);
        }
    }

    /** Our own faults. */
    @Provider
    @Priority(AHEAD)
    static final class Faults implements ExceptionMapper<Exception> {
        private static final Logger LOG = Logger.getLogger(Faults.class);
        private final RoutingContext request;

        Faults(RoutingContext request) {
            this.request = request;
        }

        @Override
        public Response toResponse(Exception fault) {
            ProblemException refusal = Causes.find(fault, ProblemException.class);
            if (refusal != null) {
                return answer(request, refusal.problem(), refusal.detail(), refusal.errors(), refusal.members());
            }
            if (Causes.isUpstream(fault)) {
                LOG.warnf("%s could not be served: %s", request.normalizedPath(), fault.getMessage());
                return answer(
                        request, KitProblem.TOO_BUSY, "Something we depend on does not answer.", List.of(), Map.of());
            }
            LOG.errorf(fault, "%s %s failed", request.request().method(), request.normalizedPath());
            return answer(
                    request,
                    KitProblem.UNEXPECTED,
                    "The fault is logged under the trace id; nothing of the request was kept.",
                    List.of(),
                    Map.of());
        }
    }

    private static Response answerWrapped(RoutingContext request, WebApplicationException wrapped) {
        if (wrapped.getCause() instanceof ProblemException refusal) {
            return answer(request, refusal.problem(), refusal.detail(), refusal.errors(), refusal.members());
        }
        if (wrapped.getCause() instanceof JsonProcessingException unreadable) {
            return unreadable(request, unreadable);
        }
        int status = wrapped.getResponse().getStatus();
        if (status < 400) {
            return wrapped.getResponse();
        }
        Response.Status known = Response.Status.fromStatusCode(status);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", known == null ? "Refused" : known.getReasonPhrase());
        body.put("status", status);
        body.put("instance", request.normalizedPath());
        return Response.fromResponse(wrapped.getResponse())
                .type(PROBLEM_JSON)
                .entity(body)
                .build();
    }

    private static Response unreadable(RoutingContext request, JsonProcessingException unreadable) {
        if (unreadable instanceof InvalidDefinitionException) {
            throw new IllegalStateException("a command that cannot be read", unreadable);
        }
        if (unreadable instanceof StreamReadException) {
            return answer(
                    request,
                    KitProblem.MALFORMED_BODY,
                    "The body is not JSON: see line " + unreadable.getLocation().getLineNr() + ", column "
                            + unreadable.getLocation().getColumnNr() + ".",
                    List.of(),
                    Map.of());
        }
        ProblemException refusal = Causes.find(unreadable, ProblemException.class);
        if (refusal != null) {
            return answer(request, refusal.problem(), refusal.detail(), refusal.errors(), refusal.members());
        }
        Violation fault = unreadable instanceof JsonMappingException mapping
                ? Pointers.violation(mapping)
                : Violation.at("", "unreadable", "This cannot be read.");
        return answer(
                request, KitProblem.VALIDATION_FAILED, "Mend what the errors point at.", List.of(fault), Map.of());
    }
}
