package org.concord.ledger.voucher;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.concord.kit.idempotency.Idempotency;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.concord.ledger.book.AccountKey;
import org.concord.ledger.book.AccountOpening;
import org.concord.ledger.book.Lane;
import org.concord.ledger.book.Outcome;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Accounts that vouchers are to be posted on. */
@Path("/api/v1/books/{book}/accounts")
@Tag(name = "vouchers")
public class AccountResource {

    private final VoucherDesk desk;
    private final Lane lane;
    private final Idempotency idempotency;

    AccountResource(VoucherDesk desk, Lane lane, Idempotency idempotency) {
        this.desk = desk;
        this.lane = lane;
        this.idempotency = idempotency;
    }

    /**
     * An account to open.
     *
     * @param account its code, such as {@code USD/ACTUAL/COMM/OPS/-/CASH}
     */
    public record OpenAccount(String account) {}

    /**
     * An open account.
     *
     * @param seq the record that opened it
     */
    public record OpenedAccount(String account, long seq) {}

    /** Opens an account; one that is open stays as it is. */
    @POST
    @RunOnVirtualThread
    @Operation(summary = "Open an account")
    public Response open(@PathParam("book") UUID book, OpenAccount asked) {
        VoucherDesk.Window window = desk.open(book);
        AccountKey account = account(asked.account());
        window.requireHolder(asked.account(), "/account");
        return idempotency.once("open-account", asked, () -> switch (lane.submit(book, new AccountOpening(account))) {
            case Outcome.Noted noted ->
                Response.status(Response.Status.CREATED)
                        .entity(new OpenedAccount(account.code(), noted.seq()))
                        .build();
            case Outcome.Refused refused -> throw VoucherRefusals.of(refused, "");
            case Outcome.Posted _, Outcome.Withdrawn _ ->
                throw new IllegalStateException("an account is opened by a record of its own");
        });
    }

    private static AccountKey account(String code) {
        try {
            return AccountKey.of(code);
        } catch (IllegalArgumentException none) {
            throw new ProblemException(
                    KitProblem.VALIDATION_FAILED,
                    "An account's code is unit/basis/holder/fund/year/purpose, and the counterparty where it has one.",
                    List.of(Violation.at("/account", "account-code", "is no account's code")));
        }
    }
}
