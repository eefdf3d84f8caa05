package org.lintas.privacy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lintas.text.WordTable;

/**
 * Masks telephone numbers, mail addresses, national ids, passports, payment cards and bank accounts. Each letter and digit of a number
 * becomes {@link #MASK}, so that a text keeps its length and all offsets in it stay valid.
 */
public final class PersonalNumbers {

    /** A bullet: neither letter nor digit, so that digests and tokens ignore a masked number. */
    public static final char MASK = '•';

    /** The shortest numbers have six digits. */
    private static final int LEAST_DIGITS = 6;

    /** Characters between two digits of a number, at most. */
    private static final int GAP = 4;

    /** Longest context before a number, such as words that name it, or the part of a mail address before the at sign. */
    private static final int BEFORE = 80;

    private static final int AFTER = 4;
    private static final int AFTER_AT = 256;

    private record Rule(String kind, NumberCheck check, Pattern pattern, boolean isPart) {}

    /**
     * A text without personal numbers.
     *
     * @param text the text, of unchanged length
     * @param counts number of masked numbers by kind
     */
    public record Masked(String text, Map<String, Integer> counts) {}

    private final List<Rule> rules;

    /** Reads the table of patterns. */
    public PersonalNumbers() {
        rules = WordTable.read(PersonalNumbers.class, "personal_numbers.tsv", 3).stream()
                .map(row -> new Rule(
                        row.get(0),
                        row.get(1).equals("-")
                                ? NumberCheck.NONE
                                : NumberCheck.valueOf(row.get(1).toUpperCase(Locale.ROOT)),
                        Pattern.compile(row.get(2)),
                        row.get(2).contains("(?<n>")))
                .toList();
    }

    /** Masks the numbers of a text; returns the same object if there are none. */
    public Masked mask(String text) {
        BitSet near = near(text);
        if (near.isEmpty()) {
            return new Masked(text, Map.of());
        }
        String folded = folded(text);
        var taken = new BitSet(text.length());
        Map<String, Integer> counts = new TreeMap<>();
        for (Rule rule : rules) {
            Matcher matcher =
                    rule.pattern.matcher(folded).useTransparentBounds(true).useAnchoringBounds(false);
            for (int from = near.nextSetBit(0); from >= 0; ) {
                int to = near.nextClearBit(from);
                matcher.region(from, to);
                while (matcher.find()) {
                    take(rule, matcher, folded, taken, counts);
                }
                from = near.nextSetBit(to);
            }
        }
        return counts.isEmpty() ? new Masked(text, counts) : new Masked(masked(text, taken), counts);
    }

    private static void take(Rule rule, Matcher matcher, String folded, BitSet taken, Map<String, Integer> counts) {
        int start = rule.isPart ? matcher.start("n") : matcher.start();
        int end = rule.isPart ? matcher.end("n") : matcher.end();
        if (taken.get(start, end).isEmpty() && rule.check.holds(compact(folded, start, end))) {
            taken.set(start, end);
            counts.merge(rule.kind, 1, Integer::sum);
        }
    }

    /** Kinds that can be found. */
    public List<String> kinds() {
        return new ArrayList<>(
                rules.stream().map(Rule::kind).distinct().sorted().toList());
    }

    /** Ranges that may contain numbers: around runs of enough digits close to each other, and around @. Most texts have none. */
    private static BitSet near(String text) {
        var near = new BitSet();
        int start = 0;
        int last = -1;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '@' || c == '＠') {
                near.set(Math.max(0, i - BEFORE), Math.min(text.length(), i + AFTER_AT));
            } else if (Character.digit(c, 10) >= 0) {
                if (last < 0 || i - last > GAP) {
                    start = i;
                    digits = 0;
                }
                digits++;
                if (digits >= LEAST_DIGITS) {
                    // The text before the last digit is already marked, except the first time.
                    int from = digits == LEAST_DIGITS ? Math.max(0, start - BEFORE) : last;
                    near.set(from, Math.min(text.length(), i + AFTER));
                }
                last = i;
            }
        }
        return near;
    }

    /** The text, character by character, with digits of all scripts as ASCII, one dash, one space, one kind of brackets. */
    private static String folded(String text) {
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                out.append(c);
            } else {
                int digit = Character.digit(c, 10);
                out.append(digit >= 0 ? (char) ('0' + digit) : folded(c));
            }
        }
        return out.toString();
    }

    private static char folded(char c) {
        return switch (c) {
            case '‐', '‑', '‒', '–', '—', '―', '−', '－' -> '-';
            case '\u00A0', '\u2007', '\u2009', '\u202F', '\u3000' -> ' ';
            case '＋' -> '+';
            case '＠' -> '@';
            case '（' -> '(';
            case '）' -> ')';
            case '／' -> '/';
            default -> c;
        };
    }

    private static String compact(String folded, int start, int end) {
        var out = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            char c = folded.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                out.append(Character.toUpperCase(c));
            }
        }
        return out.toString();
    }

    private static String masked(String text, BitSet taken) {
        var out = new StringBuilder(text);
        taken.stream()
                .filter(i -> Character.isLetterOrDigit(text.charAt(i))
                        || Character.getType(text.charAt(i)) == Character.NON_SPACING_MARK
                        || Character.getType(text.charAt(i)) == Character.COMBINING_SPACING_MARK)
                .forEach(i -> out.setCharAt(i, MASK));
        return out.toString();
    }
}
