package org.concord.acceptance.bench;

import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;

/** Requests that post vouchers: one by one or in bulk, spread over all accounts or half of them on one. */
final class Vouchers implements Load.Requests {

    /**
     * What a voucher looks like.
     *
     * @param lines an even number: debits and credits in pairs
     * @param hot whether every other posting has its first credit on one and the same account
     */
    record Shape(int lines, boolean hot) {}

    private static final int SECRET = 0x5eed;
    private static final SplittableRandom SEEDS = new SplittableRandom(SECRET);

    private final Template template;
    private final Shape shape;
    private final int each;
    private final SplittableRandom random;
    private long counter;

    private Vouchers(Template template, Shape shape, int each, SplittableRandom random) {
        this.template = template;
        this.shape = shape;
        this.each = each;
        this.random = random;
    }

    /** One voucher to a request. */
    static Supplier<Load.Requests> single(Door door, UUID book, Shape shape) {
        var body = new Template.Builder(Chart.WIDTH);
        body.text("{");
        voucher(body, shape);
        body.text("}");
        var head = new Template.Builder(Chart.WIDTH);
        head.text(door.head("/api/v1/books/" + book + "/entries", "application/json", body.size()))
                .text("Idempotency-Key: ")
                .key()
                .text("\r\n\r\n");
        Template template = body.after(head).build();
        return () -> new Vouchers(template.copy(), shape, 1, SEEDS.split());
    }

    /** Many vouchers to a request, one to a line. */
    static Supplier<Load.Requests> bulk(Door door, UUID book, Shape shape, int each) {
        var body = new Template.Builder(Chart.WIDTH);
        for (int i = 0; i < each; i++) {
            body.text("{\"key\":\"").key().text("\",");
            voucher(body, shape);
            body.text("}\n");
        }
        var head = new Template.Builder(Chart.WIDTH);
        head.text(door.head("/api/v1/books/" + book + "/entry-batches", "application/x-ndjson", body.size()))
                .text("\r\n");
        Template template = body.after(head).build();
        return () -> new Vouchers(template.copy(), shape, each, SEEDS.split());
    }

    private static void voucher(Template.Builder to, Shape shape) {
        to.text("\"effectiveOn\":\"2026-07-01\",\"document\":\"JV-1\",\"lines\":[");
        for (int pair = 0; pair < shape.lines() / 2; pair++) {
            to.text(pair == 0 ? "" : ",");
            // The amounts are 1 and five digits: no number begins with a zero in JSON.
            to.text("{\"account\":\"" + Chart.DEBIT)
                    .number()
                    .text("\",\"side\":\"DEBIT\",\"amount\":1")
                    .number()
                    .text("},{\"account\":\"" + Chart.CREDIT)
                    .number()
                    .text("\",\"side\":\"CREDIT\",\"amount\":1")
                    .number()
                    .text("}");
        }
        to.text("]");
    }

    @Override
    public ByteBuffer next() {
        int numbers = shape.lines() / 2 * 4;
        for (int voucher = 0; voucher < each; voucher++) {
            counter++;
            // Version 7: it sorts by time, as the ledger's callers are told to make their keys.
            long high = (System.currentTimeMillis() << 16) | 0x7000L | (counter & 0xfff);
            template.key(voucher, high, (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L);
            for (int i = 0; i < numbers; i += 4) {
                int at = voucher * numbers + i;
                int amount = random.nextInt(100_000);
                boolean hot = shape.hot() && i == 0 && (counter & 1) == 0;
                template.number(at, random.nextInt(Chart.PAIRS));
                template.number(at + 1, amount);
                template.number(at + 2, hot ? 0 : random.nextInt(Chart.PAIRS));
                template.number(at + 3, amount);
            }
        }
        return template.ready();
    }

    @Override
    public int postings(int status, String beginning) {
        if (each == 1) {
            return status == 201 ? 1 : 0;
        }
        if (status != 200 || !beginning.startsWith("{\"posted\":")) {
            return 0;
        }
        return Integer.parseInt(beginning.substring(10, beginning.indexOf(',')));
    }
}
