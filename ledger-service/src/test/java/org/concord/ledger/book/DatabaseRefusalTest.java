package org.concord.ledger.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.concord.ledger.LedgerStage.count;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.concord.ledger.LedgerStage;
import org.concord.ledger.LedgerTest;
import org.concord.testkit.Sandbox;
import org.concord.testkit.ServersResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database itself refuses, asked by the owner of its tables and not through the service. */
@QuarkusTest
@WithTestResource(ServersResource.class)
class DatabaseRefusalTest extends LedgerTest {

    private static LedgerStage stage;

    /** Once, but not before all: the door is known only when a test begins. */
    @BeforeEach
    void openBook() {
        if (stage == null) {
            LedgerStage opened = LedgerStage.open(probe, "NJ");
            opened.appropriate("NJ", 1_000);
            stage = opened;
        }
    }

    private static void run(String... statements) throws SQLException {
        try (Connection connection = LedgerStage.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : statements) {
                statement.execute(sql.replace(":book", "'" + stage.agreement + "'"));
            }
            connection.commit();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"record", "account", "entry", "line", "command_key", "charge_run", "charge"})
    void whatIsWrittenIsNeverUpdatedDeletedOrTruncated(String table) {
        for (String sql : List.of(
                "update " + table + " set book_id = book_id where book_id = :book",
                "delete from " + table,
                "truncate " + table + " cascade")) {
            String asked = table.equals("charge")
                    ? sql.replace("set book_id = book_id where book_id = :book", "set doses = 1")
                    : sql;
            assertThatThrownBy(() -> run(asked))
                    .as(asked)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("is append-only");
        }
    }

    @Test
    void evenASessionThatPlaysAReplicaIsRefused() {
        // Only a superuser may play one; the owner is refused before the trigger is asked.
        assertThatThrownBy(() -> run("set session_replication_role = replica", "delete from line"))
                .isInstanceOf(SQLException.class);
        assertThat(count("select count(*) from line where book_id = ?", stage.agreement))
                .isEqualTo(4);
        assertThat(count("""
                        select count(*) from pg_trigger t join pg_class c on c.oid = t.tgrelid
                         where c.relname in ('record', 'account', 'entry', 'line', 'command_key')
                           and t.tgname like '%append_only' and t.tgenabled = 'A'""")).isEqualTo(5);
    }

    @Test
    void anUnbalancedEntryIsRefused() {
        assertThatThrownBy(() -> run(record(), entry(2), lines("(1, 0, 'DEBIT', 5), (2, 1, 'CREDIT', 6)")))
                .hasMessageContaining("does not balance");
    }

    @Test
    void anEntryThatBalancesOnlyAcrossMembersOrBasesIsRefused() throws SQLException {
        LedgerStage two = LedgerStage.open(probe, "NJ", "OR");
        two.appropriate("NJ", 10);
        two.appropriate("OR", 10);
        UUID own = two.agreement;
        assertThatThrownBy(() -> run(
                        record().replace(":book", "'" + own + "'"),
                        entry(2).replace(":book", "'" + own + "'"),
                        """
                        insert into line (book_id, seq, line_no, account_no, side, amount)
                        select book_id, (select max(seq) from record where book_id = a.book_id),
                               row_number() over (order by holder), account_no,
                               case holder when 'NJ' then 'DEBIT' else 'CREDIT' end, 5
                          from account a where book_id = '%s' and purpose = 'AVAILABLE'""".formatted(own)))
                .hasMessageContaining("does not balance");
    }

    @Test
    void aBalancedEntryIsTakenByTheSameStatements() throws SQLException {
        LedgerStage own = LedgerStage.open(probe, "NJ");
        own.appropriate("NJ", 10);
        String book = "'" + own.agreement + "'";

        run(
                record().replace(":book", book),
                entry(2).replace(":book", book),
                lines("(1, 0, 'DEBIT', 5), (2, 1, 'CREDIT', 5)").replace(":book", book),
                headMoves().replace(":book", book));

        assertThat(count("select count(*) from line where book_id = ?", own.agreement))
                .isEqualTo(6);
    }

    @Test
    void anEntryThatLacksLinesIsRefused() {
        assertThatThrownBy(() -> run(record(), entry(3), lines("(1, 0, 'DEBIT', 5), (2, 1, 'CREDIT', 5)")))
                .hasMessageContaining("not those it says it has");
        assertThatThrownBy(() -> run(record(), entry(2), headMoves()))
                .hasMessageContaining("does not cover whole records");
    }

    @Test
    void linesWithoutAnEntryAreRefused() {
        assertThatThrownBy(() -> run(record(), lines("(1, 0, 'DEBIT', 5), (2, 1, 'CREDIT', 5)")))
                .hasMessageContaining("not those it says it has");
    }

    @Test
    void aHeadNeverMovesBackNorOverWhatIsNotThere() {
        assertThatThrownBy(() -> run("update book_head set seq = seq - 1 where book_id = :book"))
                .hasMessageContaining("does not move back");
        assertThatThrownBy(() -> run(headMoves())).hasMessageContaining("does not cover whole records");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "book",
                "record",
                "account",
                "entry",
                "line",
                "command_key",
                "tile",
                "checkpoint",
                "cosignature",
                "charge_run",
                "charge"
            })
    void toTheServicesOwnRoleTheDatabaseRefusesToChangeWhatIsWritten(String table) {
        for (String sql : List.of(
                "update " + table + " set " + (table.equals("charge") ? "doses = 1" : "book_id = book_id"),
                "delete from " + table,
                "truncate " + table + " cascade")) {
            assertThatThrownBy(() -> runAsService(sql))
                    .as(sql)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    private static void runAsService(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(Sandbox.jdbcUrl(), Sandbox.serviceRole(), Sandbox.serviceRole());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void aPostedEntryNeverGrows() {
        assertThatThrownBy(() -> run("""
                        insert into line (book_id, seq, line_no, account_no, side, amount)
                        select book_id, seq, n, 0, case n when 8 then 'DEBIT' else 'CREDIT' end, 1
                          from entry, generate_series(8, 9) n where book_id = :book and rule = 'APPROPRIATION'""")).hasMessageContaining("not those it says it has");
    }

    @Test
    void aRecordThatLeavesAGapOrGoesBackInTimeIsRefused() {
        assertThatThrownBy(() -> run("""
                        insert into record (book_id, seq, kind, recorded_at, body)
                        select book_id, max(seq) + 2, 'ENTRY', now(), '{}' from record where book_id = :book group by 1""")).hasMessageContaining("does not follow");
        assertThatThrownBy(() -> run("""
                        insert into record (book_id, seq, kind, recorded_at, body)
                        select book_id, max(seq) + 1, 'ENTRY', '2020-01-01', '{}' from record where book_id = :book group by 1""")).hasMessageContaining("does not follow");
    }

    @Test
    void anAccountCannotFallUnderItsFloor() {
        assertThatThrownBy(() -> run("""
                        update balance set debits = credits + 1
                         where book_id = :book and account_no =
                               (select account_no from account where book_id = :book and purpose = 'AVAILABLE')""")).hasMessageContaining("balance_floor_ck");
    }

    @Test
    void balancesAreTheFoldOfTheLines() {
        assertThat(count("""
                        select count(*) from balance b join account a using (book_id, account_no)
                          left join lateral (
                            select coalesce(sum(amount) filter (where side = 'DEBIT'), 0) as debits,
                                   coalesce(sum(amount) filter (where side = 'CREDIT'), 0) as credits
                              from line l where l.book_id = b.book_id and l.account_no = b.account_no) as fold on true
                         where b.book_id = ? and (b.debits <> fold.debits or b.credits <> fold.credits)""", stage.agreement)).isZero();
    }

    private static String record() {
        return """
                insert into record (book_id, seq, kind, recorded_at, body)
                select book_id, max(seq) + 1, 'ENTRY', now() + interval '1 hour', '{}' from record
                 where book_id = :book group by book_id""";
    }

    private static String headMoves() {
        return "update book_head set seq = seq + 1 where book_id = :book";
    }

    private static String lines(String values) {
        return "insert into line (book_id, seq, line_no, account_no, side, amount)"
                + " select :book, (select max(seq) from record where book_id = :book), v.* from (values " + values
                + ") as v";
    }

    private static String entry(int lines) {
        return """
                insert into entry (book_id, seq, entry_id, rule, effective_on, recorded_at, source_type, source_id, line_count)
                select :book, max(seq), gen_random_uuid(), 'TEST', current_date, now(), 'TEST', 'x', %d
                  from record where book_id = :book""".formatted(lines);
    }
}
