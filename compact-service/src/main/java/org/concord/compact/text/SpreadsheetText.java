package org.concord.compact.text;

/** Text on its way into a spreadsheet. */
public final class SpreadsheetText {

    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n";

    private SpreadsheetText() {}

    /** The text, with a leading apostrophe where a spreadsheet would otherwise take it for a formula and run it. */
    public static String harmless(String text) {
        return !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
