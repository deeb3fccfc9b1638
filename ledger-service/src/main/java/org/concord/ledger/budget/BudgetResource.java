package org.concord.ledger.budget;

import io.vertx.ext.web.RoutingContext;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.concord.kit.access.Access;
import org.concord.kit.idempotency.Idempotency;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.concord.kit.time.Zones;
import org.concord.ledger.book.Books;
import org.concord.ledger.book.Lane;
import org.concord.ledger.book.Outcome;
import org.concord.ledger.book.Proposal;
import org.concord.ledger.policy.LedgerOperation;
import org.concord.ledger.posting.BusinessEvent;
import org.concord.ledger.posting.BusinessEvent.AllotmentMade;
import org.concord.ledger.posting.BusinessEvent.AppropriationCertified;
import org.concord.ledger.reading.ListResource;
import org.concord.ledger.reading.Moments;
import org.concord.ledger.reading.Moments.Wanted;
import org.concord.ledger.reading.Query;
import org.concord.ledger.reading.ReadLog;
import org.concord.ledger.reading.Snapshots;
import org.concord.ledger.reading.Tables;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Appropriations, allotments and the budgets that they make. */
@Path("/api/v1/books/{book}")
@Tag(name = "budgets", description = "A member's appropriations: certified, allotted, reserved, bound, spent")
public class BudgetResource extends ListResource {

    private final Books books;
    private final Lane lane;
    private final Access access;
    private final Idempotency idempotency;
    private final Clock clock;
    private final Snapshots snapshots;
    private final Moments moments;
    private final RoutingContext request;

    BudgetResource(
            Books books,
            Lane lane,
            Access access,
            Idempotency idempotency,
            Clock clock,
            Snapshots snapshots,
            Moments moments,
            ReadLog reads,
            Tables tables,
            RoutingContext request) {
        super(reads, tables);
        this.books = books;
        this.snapshots = snapshots;
        this.moments = moments;
        this.request = request;
        this.lane = lane;
        this.access = access;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /** The treasurer of the member acted for certifies an appropriation. */
    @POST
    @Path("/appropriations")
    @Operation(summary = "Certify an appropriation")
    public Response appropriate(@PathParam("book") UUID book, @Valid CertifyAmount certified) {
        String member = treasurer(LedgerOperation.CERTIFY_APPROPRIATION, book, certified);
        return idempotency.once(
                "certify-appropriation",
                certified,
                () -> post(
                        book,
                        new AppropriationCertified(
                                member,
                                certified.fund(),
                                certified.appropriationYear(),
                                certified.amountCents(),
                                certified.erpDocument(),
                                today(member))));
    }

    /** The treasurer of the member acted for allots what was appropriated, or a part of it. */
    @POST
    @Path("/allotments")
    @Operation(summary = "Allot an appropriation or a part of it")
    public Response allot(@PathParam("book") UUID book, @Valid CertifyAmount certified) {
        String member = treasurer(LedgerOperation.ALLOT, book, certified);
        return idempotency.once(
                "allot",
                certified,
                () -> post(
                        book,
                        new AllotmentMade(
                                member,
                                certified.fund(),
                                certified.appropriationYear(),
                                certified.amountCents(),
                                certified.erpDocument(),
                                today(member))));
    }

    private String treasurer(LedgerOperation operation, UUID book, CertifyAmount certified) {
        String member = access.require(operation, book, certified.amountCents()).requireMember();
        if (!books.isOpen(book)) {
            throw Access.notFound();
        }
        return member;
    }

    private LocalDate today(String member) {
        return Zones.dateIn(member, clock.instant());
    }

    private Response post(UUID book, BusinessEvent event) {
        Outcome outcome = lane.submit(book, event);
        return switch (outcome) {
            case Outcome.Posted posted ->
                Response.created(URI.create("/api/v1/books/" + book + "/entries/" + posted.seq()))
                        .entity(new PostedView(posted.seq(), posted.entryId()))
                        .build();
            case Outcome.Refused refused -> throw refusal(refused);
            case Outcome.Noted _, Outcome.Withdrawn _ ->
                throw new IllegalStateException("a certificate is an entry, not " + outcome);
        };
    }

    private static RuntimeException refusal(Outcome.Refused refused) {
        Proposal.Refusal refusal = refused.refusal();
        if (refusal == null) {
            return new IllegalStateException("a refused document is not kept: " + refused);
        }
        ProblemException problem = new ProblemException(refusal.problem(), refusal.detail());
        Long shortCents = refusal.shortCents();
        return shortCents == null ? problem : problem.with("shortCents", shortCents);
    }

    /** All budgets of the book, or those of a member, a fund or a year. */
    @GET
    @Path("/budgets")
    @Produces({MediaType.APPLICATION_JSON, CSV, PARQUET})
    @Operation(summary = "Budgets of the book, as of any sequence or instant")
    @Parameter(name = "member", in = ParameterIn.QUERY)
    @Parameter(name = "fund", in = ParameterIn.QUERY)
    @Parameter(name = "year", in = ParameterIn.QUERY, description = "Appropriation year")
    @Parameter(name = "asOfSeq", in = ParameterIn.QUERY, description = "As of this sequence")
    @Parameter(name = "asOf", in = ParameterIn.QUERY, description = "As of this instant")
    @Parameter(name = "cursor", in = ParameterIn.QUERY)
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500")
    @Parameter(name = "format", in = ParameterIn.QUERY, description = "json, csv or parquet; also by Accept")
    public Response list(@PathParam("book") UUID book, @Context UriInfo uri, @Context HttpHeaders headers) {
        books.requireReadable(book);
        Query query = BudgetSearch.query(uri.getQueryParameters());
        return answer(book, query, new BudgetSearch(book, query, snapshots, moments), uri, headers, request);
    }

    /** One budget of a member; fund and year may be left out where it has only one. */
    @GET
    @Path("/budgets/{member}")
    @Operation(summary = "A member's budget, as of any sequence or instant")
    @Parameter(name = "fund", in = ParameterIn.QUERY)
    @Parameter(name = "year", in = ParameterIn.QUERY, description = "Appropriation year")
    @Parameter(name = "asOfSeq", in = ParameterIn.QUERY, description = "As of this sequence")
    @Parameter(name = "asOf", in = ParameterIn.QUERY, description = "As of this instant")
    public Response get(@PathParam("book") UUID book, @PathParam("member") String member, @Context UriInfo uri) {
        books.requireReadable(book);
        Query query = BudgetSearch.query(uri.getQueryParameters());
        Wanted wanted = Wanted.of(query);
        Budgets.Filter filter = new Budgets.Filter(member, query.text("fund"), query.number("year", 1900, 2999));
        query.check();
        List<BudgetView> found =
                snapshots.read(session -> Budgets.find(session, book, filter, moments.find(session, book, wanted)));
        if (found.isEmpty()) {
            throw Access.notFound();
        }
        if (found.size() > 1) {
            throw new ProblemException(
                    KitProblem.VALIDATION_FAILED,
                    "%s has %d budgets here; say which.".formatted(member, found.size()),
                    List.of(
                            Violation.at("/fund", "ambiguous", "name the fund"),
                            Violation.at("/year", "ambiguous", "name the appropriation year")));
        }
        BudgetView budget = found.getFirst();
        return one(book, "BUDGETS", "member=" + member, budget.asOfSeq(), budget);
    }
}
