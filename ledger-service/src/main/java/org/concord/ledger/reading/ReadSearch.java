package org.concord.ledger.reading;

import static org.concord.ledger.jdbc.Database.instant;
import static org.concord.ledger.jdbc.Database.nullable;
import static org.concord.ledger.jdbc.Database.uuid;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.concord.kit.page.Page;
import org.concord.kit.page.Pages;
import org.concord.ledger.jdbc.Session;
import org.concord.ledger.reading.Moments.Wanted;
import org.jspecify.annotations.Nullable;

/** The reads of a book that a question asks for, newest first. */
final class ReadSearch implements Listing<ReadView> {

    private static final Set<String> NAMES =
            Set.of("subject", "username", "member", "operation", "readFrom", "readThrough");

    private static final Sheet<ReadView> SHEET = Sheet.of(
            "reads",
            Sheet.text("read_id", ReadView::readId),
            Sheet.instant("read_at", ReadView::readAt),
            Sheet.text("subject", ReadView::subject),
            Sheet.text("username", ReadView::username),
            Sheet.text("member", ReadView::member),
            Sheet.text("operation", ReadView::operation),
            Sheet.text("format", ReadView::format),
            Sheet.text("filter", ReadView::filter),
            Sheet.text("filter_sha256", ReadView::filterSha256),
            Sheet.number("as_of_seq", ReadView::asOfSeq),
            Sheet.numberOrNone("rows", ReadView::rows),
            Sheet.text("completes", ReadView::completes));

    private final UUID book;
    private final Query query;
    private final @Nullable Instant from;
    private final @Nullable Instant through;
    private final @Nullable Place place;
    private final int limit;
    private final Snapshots snapshots;
    private final Moments moments;

    ReadSearch(UUID book, Query query, Snapshots snapshots, Moments moments) {
        this.book = book;
        this.query = query;
        this.from = query.instant("readFrom");
        this.through = query.instant("readThrough");
        this.limit = Pages.limit(query.limit());
        this.snapshots = snapshots;
        this.moments = moments;
        for (String moment : List.of("asOfSeq", "asOf")) {
            if (query.text(moment) != null) {
                query.fault(moment, "unknown-filter", "reads are no records of the book; use readThrough");
            }
        }
        query.ordered("readFrom", from, "readThrough", through);
        query.check();
        this.place = Place.of(query, new Wanted(null, null), 1);
    }

    /** The parameters that a question about reads may have. */
    static Query query(Map<String, List<String>> parameters) {
        return new Query(parameters, NAMES);
    }

    @Override
    public String operation() {
        return "READS";
    }

    @Override
    public Sheet<ReadView> sheet() {
        return SHEET;
    }

    @Override
    public long moment() {
        return snapshots.read(this::head);
    }

    private long head(Session session) throws SQLException {
        return moments.find(session, book, new Wanted(null, null)).seq();
    }

    @Override
    public AsOfPage<ReadView> page() {
        return snapshots.read(session -> {
            Place after = place;
            Sql sql = sql();
            if (after != null) {
                sql.and("and r.read_id < ?", after.uuid(0));
            }
            sql.and("order by r.read_id desc limit ?", limit + 1);
            long head = after == null ? head(session) : after.asOfSeq();
            return AsOfPage.of(
                    Page.of(
                            session.query(sql.text(), ReadSearch::read, sql.parameters()),
                            limit,
                            last -> Place.cursor(query, head, last.readId().toString())),
                    head);
        });
    }

    @Override
    public void rows(Session session, Taker<ReadView> to) throws SQLException, IOException {
        Sql sql = sql().and("order by r.read_id desc");
        session.stream(sql.text(), ReadSearch::read, to::take, sql.parameters());
    }

    private Sql sql() {
        return Sql.of("select r.* from book_read r where r.book_id = ?", book)
                .given("and r.subject = ?", query.text("subject"))
                .given("and r.username = ?", query.text("username"))
                .given("and r.member = ?", query.text("member"))
                .given("and r.operation = ?", query.text("operation"))
                .given("and r.read_at >= ?", from)
                .given("and r.read_at <= ?", through);
    }

    private static ReadView read(ResultSet row) throws SQLException {
        return new ReadView(
                uuid(row, "read_id"),
                instant(row, "read_at"),
                row.getString("subject"),
                row.getString("username"),
                row.getString("member"),
                row.getString("operation"),
                row.getString("format"),
                row.getString("filter"),
                HexFormat.of().formatHex(row.getBytes("filter_hash")),
                row.getLong("as_of_seq"),
                nullable(row, "row_count", Long.class),
                nullable(row, "completes", UUID.class));
    }
}
