package org.lintas.report;

import java.util.Locale;
import org.lintas.report.html.Element;
import org.lintas.report.html.Node;
import org.lintas.report.html.Text;

/** Formats numbers, codes and names for the report. */
final class Format {

    private static final int LONGEST_NAME = 160;

    private Format() {}

    static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    /** A percentage with one decimal; values near 0 or 100 are never rounded to 0 or 100. */
    static String percent(double percent) {
        if (percent > 0 && percent < 0.1) {
            return "< 0.1 %";
        }
        if (percent < 100 && percent > 99.9) {
            return "> 99.9 %";
        }
        return String.format(Locale.ROOT, percent == 100 || percent == 0 ? "%.0f %%" : "%.1f %%", percent);
    }

    static String bytes(long bytes) {
        return bytes < 1 << 20
                ? String.format(Locale.ROOT, "%,.1f KB", bytes / 1024.0)
                : String.format(Locale.ROOT, "%,.1f MB", bytes / 1024.0 / 1024.0);
    }

    /** {@code drug_trafficking} as words. */
    static String topic(String code) {
        String words = code.replace('_', ' ');
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    static String language(String code) {
        return switch (code) {
            case "tl" -> "Filipino";
            default -> Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH);
        };
    }

    static String country(String code) {
        return switch (code) {
            case "MM" -> "Myanmar";
            default -> new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH);
        };
    }

    /** A name from the data, isolated because its text direction is unknown; very long names are shortened. */
    static Node isolated(String text) {
        boolean fits = text.codePointCount(0, text.length()) <= LONGEST_NAME;
        return Element.of("bdi", fits ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST_NAME)) + "…");
    }

    static Node plain(String text) {
        return new Text(text);
    }
}
