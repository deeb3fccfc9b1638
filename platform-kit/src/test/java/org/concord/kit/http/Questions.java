package org.concord.kit.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A door of the tests' own: questions with parameters of every kind. */
@Path("/api/v1/questions")
public class Questions {

    /** A kind. */
    public enum Kind {
        OPEN,
        CLOSED
    }

    /** Says what it understood. */
    @GET
    public Map<String, Object> ask(
            @QueryParam("agreement") @NotNull UUID agreement,
            @QueryParam("limit") @Nullable @Max(100) Integer limit,
            @QueryParam("kind") @Nullable Kind kind,
            @QueryParam("member") @Nullable List<@Pattern(regexp = "[A-Z]{2}") String> members) {
        return Map.of("agreement", agreement, "limit", limit == null ? 0 : limit, "kind", String.valueOf(kind));
    }

    /** One. */
    @GET
    @Path("/{id}")
    public String show(@PathParam("id") UUID id) {
        return id.toString();
    }
}
