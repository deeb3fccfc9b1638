package org.concord.ledger.budget;

import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.concord.kit.access.Access;
import org.concord.kit.idempotency.Idempotency;
import org.concord.kit.page.Page;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Appropriations, allotments and the budgets that they make. */
@Path("/api/v1/books/{book}")
@Tag(name = "budgets", description = "A member's appropriations: certified, allotted, reserved, bound, spent")
public class BudgetResource {

    private final Books books;
    private final Budgets budgets;
    private final Lane lane;
    private final Access access;
    private final Idempotency idempotency;
    private final Clock clock;

    BudgetResource(Books books, Budgets budgets, Lane lane, Access access, Idempotency idempotency, Clock clock) {
        this.books = books;
        this.budgets = budgets;
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
    @Operation(summary = "Budgets of the book")
    public Page<BudgetView> list(
            @PathParam("book") UUID book,
            @QueryParam("member") @Nullable String member,
            @QueryParam("fund") @Nullable String fund,
            @QueryParam("year") @Nullable Integer year) {
        books.requireReadable(book);
        return new Page<>(budgets.find(book, member, fund, year), null);
    }

    /** One budget of a member; fund and year may be left out where it has only one. */
    @GET
    @Path("/budgets/{member}")
    @Operation(summary = "A member's budget")
    public BudgetView get(
            @PathParam("book") UUID book,
            @PathParam("member") String member,
            @QueryParam("fund") @Nullable String fund,
            @QueryParam("year") @Nullable Integer year) {
        books.requireReadable(book);
        List<BudgetView> found = budgets.find(book, member, fund, year);
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
        return found.getFirst();
    }
}
