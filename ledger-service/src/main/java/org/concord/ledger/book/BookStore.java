package org.concord.ledger.book;

import static org.concord.ledger.jdbc.Database.instant;
import static org.concord.ledger.jdbc.Database.uuid;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.concord.ledger.jdbc.Database;
import org.concord.verifier.merkle.Frontier;
import org.concord.verifier.merkle.Hashing;

/** The book's tables outside its lane: opening, which is before there is a lane, and reading. */
@ApplicationScoped
class BookStore {

    private final Database database;

    BookStore(Database database) {
        this.database = database;
    }

    static BookView view(ResultSet row) throws SQLException {
        return new BookView(
                uuid(row, "book_id"),
                row.getString("code"),
                row.getString("title"),
                row.getString("type"),
                row.getString("lead"),
                row.getString("origin"),
                row.getLong("seq"),
                instant(row, "opened_at"));
    }

    List<Encumbrance> encumbrancesOf(UUID book, UUID order) {
        return database.query(
                "select * from encumbrance where book_id = ? and order_id = ?", BookReader::encumbrance, book, order);
    }

    /** A new book with its first record; an open book stays as it is. */
    void open(UUID book, String code, String title, String type, String lead, String origin, BookRecord opening) {
        int opened = database.update("""
                insert into book (book_id, code, title, type, lead, origin, opened_at) values (?, ?, ?, ?, ?, ?, ?)
                on conflict on constraint book_pk do nothing""", book, code, title, type, lead, origin, opening.recordedAt());
        if (opened == 0) {
            return;
        }
        database.update(
                "insert into record (book_id, seq, kind, recorded_at, body) values (?, ?, ?, ?, ?)",
                book,
                opening.seq(),
                opening.kind().name(),
                opening.recordedAt(),
                opening.body());
        Frontier tree = Frontier.empty();
        tree.append(Hashing.leaf(opening.body()));
        database.update("""
                insert into book_head (book_id, seq, epoch, accounts, recorded_at, root, frontier)
                values (?, ?, 0, 0, ?, ?, ?)""", book, opening.seq(), opening.recordedAt(), tree.root(), tree.toBytes());
    }
}
