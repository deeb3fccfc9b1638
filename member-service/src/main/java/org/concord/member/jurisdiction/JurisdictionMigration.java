package org.concord.member.jurisdiction;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.CRC32;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * Loads the jurisdictions from {@code data/jurisdictions.csv}, a copy of the project's reference data. The file's
 * checksum is the migration's: an edited file is refused at start, since a new count needs a new migration and vintage.
 */
public final class JurisdictionMigration implements JavaMigration {
    static final String VINTAGE = "2020-census";
    private static final String FILE = "/data/jurisdictions.csv";
    private static final String HEADER = "usps,fips,name,kind,census2020_population,alliance_founding_member";

    /** Called by Flyway. */
    public JurisdictionMigration() {}

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("0101");
    }

    @Override
    public String getDescription() {
        return "jurisdictions of the 2020 census";
    }

    @Override
    public Integer getChecksum() {
        var crc = new CRC32();
        crc.update(file());
        return (int) crc.getValue();
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        try (PreparedStatement insert = context.getConnection()
                .prepareStatement("insert into jurisdiction (usps, fips, name, kind, population, population_vintage)"
                        + " values (?, ?, ?, ?, ?, ?)")) {
            for (JurisdictionView row : rows()) {
                insert.setString(1, row.usps());
                insert.setString(2, row.fips());
                insert.setString(3, row.name());
                insert.setString(4, row.kind());
                insert.setLong(5, row.population());
                insert.setString(6, row.populationVintage());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    static List<JurisdictionView> rows() {
        List<String> lines = new String(file(), StandardCharsets.UTF_8).lines().toList();
        if (!lines.getFirst().equals(HEADER)) {
            throw new IllegalStateException(FILE + " has another header: " + lines.getFirst());
        }
        return lines.stream().skip(1).map(JurisdictionMigration::row).toList();
    }

    private static JurisdictionView row(String line) {
        String[] cells = line.split(",", -1);
        return new JurisdictionView(cells[0], cells[1], cells[2], cells[3], Long.parseLong(cells[4]), VINTAGE);
    }

    private static byte[] file() {
        try (InputStream in = JurisdictionMigration.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is not in the jar");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
