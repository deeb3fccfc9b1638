package org.concord.local.realm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A state, the District of Columbia or a territory.
 *
 * @param usps two-letter code, upper case
 * @param name name
 * @param founding whether the sample alliance counts it among its founding members
 */
public record Jurisdiction(String usps, String name, boolean founding) {

    /** All 56 of them, in the order of the file. */
    public static List<Jurisdiction> all() {
        try (var in = Objects.requireNonNull(Jurisdiction.class.getResourceAsStream("jurisdictions.csv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("usps,") && !line.isBlank())
                    .map(Jurisdiction::ofLine)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Jurisdiction ofLine(String line) {
        String[] fields = line.split(",", -1);
        return new Jurisdiction(fields[0], fields[2], fields[5].strip().equals("1"));
    }

    /** The organization's alias in Keycloak, which services upper-case to get the member back. */
    public String alias() {
        return usps.toLowerCase(Locale.ROOT);
    }

    /** A domain that nobody owns (RFC 2606). */
    public String domain() {
        return alias() + ".example";
    }

    /** Whether a realm of its own plays this state's identity provider in the sample. */
    public boolean signsInAtItsOwnProvider() {
        return usps.equals("MD") || usps.equals("CA");
    }
}
