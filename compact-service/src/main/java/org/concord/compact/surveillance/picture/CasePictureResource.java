package org.concord.compact.surveillance.picture;

import static java.util.Objects.requireNonNullElse;

import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.concord.compact.policy.CompactOperation;
import org.concord.compact.surveillance.detection.Limits;
import org.concord.kit.access.Access;
import org.concord.kit.time.MmwrWeek;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * What members share of their counts, for the members of the agreement, staff and auditors; {@code format=csv} gives the
 * same rows as CSV.
 */
@Path("/api/v1")
@Tag(name = "Outbreak picture")
public class CasePictureResource {

    static final String CONDITION = "[A-Z0-9][A-Z0-9_-]{0,31}";
    static final String MEMBER = "[A-Z]{2}";
    static final String STATUS = "CONFIRMED|PROBABLE|SUSPECT";
    static final String FORMAT = "json|csv";

    /** A year: with 53 members and three statuses some ten thousand rows. */
    static final int MOST_TABLE_WEEKS = 53;

    /** What a screen shows. */
    private static final int USUAL_TABLE_WEEKS = 12;

    /** Ten years and a bit. */
    private static final int USUAL_SERIES_WEEKS = 530;

    private final CaseCells cells;
    private final Access access;
    private final Clock clock;

    CasePictureResource(CaseCells cells, Access access, Clock clock) {
        this.cells = cells;
        this.access = access;
        this.clock = clock;
    }

    /** A condition's counts by week and member, with totals. */
    @GET
    @Path("/case-tables")
    @Transactional
    @Operation(
            summary = "A condition's counts by week, member and status, with totals",
            description =
                    "At most 53 weeks, the last 12 where none are named; with asOf as it stood at that instant. Small"
                            + " counts and every total that one enters are suppressed.")
    public Response table(
            @QueryParam("dataUseAgreement") @NotNull UUID dataUseAgreement,
            @QueryParam("condition") @NotNull @Pattern(regexp = CONDITION) String condition,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("asOf") @Nullable String asOf,
            @QueryParam("format") @Nullable @Pattern(regexp = FORMAT) String format) {
        requireSeen(dataUseAgreement);
        PictureQuery query = new PictureQuery();
        MmwrWeek last = requireNonNullElse(query.week("to", to), thisWeek());
        MmwrWeek askedFirst = query.week("from", from);
        MmwrWeek first = askedFirst == null ? earlier(last, USUAL_TABLE_WEEKS - 1) : askedFirst;
        Instant moment = query.instant("asOf", asOf);
        query.requireRange(first, last, MOST_TABLE_WEEKS);
        CaseTable table = new CaseTable(
                dataUseAgreement,
                condition,
                first,
                last,
                moment,
                CaseTable.layOut(cells.table(dataUseAgreement, condition, first, last, moment)));
        return isCsv(format)
                ? csv("case-table-" + condition, CaseTable.COLUMNS, table.sheet())
                : Response.ok(table).build();
    }

    /** A condition's counts week by week. */
    @GET
    @Path("/case-series")
    @Transactional
    @Operation(
            summary = "A condition's counts week by week, of one member or of all together",
            description = "Statuses are added; all three where none is named. At most 2,000 weeks.")
    public Response series(
            @QueryParam("dataUseAgreement") @NotNull UUID dataUseAgreement,
            @QueryParam("condition") @NotNull @Pattern(regexp = CONDITION) String condition,
            @QueryParam("member") @Nullable @Pattern(regexp = MEMBER) String member,
            @QueryParam("status") @Nullable List<@Pattern(regexp = STATUS) String> status,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("format") @Nullable @Pattern(regexp = FORMAT) String format) {
        requireSeen(dataUseAgreement);
        PictureQuery query = new PictureQuery();
        MmwrWeek last = requireNonNullElse(query.week("to", to), thisWeek());
        MmwrWeek askedFirst = query.week("from", from);
        MmwrWeek first = askedFirst == null ? earlier(last, USUAL_SERIES_WEEKS - 1) : askedFirst;
        query.requireRange(first, last, Limits.POINTS);
        List<CaseStatus> statuses = status == null || status.isEmpty()
                ? List.of(CaseStatus.values())
                : status.stream().distinct().map(CaseStatus::valueOf).toList();
        CaseSeries series = new CaseSeries(
                dataUseAgreement,
                condition,
                member,
                statuses,
                cells.series(dataUseAgreement, condition, member, statuses, first, last));
        return isCsv(format)
                ? csv("case-series-" + condition, CaseSeries.COLUMNS, series.sheet())
                : Response.ok(series).build();
    }

    /** How a week's counts moved. */
    @GET
    @Path("/case-backfills")
    @Transactional
    @Operation(summary = "Every version of one member's counts of one week, provisional and final")
    public Response backfill(
            @QueryParam("dataUseAgreement") @NotNull UUID dataUseAgreement,
            @QueryParam("condition") @NotNull @Pattern(regexp = CONDITION) String condition,
            @QueryParam("member") @NotNull @Pattern(regexp = MEMBER) String member,
            @QueryParam("week") @NotNull String week,
            @QueryParam("format") @Nullable @Pattern(regexp = FORMAT) String format) {
        requireSeen(dataUseAgreement);
        PictureQuery query = new PictureQuery();
        MmwrWeek asked = requireNonNullElse(query.week("week", week), thisWeek());
        query.check();
        CaseBackfill backfill = new CaseBackfill(
                dataUseAgreement,
                condition,
                member,
                asked,
                CaseBackfill.layOut(cells.versions(dataUseAgreement, condition, member, asked)));
        return isCsv(format)
                ? csv("case-backfill-" + condition, CaseBackfill.COLUMNS, backfill.sheet())
                : Response.ok(backfill).build();
    }

    private void requireSeen(UUID dataUseAgreement) {
        boolean seen = cells.home(dataUseAgreement)
                .filter(home -> access.seesAgreement(CompactOperation.READ_OUTBREAK_PICTURE, home.agreementId()))
                .isPresent();
        if (!seen) {
            throw Access.notFound();
        }
    }

    private MmwrWeek thisWeek() {
        return MmwrWeek.of(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private static MmwrWeek earlier(MmwrWeek week, int weeks) {
        return week.number() < weeks ? MmwrWeek.ofNumber(0) : week.plus(-weeks);
    }

    private static boolean isCsv(@Nullable String format) {
        return "csv".equals(format);
    }

    private static Response csv(String name, List<String> columns, List<List<String>> rows) {
        return Response.ok(Sheet.write(columns, rows), MediaType.valueOf(Sheet.MEDIA_TYPE))
                .header("Content-Disposition", "attachment; filename=\"" + name + ".csv\"")
                .build();
    }
}
