package org.concord.compact.paymentbalance;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.concord.compact.paymentbalance.BalanceView.Figures;
import org.concord.compact.paymentbalance.Balances.Filter;
import org.concord.compact.paymentbalance.Balances.Found;
import org.concord.compact.paymentbalance.Balances.Place;
import org.concord.compact.policy.CompactOperation;
import org.concord.compact.text.SpreadsheetText;
import org.concord.kit.access.Access;
import org.concord.kit.page.Cursor;
import org.concord.kit.page.Page;
import org.concord.kit.page.Pages;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Shows published figures. Read only, and for nothing but analysis. */
@Path("/api/v1/payment-balances")
@Tag(name = "Federal balance of payments")
public class BalanceResource {

    private static final String CSV = "text/csv";

    /** Five full publications; narrow the filter for a part of more. */
    private static final int MOST_TABLE_ROWS = 10_000;

    private final Balances balances;
    private final Access access;

    BalanceResource(Balances balances, Access access) {
        this.balances = balances;
        this.access = access;
    }

    /** Figures, newest publication and fiscal year first. */
    @GET
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @Operation(
            summary = "Federal balance of payments, per member",
            description = "Members, staff, auditors. format=csv gives all rows that the filter shows.")
    public Response list(
            @QueryParam("publication") @Nullable @Size(max = 64) String publication,
            @QueryParam("fiscalYear") @Nullable @Min(1940) @Max(2200) Integer fiscalYear,
            @QueryParam("member") @Nullable @Pattern(regexp = "[A-Z]{2}") String member,
            @QueryParam("emergency") @DefaultValue("BOTH") BalanceScope scope,
            @QueryParam("format") @Nullable @Pattern(regexp = "json|csv") String format,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit,
            @Context UriInfo uri) {
        access.reads(CompactOperation.READ_PAYMENT_BALANCES);
        Filter filter = new Filter(publication, fiscalYear, member);
        if ("csv".equals(format)) {
            return Response.ok(table(filter, scope), CSV + ";charset=utf-8")
                    .header("Content-Disposition", "attachment; filename=\"payment-balances.csv\"")
                    .build();
        }
        int size = Pages.limit(limit);
        Page<Found> page =
                Page.of(balances.page(filter, place(cursor), scope, size + 1), size, found -> cursor(found.place()));
        BalancesView view = new BalancesView(
                BalancesView.NOTICE, page.items().stream().map(Found::figures).toList(), page.next());
        return Response.fromResponse(Pages.respond(uri, page)).entity(view).build();
    }

    private String table(Filter filter, BalanceScope scope) {
        List<Found> found = balances.page(filter, null, scope, MOST_TABLE_ROWS + 1);
        if (found.size() > MOST_TABLE_ROWS) {
            throw new ProblemException(
                    BalanceProblem.TABLE_TOO_LARGE,
                    "At most " + MOST_TABLE_ROWS + " rows; name a publication or year.");
        }
        StringWriter text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            write(csv, found);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory can be written", impossible);
        }
        return text.toString();
    }

    private static void write(CsvWriter csv, List<Found> table) {
        csv.writeRecord(
                "publication",
                "publisher",
                "source_url",
                "published_on",
                "fiscal_year",
                "member",
                "population",
                "population_vintage",
                "emergency_money",
                "receipts_cents",
                "spending_cents",
                "balance_cents",
                "balance_per_capita_cents",
                "notice");
        for (Found one : table) {
            BalanceView figures = one.figures();
            write(csv, figures, "included", figures.withEmergency());
            write(csv, figures, "excluded", figures.withoutEmergency());
        }
    }

    private static void write(CsvWriter csv, BalanceView of, String emergency, @Nullable Figures figures) {
        if (figures != null) {
            csv.writeRecord(
                    of.publication(),
                    SpreadsheetText.harmless(of.publisher()),
                    of.sourceUrl(),
                    of.publishedOn().toString(),
                    String.valueOf(of.fiscalYear()),
                    of.member(),
                    String.valueOf(of.population()),
                    SpreadsheetText.harmless(of.populationVintage()),
                    emergency,
                    String.valueOf(figures.receiptsCents()),
                    String.valueOf(figures.spendingCents()),
                    String.valueOf(figures.balanceCents()),
                    String.valueOf(figures.balancePerCapitaCents()),
                    BalancesView.NOTICE);
        }
    }

    private static String cursor(Place place) {
        return Cursor.encode(String.valueOf(place.sequence()), String.valueOf(place.fiscalYear()), place.member());
    }

    private static @Nullable Place place(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        List<String> keys = Cursor.decode(cursor, 3);
        try {
            return new Place(Long.parseLong(keys.get(0)), Integer.parseInt(keys.get(1)), keys.get(2));
        } catch (NumberFormatException notOurs) {
            throw new ProblemException(KitProblem.CURSOR_INVALID, "Start from the first page again, without a cursor.");
        }
    }
}
