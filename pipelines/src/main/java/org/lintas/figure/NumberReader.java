package org.lintas.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads numbers written in digits of any script. Some languages write 1.000,5 and some 1,000.5; a number that can only be read
 * one way is read so in all languages.
 */
final class NumberReader {

    /** What separates thousands in Tamil articles of Sri Lanka. */
    private static final String SPACED_SEPARATOR = ", ";

    private static final int GROUP = 3;

    /** Letters that are written for 0 and 7 in Burmese; a number beside one is not read as a whole. */
    private static final String BURMESE_DIGITS_AS_LETTERS = "ဝရ";

    /** Longer numbers are account numbers and the like. */
    private static final int MAX_DIGITS = 18;

    private static final char END_OF_LATIN = '\u0250';
    private static final char FIRST_VIETNAMESE = '\u1E00';
    private static final char LAST_VIETNAMESE = '\u1EFF';

    /** Which characters are digits; a table, since it is used for every character of a text. */
    private static final boolean[] DIGITS = new boolean[1 << Character.SIZE];

    static {
        for (int c = 0; c < DIGITS.length; c++) {
            DIGITS[c] = Character.isDigit((char) c);
        }
    }

    private final String thousands;

    /** Reads numbers of a language that separates thousands by these characters; with a space also by a comma and a space. */
    NumberReader(String thousands) {
        this.thousands = thousands;
    }

    /**
     * The numbers of a text. Dates, times, percentages, names and ordinals with digits are excluded; the caller checks for
     * letters next to a number.
     */
    List<Token> find(String text) {
        var numbers = new ArrayList<Token>();
        int i = 0;
        while (i < text.length()) {
            if (!isDigit(text.charAt(i))) {
                i++;
                continue;
            }
            int start = i;
            while (i < text.length()) {
                if (isDigit(text.charAt(i)) || isSeparator(text, i)) {
                    i++;
                } else if (thousands.indexOf(' ') >= 0 && isSpacedGroup(text, i)) {
                    i += SPACED_SEPARATOR.length();
                } else {
                    break;
                }
            }
            double value = read(text.substring(start, i).replace(SPACED_SEPARATOR, ","));
            if (!Double.isNaN(value) && standsAlone(text, start, i) && !isDecimals(text, start)) {
                numbers.add(Token.number(start, i, value));
            }
        }
        return numbers;
    }

    /** Whether there is a Latin letter at an index, such as in AK47 or 22h; scripts without word spaces write numbers between letters. */
    static boolean isLetter(String text, int at) {
        if (at < 0 || at >= text.length()) {
            return false;
        }
        char c = text.charAt(at);
        boolean isLatin = c < END_OF_LATIN || (c >= FIRST_VIETNAMESE && c <= LAST_VIETNAMESE);
        return isLatin && Character.isLetter(c);
    }

    private static boolean standsAlone(String text, int start, int end) {
        char before = start > 0 ? text.charAt(start - 1) : ' ';
        char after = end < text.length() ? text.charAt(end) : ' ';
        boolean isCut = BURMESE_DIGITS_AS_LETTERS.indexOf(before) >= 0 || BURMESE_DIGITS_AS_LETTERS.indexOf(after) >= 0;
        boolean isPartOfName = (before == '-' || before == '–') && isLetter(text, start - 2);
        boolean isPartOfDate = before == '/' || before == ':' || before == '.' || after == '/' || after == ':';
        return !isCut && !isPartOfName && !isPartOfDate && after != '%' && after != '٪' && after != '％';
    }

    private static boolean isDigit(char c) {
        return DIGITS[c];
    }

    private static boolean isSeparator(String text, int at) {
        char c = text.charAt(at);
        return (c == '.' || c == ',')
                && isDigit(text.charAt(at - 1))
                && at + 1 < text.length()
                && isDigit(text.charAt(at + 1));
    }

    /** Whether a number is what follows a point and a space, in texts that put a space behind separators: 12. 1 million. */
    private boolean isDecimals(String text, int start) {
        return thousands.indexOf(' ') >= 0
                && start > SPACED_SEPARATOR.length()
                && text.startsWith(". ", start - SPACED_SEPARATOR.length())
                && isDigit(text.charAt(start - SPACED_SEPARATOR.length() - 1));
    }

    /** Whether a comma, a space and a group of exactly three digits are at an index. */
    private static boolean isSpacedGroup(String text, int at) {
        int from = at + SPACED_SEPARATOR.length();
        int to = from + GROUP;
        return text.startsWith(SPACED_SEPARATOR, at)
                && to <= text.length()
                && text.substring(from, to).chars().allMatch(c -> isDigit((char) c))
                && (to == text.length() || !isDigit(text.charAt(to)));
    }

    /** The value of digits and separators; NaN if the groups are malformed. */
    double read(String written) {
        int lastComma = written.lastIndexOf(',');
        int lastPoint = written.lastIndexOf('.');
        if (lastComma < 0 && lastPoint < 0) {
            return parse(written);
        }
        if (lastComma >= 0 && lastPoint >= 0) {
            boolean isComma = lastComma > lastPoint;
            return inGroups(written, isComma ? '.' : ',', isComma ? ',' : '.');
        }
        char only = lastComma >= 0 ? ',' : '.';
        boolean once = written.indexOf(only) == written.lastIndexOf(only);
        boolean isGrouped = (thousands.indexOf(only) >= 0 || !once) && areGroups(written, only);
        if (isGrouped && written.charAt(0) != '0') {
            return parse(written.replace(String.valueOf(only), ""));
        }
        return once ? parse(written.replace(only, '.')) : Double.NaN;
    }

    private static double inGroups(String written, char grouping, char point) {
        int at = written.lastIndexOf(point);
        String whole = written.substring(0, at);
        if (whole.indexOf(point) >= 0 || !areGroups(whole, grouping)) {
            return Double.NaN;
        }
        return parse(whole.replace(String.valueOf(grouping), "") + "." + written.substring(at + 1));
    }

    /** Groups of three, or of two before the last, as Indian numbers have them. */
    private static boolean areGroups(String written, char separator) {
        String[] groups = written.split(Pattern.quote(String.valueOf(separator)), -1);
        for (int i = 1; i < groups.length; i++) {
            boolean isLast = i == groups.length - 1;
            if (groups[i].length() != 3 && (isLast || groups[i].length() != 2)) {
                return false;
            }
        }
        return groups[0].length() <= 3;
    }

    private static double parse(String digits) {
        var ascii = new StringBuilder(digits.length());
        digits.chars().forEach(c -> ascii.append(c == '.' ? "." : String.valueOf(Character.digit(c, 10))));
        return ascii.length() > MAX_DIGITS ? Double.NaN : Double.parseDouble(ascii.toString());
    }
}
