package org.concord.acceptance.bench;

import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Requests that open the accounts of a chart, one after the other. */
final class AccountOpenings implements Load.Requests {

    private final Template debits;
    private final Template credits;
    private final AtomicInteger next;

    private AccountOpenings(Template debits, Template credits, AtomicInteger next) {
        this.debits = debits;
        this.credits = credits;
        this.next = next;
    }

    static Supplier<Load.Requests> of(Door door, UUID book) {
        var next = new AtomicInteger();
        Template debits = template(door, book, Chart.DEBIT);
        Template credits = template(door, book, Chart.CREDIT);
        return () -> new AccountOpenings(debits.copy(), credits.copy(), next);
    }

    private static Template template(Door door, UUID book, String prefix) {
        var body = new Template.Builder(Chart.WIDTH)
                .text("{\"account\":\"" + prefix)
                .number()
                .text("\"}");
        var head = new Template.Builder(Chart.WIDTH)
                .text(door.head("/api/v1/books/" + book + "/accounts", "application/json", body.size()))
                .text("Idempotency-Key: ")
                .key()
                .text("\r\n\r\n");
        return body.after(head).build();
    }

    @Override
    public ByteBuffer next() {
        int number = next.getAndIncrement();
        Template template = number % 2 == 0 ? debits : credits;
        UUID key = UUID.randomUUID();
        template.key(0, key.getMostSignificantBits(), key.getLeastSignificantBits());
        template.number(0, number / 2);
        return template.ready();
    }

    @Override
    public int postings(int status, String beginning) {
        return status == 201 ? 1 : 0;
    }
}
