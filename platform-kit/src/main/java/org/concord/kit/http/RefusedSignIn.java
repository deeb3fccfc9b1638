package org.concord.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.AuthenticationFailedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemBody;

/** A token that does not verify is refused before any resource is reached; the refusal is a problem like all others. */
@ApplicationScoped
class RefusedSignIn {

    private final ObjectMapper json;

    RefusedSignIn(ObjectMapper json) {
        this.json = json;
    }

    void install(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::answer);
    }

    private void answer(RoutingContext request) {
        if (!(request.failure() instanceof AuthenticationFailedException)
                || request.response().ended()
                || request.response().headWritten()) {
            request.next();
            return;
        }
        try {
            request.response()
                    .setStatusCode(KitProblem.SIGN_IN_REQUIRED.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, ProblemMappers.PROBLEM_JSON)
                    .putHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"")
                    .end(json.writeValueAsString(ProblemBody.of(
                            KitProblem.SIGN_IN_REQUIRED,
                            "The access token is not valid here: it may have expired, or be meant for another service.",
                            request.normalizedPath(),
                            List.of(),
                            Map.of())));
        } catch (JsonProcessingException impossible) {
            request.next();
        }
    }
}
