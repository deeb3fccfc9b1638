package org.concord.ledger.voucher;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.concord.ledger.book.JournalVoucher;
import org.concord.ledger.book.Lane;
import org.concord.ledger.book.LaneConfig;
import org.concord.ledger.book.Outcome;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Many journal vouchers at once, each under a key of its own. */
@Path("/api/v1/books/{book}/entry-batches")
@Tag(name = "vouchers")
public class VoucherBatchResource {

    /** Five of the lane's transactions: enough to keep it busy, few enough to be held in memory whole. */
    private static final int MOST = 10_000;

    private final VoucherDesk desk;
    private final Lane lane;
    private final LaneConfig config;

    VoucherBatchResource(VoucherDesk desk, Lane lane, LaneConfig config) {
        this.desk = desk;
        this.lane = lane;
        this.config = config;
    }

    /**
     * What came of each voucher, in the order in which they were sent.
     *
     * @param posted how many are in the book, those of an earlier try included
     */
    public record BatchView(int posted, int refused, List<Item> results) {}

    /**
     * What came of one voucher.
     *
     * @param status as its own request would have been answered: 201, or that of its refusal
     * @param problem the refusal's type
     * @param pointer JSON Pointer into the batch
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            String key,
            int status,
            @Nullable Long seq,
            @Nullable UUID entryId,
            @Nullable Boolean replayed,
            @Nullable String problem,
            @Nullable String detail,
            @Nullable String pointer) {}

    /** A JSON array of vouchers. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(summary = "Post many entries, sent as a JSON array")
    public BatchView array(
            @PathParam("book") UUID book, @QueryParam("together") @Nullable Boolean together, byte[] body) {
        VoucherDesk.Window window = desk.open(book);
        boolean all = Boolean.TRUE.equals(together);
        return post(book, window, VoucherReader.array(body, most(all)), all);
    }

    /** Newline-delimited JSON: one voucher to a line. */
    @POST
    @Consumes("application/x-ndjson")
    @RunOnVirtualThread
    @Operation(summary = "Post many entries, sent one to a line")
    public BatchView lines(
            @PathParam("book") UUID book, @QueryParam("together") @Nullable Boolean together, byte[] body) {
        VoucherDesk.Window window = desk.open(book);
        boolean all = Boolean.TRUE.equals(together);
        return post(book, window, VoucherReader.lines(body, most(all)), all);
    }

    /** What stands or falls together fits into one transaction. */
    private int most(boolean together) {
        return together ? config.batch() : MOST;
    }

    private BatchView post(UUID book, VoucherDesk.Window window, List<VoucherReader.Read> read, boolean together) {
        List<JournalVoucher> vouchers = commands(window, read);
        List<Outcome> outcomes = together ? lane.submitTogether(book, vouchers) : alone(book, vouchers);
        if (together) {
            requireNoneRefused(outcomes);
        }
        List<Item> items = new ArrayList<>(outcomes.size());
        int posted = 0;
        for (int i = 0; i < outcomes.size(); i++) {
            Item item = item(String.valueOf(read.get(i).key()), i, outcomes.get(i));
            posted += item.status() == 201 ? 1 : 0;
            items.add(item);
        }
        return new BatchView(posted, items.size() - posted, items);
    }

    private static List<JournalVoucher> commands(VoucherDesk.Window window, List<VoucherReader.Read> read) {
        if (read.isEmpty()) {
            throw new ProblemException(VoucherProblem.BATCH_EMPTY, "Send at least one voucher.");
        }
        List<JournalVoucher> vouchers = new ArrayList<>(read.size());
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < read.size(); i++) {
            String key = read.get(i).key();
            vouchers.add(window.command(read.get(i), key, "/" + i));
            if (!keys.add(String.valueOf(key))) {
                throw new ProblemException(
                        VoucherProblem.KEY_REPEATED,
                        "Each voucher has a key of its own. Nothing was taken.",
                        List.of(Violation.at("/" + i + "/key", "repeated", "names an earlier voucher too")));
            }
        }
        return vouchers;
    }

    private List<Outcome> alone(UUID book, List<JournalVoucher> vouchers) {
        List<CompletableFuture<List<Outcome>>> answers = new ArrayList<>();
        for (int from = 0; from < vouchers.size(); from += config.batch()) {
            answers.add(lane.offer(
                    book, vouchers.subList(from, Math.min(vouchers.size(), from + config.batch())), false));
        }
        List<Outcome> outcomes = new ArrayList<>(vouchers.size());
        answers.forEach(answer -> outcomes.addAll(lane.await(answer)));
        return outcomes;
    }

    private static void requireNoneRefused(List<Outcome> outcomes) {
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof Outcome.Refused refused) {
                throw VoucherRefusals.of(refused, "/" + i);
            }
        }
    }

    private static Item item(String key, int index, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Posted posted ->
                new Item(
                        key,
                        201,
                        posted.seq(),
                        posted.entryId(),
                        posted.repeated() ? Boolean.TRUE : null,
                        null,
                        null,
                        null);
            case Outcome.Refused refused -> {
                String pointer = refused.pointer();
                yield new Item(
                        key,
                        VoucherRefusals.problem(refused).status(),
                        null,
                        null,
                        refused.repeated() ? Boolean.TRUE : null,
                        VoucherRefusals.problem(refused).type().toString(),
                        refused.detail(),
                        "/" + index + (pointer == null ? "" : pointer));
            }
            case Outcome.Noted _, Outcome.Withdrawn _ ->
                throw new IllegalStateException("a voucher is an entry, not " + outcome);
        };
    }
}
