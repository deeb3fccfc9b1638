package org.concord.compact.guidance.adoption;

import static java.util.Map.entry;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Numeric codes of the states, the District and the territories (INCITS 38), by which maps know them. */
final class Fips {

    private static final Map<String, String> BY_USPS = Map.ofEntries(
            entry("AL", "01"),
            entry("AK", "02"),
            entry("AZ", "04"),
            entry("AR", "05"),
            entry("CA", "06"),
            entry("CO", "08"),
            entry("CT", "09"),
            entry("DE", "10"),
            entry("DC", "11"),
            entry("FL", "12"),
            entry("GA", "13"),
            entry("HI", "15"),
            entry("ID", "16"),
            entry("IL", "17"),
            entry("IN", "18"),
            entry("IA", "19"),
            entry("KS", "20"),
            entry("KY", "21"),
            entry("LA", "22"),
            entry("ME", "23"),
            entry("MD", "24"),
            entry("MA", "25"),
            entry("MI", "26"),
            entry("MN", "27"),
            entry("MS", "28"),
            entry("MO", "29"),
            entry("MT", "30"),
            entry("NE", "31"),
            entry("NV", "32"),
            entry("NH", "33"),
            entry("NJ", "34"),
            entry("NM", "35"),
            entry("NY", "36"),
            entry("NC", "37"),
            entry("ND", "38"),
            entry("OH", "39"),
            entry("OK", "40"),
            entry("OR", "41"),
            entry("PA", "42"),
            entry("RI", "44"),
            entry("SC", "45"),
            entry("SD", "46"),
            entry("TN", "47"),
            entry("TX", "48"),
            entry("UT", "49"),
            entry("VT", "50"),
            entry("VA", "51"),
            entry("WA", "53"),
            entry("WV", "54"),
            entry("WI", "55"),
            entry("WY", "56"),
            entry("AS", "60"),
            entry("GU", "66"),
            entry("MP", "69"),
            entry("PR", "72"),
            entry("VI", "78"));

    private Fips() {}

    /** The code of a jurisdiction. */
    static String of(String usps) {
        String code = BY_USPS.get(usps);
        if (code == null) {
            throw new IllegalArgumentException("no jurisdiction has the code " + usps);
        }
        return code;
    }

    /** Every jurisdiction by its USPS code ascending. */
    static SortedMap<String, String> all() {
        return new TreeMap<>(BY_USPS);
    }
}
