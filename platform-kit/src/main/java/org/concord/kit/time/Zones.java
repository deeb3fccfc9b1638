package org.concord.kit.time;

import static java.util.Map.entry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/**
 * Legal time is a date in a jurisdiction's zone. Where a state lies in several zones, its capital's zone is taken: that
 * is where its statutes take effect.
 */
public final class Zones {

    private static final ZoneId EASTERN = ZoneId.of("America/New_York");
    private static final ZoneId CENTRAL = ZoneId.of("America/Chicago");
    private static final ZoneId MOUNTAIN = ZoneId.of("America/Denver");
    private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

    private static final Map<String, ZoneId> BY_USPS = Map.ofEntries(
            entry("AL", CENTRAL),
            entry("AK", ZoneId.of("America/Juneau")),
            entry("AZ", ZoneId.of("America/Phoenix")),
            entry("AR", CENTRAL),
            entry("CA", PACIFIC),
            entry("CO", MOUNTAIN),
            entry("CT", EASTERN),
            entry("DE", EASTERN),
            entry("DC", EASTERN),
            entry("FL", EASTERN),
            entry("GA", EASTERN),
            entry("HI", ZoneId.of("Pacific/Honolulu")),
            entry("ID", ZoneId.of("America/Boise")),
            entry("IL", CENTRAL),
            entry("IN", ZoneId.of("America/Indiana/Indianapolis")),
            entry("IA", CENTRAL),
            entry("KS", CENTRAL),
            entry("KY", EASTERN),
            entry("LA", CENTRAL),
            entry("ME", EASTERN),
            entry("MD", EASTERN),
            entry("MA", EASTERN),
            entry("MI", ZoneId.of("America/Detroit")),
            entry("MN", CENTRAL),
            entry("MS", CENTRAL),
            entry("MO", CENTRAL),
            entry("MT", MOUNTAIN),
            entry("NE", CENTRAL),
            entry("NV", PACIFIC),
            entry("NH", EASTERN),
            entry("NJ", EASTERN),
            entry("NM", MOUNTAIN),
            entry("NY", EASTERN),
            entry("NC", EASTERN),
            entry("ND", CENTRAL),
            entry("OH", EASTERN),
            entry("OK", CENTRAL),
            entry("OR", PACIFIC),
            entry("PA", EASTERN),
            entry("RI", EASTERN),
            entry("SC", EASTERN),
            entry("SD", CENTRAL),
            entry("TN", CENTRAL),
            entry("TX", CENTRAL),
            entry("UT", MOUNTAIN),
            entry("VT", EASTERN),
            entry("VA", EASTERN),
            entry("WA", PACIFIC),
            entry("WV", EASTERN),
            entry("WI", CENTRAL),
            entry("WY", MOUNTAIN),
            entry("PR", ZoneId.of("America/Puerto_Rico")),
            entry("GU", ZoneId.of("Pacific/Guam")),
            entry("VI", ZoneId.of("America/St_Thomas")),
            entry("AS", ZoneId.of("Pacific/Pago_Pago")),
            entry("MP", ZoneId.of("Pacific/Saipan")));

    private Zones() {}

    /**
     * The zone in which the jurisdiction's legal dates are read.
     *
     * @param usps the jurisdiction's two-letter USPS code
     * @throws IllegalArgumentException for a code that is no jurisdiction's
     */
    public static ZoneId of(String usps) {
        ZoneId zone = BY_USPS.get(usps);
        if (zone == null) {
            throw new IllegalArgumentException("no jurisdiction has the code " + usps);
        }
        return zone;
    }

    /** Whether the code is that of a state, the District or a territory. */
    public static boolean isJurisdiction(String usps) {
        return BY_USPS.containsKey(usps);
    }

    /** The legal date in the jurisdiction at that instant. */
    public static LocalDate dateIn(String usps, Instant at) {
        return LocalDate.ofInstant(at, of(usps));
    }
}
