package org.lintas.figure.token;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads numbers written in digits of any script. Some languages write 1.000,5 and some 1,000.5; a number that can only be read
 * one way is read so in all languages.
 */
final class NumberReader {

    /** What may separate thousands where a number is sure to go on, or the language writes so; longer ones first. */
    private static final List<String> SPACED_SEPARATORS = List.of(", ", ". ", " ", "\u00A0");

    private static final int GROUP = 3;
    private static final int CENTS = 2;

    /** Letters that are written for 0 and 7 in Burmese; a number beside one is not read as a whole. */
    private static final String BURMESE_DIGITS_AS_LETTERS = "ဝရ";

    /** Longer numbers are account numbers and the like. */
    private static final int MAX_DIGITS = 18;

    private static final char END_OF_LATIN = '\u0250';
    private static final char FIRST_VIETNAMESE = '\u1E00';
    private static final char LAST_VIETNAMESE = '\u1EFF';

    /** What may follow a whole number as a part of it. */
    private static final List<Fraction> FRACTIONS = List.of(
            new Fraction("½", .5),
            new Fraction("¼", .25),
            new Fraction("¾", .75),
            new Fraction(" 1/2", .5),
            new Fraction(" 1/4", .25),
            new Fraction(" 3/4", .75));

    /** A part of one, as it is written behind a whole number. */
    private record Fraction(String written, double value) {
        boolean isAt(String text, int at) {
            int end = at + written.length();
            return text.startsWith(written, at)
                    && (end == text.length() || !(isDigit(text.charAt(end)) || text.charAt(end) == '/'));
        }
    }

    /** Which characters are digits; a table, since it is used for every character of a text. */
    private static final boolean[] DIGITS = new boolean[1 << Character.SIZE];

    static {
        for (int c = 0; c < DIGITS.length; c++) {
            DIGITS[c] = Character.isDigit((char) c);
        }
    }

    private final String thousands;
    private final Set<String> spaced;

    /** Reads numbers of a language that separates thousands by these characters, and by these ones that end with a space. */
    NumberReader(String thousands, Set<String> spaced) {
        this.thousands = thousands;
        this.spaced = Set.copyOf(spaced);
    }

    /**
     * The numbers of a text. Dates, times, percentages, names and ordinals with digits are excluded; the caller checks for
     * letters next to a number, and for a point before it.
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
            var written = new StringBuilder();
            int gap = 0;
            do {
                i += gap;
                while (i < text.length() && (isDigit(text.charAt(i)) || isSeparator(text, i))) {
                    written.append(text.charAt(i++));
                }
                gap = spacedGroup(text, start, i, written);
            } while (gap > 0);
            i = withCents(text, start, i, written);
            double value = read(written.toString());
            for (Fraction fraction : FRACTIONS) {
                if (isPlain(written) && fraction.isAt(text, i)) {
                    value += fraction.value();
                    i += fraction.written().length();
                    break;
                }
            }
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
        return isLetter(text.charAt(at));
    }

    /** Whether a character is a Latin letter. */
    static boolean isLetter(char c) {
        boolean isLatin = c < END_OF_LATIN || (c >= FIRST_VIETNAMESE && c <= LAST_VIETNAMESE);
        return isLatin && Character.isLetter(c);
    }

    private static boolean standsAlone(String text, int start, int end) {
        char before = start > 0 ? text.charAt(start - 1) : ' ';
        char after = end < text.length() ? text.charAt(end) : ' ';
        boolean isCut = BURMESE_DIGITS_AS_LETTERS.indexOf(before) >= 0 || BURMESE_DIGITS_AS_LETTERS.indexOf(after) >= 0;
        boolean isPartOfName = (before == '-' || before == '–') && isLetter(text, start - 2);
        boolean isPartOfDate = before == '/' || before == ':' || after == '/' || after == ':';
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
        return spaced.contains(", ")
                && start > 2
                && text.startsWith(". ", start - 2)
                && isDigit(text.charAt(start - 3));
    }

    /**
     * The length of the separator at an index behind which a number goes on with a group of exactly three digits; 0 if it does
     * not. In any language a group of zeros is part of the number before it, and so is what follows a comma and a space in money:
     * P144, 400.
     */
    private int spacedGroup(String text, int start, int at, CharSequence written) {
        boolean isWhole = written.length() <= GROUP || at - start > written.length();
        boolean isLong = written.length() > MAX_DIGITS;
        if (isLong || !isWhole || Character.digit(written.charAt(0), 10) == 0 || !isPlain(written)) {
            return 0;
        }
        for (String separator : SPACED_SEPARATORS) {
            int from = at + separator.length();
            if (text.startsWith(separator, at) && isGroup(text, from, GROUP)) {
                boolean isZeros = text.substring(from, from + GROUP).chars().allMatch(c -> Character.digit(c, 10) == 0);
                boolean isMoney = separator.equals(", ") && thousands.indexOf(',') >= 0 && isCurrency(text, start - 1);
                return spaced.contains(separator) || isMoney || (isZeros && !separator.equals(". "))
                        ? separator.length()
                        : 0;
            }
        }
        return 0;
    }

    private static boolean isPlain(CharSequence written) {
        return written.chars().allMatch(c -> isDigit((char) c));
    }

    /** Whether a sign or letters of a currency are at an index. */
    private static boolean isCurrency(String text, int at) {
        return isLetter(text, at) || (at >= 0 && Character.getType(text.charAt(at)) == Character.CURRENCY_SYMBOL);
    }

    /** Appends two digits behind a comma and a space as decimals, where groups are written so: 16, 644, 652, 21. */
    private int withCents(String text, int start, int at, StringBuilder written) {
        int from = at + 2;
        boolean isSpaced = spaced.contains(", ") && !spaced.contains(" ") && at - start > written.length();
        if (isSpaced && isPlain(written) && text.startsWith(", ", at) && isGroup(text, from, CENTS)) {
            written.append('.').append(text, from, from + CENTS);
            return from + CENTS;
        }
        return at;
    }

    /** Whether exactly so many digits are at an index. */
    private static boolean isGroup(String text, int from, int length) {
        int to = from + length;
        return to <= text.length()
                && isPlain(text.substring(from, to))
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
