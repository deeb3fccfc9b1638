package org.concord.acceptance.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Books to measure on. */
final class BenchBooks {

    private final LedgerGround ground;
    private final Events events;

    BenchBooks(LedgerGround ground) {
        this.ground = ground;
        this.events = new Events(ground.kafka());
    }

    /** Opens a book in the service, with the accounts of the chart. */
    UUID open() {
        UUID book = openEmpty();
        try (var load = new Load(ground.service().address(), 64, AccountOpenings.of(ground.service(), book))) {
            Figures opened = load.send(2L * Chart.PAIRS, ground.gauges().service());
            if (opened.postings() != 2L * Chart.PAIRS) {
                throw new IllegalStateException("an account could not be opened: " + opened.complaint());
            }
        }
        return book;
    }

    /** Opens a book in the service: its agreement, and a treasurer's mandate for whoever the tokens speak for. */
    UUID openEmpty() {
        UUID book = UUID.randomUUID();
        events.publish(
                "compact.agreement.v1",
                book,
                "AgreementOpened",
                Map.of(
                        "agreementId",
                        book,
                        "code",
                        "BENCH-" + book.toString().substring(0, 8),
                        "title",
                        "Bench",
                        "type",
                        "COOPERATIVE_CONTRACT",
                        "capabilities",
                        List.of("BUY_TOGETHER"),
                        "lead",
                        Chart.MEMBER,
                        "memberships",
                        List.of(Map.of("member", Chart.MEMBER, "effectiveOn", "2026-01-01")),
                        "openedAt",
                        "2026-01-01T00:00:00Z"));
        UUID mandate = UUID.randomUUID();
        events.publish(
                "member.mandate.v1",
                mandate,
                "MandateGranted",
                Map.of(
                        "mandateId",
                        mandate,
                        "subject",
                        ground.subject(),
                        "username",
                        "service-account-erp-wa",
                        "member",
                        Chart.MEMBER,
                        "role",
                        "TREASURER",
                        "agreementId",
                        book,
                        "effectiveOn",
                        "2026-01-01"));
        ground.await(
                "the book and the mandate",
                () -> ground.inLedger("select count(*) from book where book_id = '" + book + "'") == 1
                        && ground.inLedger("select count(*) from policy_mandate where mandate_id = '" + mandate + "'")
                                == 1);
        return book;
    }

    /** Gives the yardstick the same book: its accounts, and who may post on them. */
    void copyToYardstick(UUID book) {
        try (Connection from = ground.connect(LedgerGround.LEDGER);
                Connection to = ground.connect(LedgerGround.YARDSTICK)) {
            copy(from, to, "policy_agreement", "agreement_id = '" + book + "'");
            copy(from, to, "policy_membership", "agreement_id = '" + book + "'");
            copy(from, to, "policy_mandate", "agreement_id = '" + book + "'");
            copy(
                    from,
                    to,
                    "account",
                    "book_id = '" + book + "'",
                    "book_id, account_no, code, unit, holder, fund, basis, appropriation_year, purpose, counterparty,"
                            + " normal_side, opened_seq");
            copy(
                    from,
                    to,
                    "balance",
                    "book_id = '" + book + "'",
                    "book_id, account_no, normal_side, floor, debits, credits");
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("the yardstick's book can't be made", e);
        }
    }

    private static void copy(Connection from, Connection to, String table, String where)
            throws SQLException, IOException {
        copy(from, to, table, where, "*");
    }

    private static void copy(Connection from, Connection to, String table, String where, String columns)
            throws SQLException, IOException {
        var out = new ByteArrayOutputStream();
        from.unwrap(org.postgresql.PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (select " + columns + " from " + table + " where " + where + ") to stdout", out);
        String into = columns.equals("*") ? table : table + " (" + columns + ")";
        to.unwrap(org.postgresql.PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + into + " from stdin", new ByteArrayInputStream(out.toByteArray()));
    }

    /** How many records a book has. */
    long records(UUID book) {
        return ground.inLedger("select seq + 1 from book_head where book_id = '" + book + "'");
    }
}
