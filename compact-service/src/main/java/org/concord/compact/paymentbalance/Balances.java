package org.concord.compact.paymentbalance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The imported figures, in plain SQL: rows without behaviour, read in bulk and never changed. */
@ApplicationScoped
class Balances {

    private static final String ROWS = """
            select p.sequence, p.code, p.publisher, p.source_url, p.published_on, b.fiscal_year, b.member, b.population,
                   b.population_vintage, b.receipts_cents, b.spending_cents, b.emergency_cents
              from payment_balance b join payment_balance_publication p on p.id = b.publication_id
             where (?::text is null or p.code = ?) and (?::integer is null or b.fiscal_year = ?)
               and (?::text is null or b.member = ?)
               and (?::bigint is null or p.sequence < ?
                    or (p.sequence = ? and (b.fiscal_year < ? or (b.fiscal_year = ? and b.member > ?))))
             order by p.sequence desc, b.fiscal_year desc, b.member
             limit ?""";

    private final DataSource dataSource;

    Balances(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Which figures are asked for.
     *
     * @param publication null for all vintages
     * @param fiscalYear null for all
     * @param member null for all
     */
    record Filter(
            @Nullable String publication,
            @Nullable Integer fiscalYear,
            @Nullable String member) {}

    /** A place in the list: newest publication first, then newest fiscal year, then member. */
    record Place(long sequence, int fiscalYear, String member) {}

    /** A figure and its place. */
    record Found(Place place, BalanceView figures) {}

    /** What is stored of a publication. */
    record Stored(PublicationView view, String contentHash) {}

    @Transactional(Transactional.TxType.MANDATORY)
    Optional<Stored> find(String code) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select p.id, p.code, p.publisher, p.source_url, p.published_on, p.unit, p.imported_at,
                               p.content_hash,
                               (select count(*) from payment_balance b where b.publication_id = p.id)
                          from payment_balance_publication p where p.code = ?""")) {
            select.setString(1, code);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Stored(
                                new PublicationView(
                                        row.getObject(1, UUID.class),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getObject(5, LocalDate.class),
                                        row.getString(6),
                                        row.getLong(9),
                                        row.getTimestamp(7).toInstant()),
                                row.getString(8)))
                        : Optional.empty();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("a publication could not be read", failed);
        }
    }

    /** Stores a publication; says whether it was new. Of two at once the second waits, and is not. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean store(UUID id, BalanceFile file, String importedBy, Instant now) {
        BalanceFile.Publication publication = file.publication();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement head = connection.prepareStatement("""
                        insert into payment_balance_publication
                          (id, code, publisher, source_url, published_on, unit, content_hash, imported_by, imported_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict on constraint payment_balance_publication_code_uk do nothing""");
                PreparedStatement rows = connection.prepareStatement("""
                        insert into payment_balance
                          (publication_id, fiscal_year, member, population, population_vintage, receipts_cents,
                           spending_cents, emergency_cents)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")) {
            head.setObject(1, id);
            head.setString(2, publication.code());
            head.setString(3, publication.publisher());
            head.setString(4, publication.sourceUrl());
            head.setObject(5, publication.publishedOn());
            head.setString(6, publication.unit().name());
            head.setString(7, file.contentHash());
            head.setString(8, importedBy);
            head.setTimestamp(9, Timestamp.from(now));
            if (head.executeUpdate() == 0) {
                return false;
            }
            for (BalanceFile.Row row : file.rows()) {
                rows.setObject(1, id);
                rows.setInt(2, row.fiscalYear());
                rows.setString(3, row.member());
                rows.setLong(4, row.population());
                rows.setString(5, row.populationVintage());
                rows.setLong(6, row.receiptsCents());
                rows.setLong(7, row.spendingCents());
                rows.setLong(8, row.emergencyCents());
                rows.addBatch();
            }
            rows.executeBatch();
            return true;
        } catch (SQLException failed) {
            throw new IllegalStateException("a publication could not be stored", failed);
        }
    }

    /** Figures in order from after a place on. */
    List<Found> page(Filter filter, @Nullable Place after, BalanceScope scope, int limit) {
        List<Found> found = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(ROWS)) {
            select.setString(1, filter.publication());
            select.setString(2, filter.publication());
            select.setObject(3, filter.fiscalYear(), Types.INTEGER);
            select.setObject(4, filter.fiscalYear(), Types.INTEGER);
            select.setString(5, filter.member());
            select.setString(6, filter.member());
            Long sequence = after == null ? null : after.sequence();
            Integer year = after == null ? null : after.fiscalYear();
            select.setObject(7, sequence, Types.BIGINT);
            select.setObject(8, sequence, Types.BIGINT);
            select.setObject(9, sequence, Types.BIGINT);
            select.setObject(10, year, Types.INTEGER);
            select.setObject(11, year, Types.INTEGER);
            select.setString(12, after == null ? null : after.member());
            select.setInt(13, limit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(found(row, scope));
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("figures could not be read", failed);
        }
        return found;
    }

    private static Found found(ResultSet row, BalanceScope scope) throws SQLException {
        long population = row.getLong(8);
        long receipts = row.getLong(10);
        long spending = row.getLong(11);
        long emergency = row.getLong(12);
        return new Found(
                new Place(row.getLong(1), row.getInt(6), row.getString(7)),
                new BalanceView(
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, LocalDate.class),
                        row.getInt(6),
                        row.getString(7),
                        population,
                        row.getString(9),
                        scope == BalanceScope.WITHOUT_EMERGENCY
                                ? null
                                : BalanceView.Figures.of(receipts, spending, population),
                        scope == BalanceScope.WITH_EMERGENCY
                                ? null
                                : BalanceView.Figures.of(receipts, spending - emergency, population)));
    }
}
