package org.concord.ledger.book;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concord.kit.access.Access;
import org.concord.kit.access.ReadScope;
import org.concord.kit.page.Cursor;
import org.concord.kit.page.Page;
import org.concord.ledger.jdbc.Database;
import org.concord.ledger.policy.LedgerOperation;
import org.concord.verifier.json.Json;
import org.jspecify.annotations.Nullable;

/** All books: opened by their agreements, read by those who may. */
@ApplicationScoped
public class Books {

    private static final String SELECT = """
            select b.book_id, b.code, b.title, b.type, b.lead, b.opened_at, h.seq
              from book b join book_head h using (book_id)""";

    private final Database database;
    private final BookStore store;
    private final Access access;
    private final Clock clock;

    Books(Database database, BookStore store, Access access, Clock clock) {
        this.database = database;
        this.store = store;
        this.access = access;
        this.clock = clock;
    }

    /** Opens the agreement's book with record 0; an open book stays as it is. */
    void open(AgreementOpened agreement) {
        String lead = agreement.lead() == null ? "" : agreement.lead();
        // The title is free text and stays out of the record.
        BookRecord opening = BookRecord.of(
                agreement.agreementId(),
                0,
                BookRecord.Kind.BOOK_OPENED,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                Json.object()
                        .put("code", agreement.code())
                        .put("type", agreement.type())
                        .put("lead", lead));
        store.open(agreement.agreementId(), agreement.code(), agreement.title(), agreement.type(), lead, opening);
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
