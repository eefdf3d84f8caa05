package org.lintas.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A word or phrase that is looked for in texts as they are stored: a regular expression that finds what has the same {@link FoldedText}, so that
 * case, Chinese script, placement of Vietnamese tones and spaces between Khmer and Burmese words make no difference. Where the script has spaces
 * between words it stands between word boundaries; {@code *} at an end opens that side. Other scripts have no boundaries: any part of a text is
 * found. The syntax is common to RE2 and {@link java.util.regex.Pattern}.
 *
 * <p>Expressions are slow on large texts where they do not begin with letters of ASCII. {@code spellings} and {@code parts} tell first, by a plain
 * comparison, which texts cannot have the word.
 *
 * @param anywhere finds the word, also within others
 * @param whole finds the word between its boundaries; group 1 is the word
 * @param isBounded whether the two differ
 * @param spellings all that {@code anywhere} finds; empty if these are many
 * @param parts one of them is in whatever {@code anywhere} finds; empty for words in ASCII
 */
public record FoldedPattern(
        String anywhere, String whole, boolean isBounded, List<String> spellings, List<String> parts) {

    private static final String SPACE = "[\\t-\\r \\x{A0}]";
    private static final String NO_LETTER = "[^\\pL\\pM\\pN]";

    /** Most spellings that are looked for one by one, which is faster than an expression. */
    private static final int MOST_SPELLINGS = 4;

    private static final int LAST_ASCII = 0x7F;

    /** Folded to an i, but in no language of the region; an expression with it is slow. */
    private static final char DOTTED_I = '\u0130';

    /** By folded character the others that are folded to it and occur in normalised texts. */
    private static final Map<Character, String> VARIANTS = variants();

    /**
     * The pattern of a word or phrase; empty if it has no letter and no digit.
     *
     * @param words Unicode as typed
     */
    public static Optional<FoldedPattern> of(String words) {
        String line = TextNormaliser.term(words);
        boolean opensStart = line.startsWith("*");
        boolean opensEnd = line.length() > 1 && line.endsWith("*");
        String folded = FoldedText.of(line.substring(opensStart ? 1 : 0, line.length() - (opensEnd ? 1 : 0))
                        .strip())
                .toString();
        if (folded.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return Optional.empty();
        }
        boolean start = !opensStart && isBounded(folded.codePointAt(0));
        boolean end = !opensEnd && isBounded(folded.codePointBefore(folded.length()));
        String anywhere = expression(folded);
        String whole = (start ? "(?:\\A|" + NO_LETTER + ")" : "") + "(" + anywhere + ")"
                + (end ? "(?:\\z|" + NO_LETTER + ")" : "");
        List<String> spellings = isFixed(folded, 0, folded.length()) ? spellings(folded) : List.of();
        return Optional.of(new FoldedPattern(
                anywhere,
                whole,
                start || end,
                spellings.size() <= MOST_SPELLINGS ? spellings : List.of(),
                parts(folded)));
    }

    private static boolean isBounded(int end) {
        return (Character.isLetterOrDigit(end) || isMark(end)) && Script.of(end).hasWordSpaces();
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static String expression(String folded) {
        var out = new StringBuilder();
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            Optional<String> toned = toned(folded, i);
            if (toned.isPresent()) {
                out.append(toned.get());
                i++;
            } else if (c == ' ') {
                out.append(SPACE).append('+');
            } else if (Character.isHighSurrogate(c) && i + 1 < folded.length()) {
                out.append(quoted(folded.codePointAt(i)));
                i++;
            } else {
                out.append(one(c));
            }
            if (i + 1 < folded.length() && isUnspacedAfter(folded, i)) {
                out.append(SPACE).append('?');
            }
        }
        return out.toString();
    }

    private static boolean isUnspacedAfter(String folded, int i) {
        return FoldedText.isUnspaced(folded.charAt(i)) && FoldedText.isUnspaced(folded.charAt(i + 1));
    }

    /** Two vowels of which the first has a tone, which may as well be written on the second; not behind q. */
    private static Optional<String> toned(String folded, int i) {
        if (i + 1 == folded.length() || (i > 0 && folded.charAt(i - 1) == 'q')) {
            return Optional.empty();
        }
        for (String[] pair : FoldedText.TONES) {
            int tone = pair[1].indexOf(folded.charAt(i));
            if (tone >= 0 && folded.charAt(i + 1) == pair[0].charAt(1)) {
                return Optional.of("(?:" + one(pair[1].charAt(tone)) + one(pair[0].charAt(1)) + "|"
                        + one(pair[0].charAt(0)) + one(pair[2].charAt(tone)) + ")");
            }
        }
        return Optional.empty();
    }

    private static String one(char c) {
        String others = others(c);
        if (others.isEmpty()) {
            return quoted(c);
        }
        var out = new StringBuilder("[").append(quoted(c));
        others.chars().forEach(other -> out.append(quoted(other)));
        return out.append(']').toString();
    }

    private static String others(char c) {
        String others = VARIANTS.getOrDefault(c, "");
        return c == FoldedText.BURMESE_WA ? others + FoldedText.BURMESE_ZERO : others;
    }

    private static String quoted(int c) {
        return Character.isLetterOrDigit(c) || isMark(c) ? Character.toString(c) : String.format("\\x{%X}", c);
    }

    /** Whether a part has neither spaces, nor vowels whose tone may move, nor letters between which a space may stand. */
    private static boolean isFixed(String folded, int start, int end) {
        for (int i = start; i < end; i++) {
            boolean mayDiffer = folded.charAt(i) == ' '
                    || toned(folded, i).isPresent()
                    || (i > 0 && toned(folded, i - 1).isPresent())
                    || (i + 1 < end && isUnspacedAfter(folded, i));
            if (mayDiffer) {
                return false;
            }
        }
        return true;
    }

    /** All spellings of a fixed part; one too many if they are many. */
    private static List<String> spellings(String part) {
        List<String> spellings = List.of("");
        for (int i = 0; i < part.length() && spellings.size() <= MOST_SPELLINGS; i++) {
            String choices = part.charAt(i) + others(part.charAt(i));
            var longer = new ArrayList<String>();
            for (String spelling : spellings) {
                choices.chars().forEach(choice -> longer.add(spelling + (char) choice));
            }
            spellings = longer;
        }
        return List.copyOf(spellings);
    }

    /** The longest fixed part with a letter that is none of ASCII and with few spellings. */
    private static List<String> parts(String folded) {
        List<String> best = List.of();
        int longest = 0;
        for (int start = 0; start < folded.length(); start++) {
            for (int end = start + 1; end <= folded.length() && isFixed(folded, start, end); end++) {
                String part = folded.substring(start, end);
                List<String> spellings = spellings(part);
                if (spellings.size() > MOST_SPELLINGS) {
                    break;
                }
                boolean isWhole = !Character.isLowSurrogate(part.charAt(0))
                        && !Character.isHighSurrogate(part.charAt(part.length() - 1));
                if (part.length() > longest && isWhole && part.chars().anyMatch(c -> c > LAST_ASCII)) {
                    longest = part.length();
                    best = spellings;
                }
            }
        }
        return best;
    }

    private static Map<Character, String> variants() {
        var variants = new HashMap<Character, String>();
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            char folded = FoldedText.fold((char) c);
            if (folded != c
                    && folded != ' '
                    && c != DOTTED_I
                    && Normalizer.isNormalized(Character.toString(c), Normalizer.Form.NFC)) {
                variants.merge(folded, Character.toString(c), String::concat);
            }
        }
        return Map.copyOf(variants);
    }
}
