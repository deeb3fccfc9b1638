package org.concord.ledger.book;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.concord.kit.access.Access;
import org.concord.kit.access.ReadScope;
import org.concord.kit.page.Cursor;
import org.concord.kit.page.Page;
import org.concord.kit.time.Ids;
import org.concord.ledger.jdbc.Database;
import org.concord.ledger.policy.LedgerOperation;
import org.concord.verifier.json.Json;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** All books: opened by their agreements, read by those who may. */
@ApplicationScoped
public class Books {

    private static final String SELECT = """
            select b.book_id, b.code, b.title, b.type, b.lead, b.origin, b.opened_at, h.seq
              from book b join book_head h using (book_id)""";

    private final Database database;
    private final BookStore store;
    private final Access access;
    private final Clock clock;
    private final Ids ids;
    private final String origin;

    Books(
            Database database,
            BookStore store,
            Access access,
            Clock clock,
            Ids ids,
            @ConfigProperty(name = "concord.proof.origin", defaultValue = "ledger.concord.example") String origin) {
        this.database = database;
        this.store = store;
        this.access = access;
        this.clock = clock;
        this.ids = ids;
        this.origin = origin;
    }

    /** Opens the agreement's book with record 0; an open book stays as it is. */
    void open(AgreementOpened agreement) {
        String lead = agreement.lead() == null ? "" : agreement.lead();
        String name = originOf(agreement);
        // The title is free text and stays out of the record.
        BookRecord opening = BookRecord.of(
                agreement.agreementId(),
                0,
                BookRecord.Kind.BOOK_OPENED,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                Json.object()
                        .put("code", agreement.code())
                        .put("type", agreement.type())
                        .put("lead", lead)
                        .put("origin", name));
        store.open(agreement.agreementId(), agreement.code(), agreement.title(), agreement.type(), lead, name, opening);
    }

    /**
     * The name of a new log (C2SP tlog-checkpoint: unique for ever). Chance is part of it: after a reset the same
     * agreement gets a new log, since two trees under one name would look like a lie.
     */
    private String originOf(AgreementOpened agreement) {
        String chance = ids.next().toString().substring(24);
        String code = agreement.code().matches("[A-Za-z0-9-]{1,40}")
                ? agreement.code().toLowerCase(Locale.ROOT)
                : agreement.agreementId().toString();
        return origin + "/" + code + "/" + chance;
    }

    /** The ids of all books. */
    List<UUID> all() {
        return database.query("select book_id from book", row -> row.getObject(1, UUID.class));
    }

    /** Whether the book is open; an agreement's opening may still be on its way. */
    public boolean isOpen(UUID book) {
        return database.find("select 1 from book where book_id = ?", row -> true, book)
                .isPresent();
    }

    /** What an order has bound in a book, part by part. */
    public List<Encumbrance> encumbrances(UUID book, UUID order) {
        return store.encumbrancesOf(book, order);
    }

    /**
     * Makes sure that the caller may read the book.
     *
     * @throws org.concord.kit.problem.ProblemException {@code not-found} for a foreign and for an unknown book alike
     */
    public void requireReadable(UUID book) {
        if (!access.seesAgreement(LedgerOperation.READ_BOOK, book) || !isOpen(book)) {
            throw Access.notFound();
        }
    }

    BookView view(UUID book) {
        requireReadable(book);
        return database.find(SELECT + " where b.book_id = ?", BookStore::view, book)
                .orElseThrow(Access::notFound);
    }

    Page<BookView> page(@Nullable String cursor, int limit) {
        ReadScope scope = access.reads(LedgerOperation.READ_BOOK);
        List<@Nullable Object> parameters = new ArrayList<>();
        StringBuilder sql = new StringBuilder(SELECT).append(" where true");
        if (!scope.all()) {
            sql.append(" and exists (select 1 from policy_membership m"
                    + " where m.agreement_id = b.book_id and m.member = any (?))");
            parameters.add(scope.members());
        }
        Optional.ofNullable(cursor).ifPresent(given -> {
            List<String> after = Cursor.decode(given, 2);
            sql.append(" and (b.code, b.book_id::text) > (?, ?)");
            parameters.addAll(after);
        });
        sql.append(" order by b.code, b.book_id::text limit ?");
        parameters.add(limit + 1);
        List<BookView> found = database.query(sql.toString(), BookStore::view, parameters.toArray());
        return Page.of(
                found, limit, book -> Cursor.encode(book.code(), book.id().toString()));
    }
}
