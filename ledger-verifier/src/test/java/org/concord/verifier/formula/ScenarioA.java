package org.concord.verifier.formula;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/** The worked figures of scenario A: sample data with the results that were agreed beforehand. */
final class ScenarioA {

    static final long GOODS_CENTS = 1_215_132_800L;
    static final long SHARED_CENTS = 22_800_000L;
    static final PooledCharges CHARGES = new PooledCharges(
            Percent.parse("0.60%"),
            Percent.parse("0.40%"),
            SHARED_CENTS,
            CostShare.named("HALF_POPULATION_HALF_VOLUME"));

    record Row(CostShare.Basis basis, PooledCharges.Charge charge, long sharedPerCapita, long sharedByVolume) {}

    private ScenarioA() {}

    static SortedMap<String, Row> rows() {
        TreeMap<String, Row> rows = new TreeMap<>();
        text().lines().filter(line -> line.matches("[A-Z]{2},.*")).forEach(line -> {
            String[] cell = line.split(",", -1);
            long[] n = new long[cell.length];
            for (int i = 1; i < cell.length; i++) {
                n[i] = Long.parseLong(cell[i]);
            }
            rows.put(
                    cell[0],
                    new Row(
                            new CostShare.Basis(n[1], n[2]),
                            new PooledCharges.Charge(n[2], n[3], n[4], n[5], n[6], n[7]),
                            n[8],
                            n[9]));
        });
        return rows;
    }

    static SortedMap<String, CostShare.Basis> bases() {
        TreeMap<String, CostShare.Basis> bases = new TreeMap<>();
        rows().forEach((member, row) -> bases.put(member, row.basis()));
        return bases;
    }

    private static String text() {
        try (InputStream in = ScenarioA.class.getResourceAsStream("/scenario-a/charges.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
