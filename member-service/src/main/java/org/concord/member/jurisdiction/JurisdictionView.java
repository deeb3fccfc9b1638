package org.concord.member.jurisdiction;

/**
 * A jurisdiction as the API shows it.
 *
 * @param usps two-letter code, the member's name in every other record
 * @param fips two digits, leading zero kept
 * @param kind {@code STATE}, {@code DISTRICT} or {@code TERRITORY}
 * @param population inhabitants
 * @param populationVintage which count that is
 */
public record JurisdictionView(
        String usps, String fips, String name, String kind, long population, String populationVintage) {}
