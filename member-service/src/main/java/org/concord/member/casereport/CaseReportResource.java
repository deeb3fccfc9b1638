package org.concord.member.casereport;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.concord.kit.idempotency.Idempotency;
import org.concord.kit.page.Cursor;
import org.concord.kit.page.Page;
import org.concord.kit.page.Pages;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.concord.kit.time.MmwrWeek;
import org.concord.member.casereport.CaseCounts.Asked;
import org.concord.member.casereport.CaseCounts.Place;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Case reports over HTTP: posted in bulk, read with all their history by the member's own health officers. */
@Path("/api/v1/case-reports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Case reports")
public class CaseReportResource {

    private static final MmwrWeek FIRST = new MmwrWeek(1900, 1);
    private static final MmwrWeek LAST = new MmwrWeek(9999, 52);

    private final CaseReportDesk desk;
    private final CaseCounts counts;
    private final Idempotency idempotency;
    private final Clock clock;

    CaseReportResource(CaseReportDesk desk, CaseCounts counts, Idempotency idempotency, Clock clock) {
        this.desk = desk;
        this.counts = counts;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /** Posts counts of the member acted for, all or none. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Post case counts (health officer)",
            description =
                    "By condition, MMWR week and status, without identifiers; up to 2,000 cells. Each cell makes a new"
                            + " version. What others learn of a small count is that it is small.")
    public Response post(@NotNull @Valid PostCaseReport command) {
        return idempotency.once(
                "post-case-report",
                command,
                () -> Response.status(Response.Status.CREATED)
                        .entity(desk.post(command))
                        .build());
    }

    /** True counts of the member acted for. */
    @GET
    @Transactional
    @Operation(
            summary = "One's own member's counts (health officer)",
            description = "By condition, week, status; the latest versions, or all with versions=all, as they stood at"
                    + " asOf.")
    public Response list(
            @Context UriInfo uri,
            @QueryParam("dataUseAgreement") @NotNull UUID dataUseAgreement,
            @QueryParam("condition") @Nullable @Pattern(regexp = PostCaseReport.CONDITION) String condition,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("asOf") @Nullable String asOf,
            @QueryParam("versions") @Nullable @Pattern(regexp = "latest|all") String versions,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        int size = Pages.limit(limit);
        String member = desk.readerOf(dataUseAgreement);
        Asked asked = new Asked(
                dataUseAgreement,
                member,
                condition,
                read(from, FIRST, "/from", MmwrWeek::parse),
                read(to, LAST, "/to", MmwrWeek::parse),
                read(asOf, clock.instant(), "/asOf", Instant::parse),
                "all".equals(versions));
        List<CaseCountView> found = counts.list(asked, place(cursor), size + 1);
        return Pages.respond(uri, Page.of(found, size, CaseReportResource::cursor));
    }

    private static <T> T read(@Nullable String given, T otherwise, String pointer, Function<String, T> reader) {
        try {
            return given == null ? otherwise : reader.apply(given);
        } catch (IllegalArgumentException | DateTimeParseException unreadable) {
            throw new ProblemException(
                    KitProblem.VALIDATION_FAILED,
                    "The query cannot be read.",
                    List.of(Violation.at(pointer, "wrong-format", String.valueOf(unreadable.getMessage()))));
        }
    }

    private static Place place(@Nullable String cursor) {
        if (cursor == null) {
            return Place.START;
        }
        List<String> keys = Cursor.decode(cursor, 4);
        try {
            return new Place(keys.get(0), Integer.parseInt(keys.get(1)), keys.get(2), Integer.parseInt(keys.get(3)));
        } catch (NumberFormatException notOurs) {
            throw new ProblemException(KitProblem.CURSOR_INVALID, "Start from the first page again, without a cursor.");
        }
    }

    private static String cursor(CaseCountView last) {
        Place place = Place.after(last);
        return Cursor.encode(
                place.condition(), String.valueOf(place.week()), place.status(), String.valueOf(place.version()));
    }
}
