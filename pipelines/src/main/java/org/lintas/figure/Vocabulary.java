package org.lintas.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.lintas.text.Language;
import org.lintas.text.Lexicon;
import org.lintas.text.WordTable;

/** The words of a language that make figures: number words, magnitudes, currencies, units, goods, people. */
final class Vocabulary {

    /** The languages with a table of words, and the characters that separate thousands in them; Khmer and Lao use both. */
    private static final Map<Language, String> THOUSANDS = Map.ofEntries(
            Map.entry(Language.INDONESIAN, "."),
            Map.entry(Language.MALAY, ","),
            Map.entry(Language.THAI, ","),
            Map.entry(Language.VIETNAMESE, "."),
            Map.entry(Language.TAGALOG, ","),
            Map.entry(Language.KHMER, ",."),
            Map.entry(Language.ENGLISH, ","),
            Map.entry(Language.CHINESE, ","),
            Map.entry(Language.BURMESE, ","),
            Map.entry(Language.LAO, ",."),
            Map.entry(Language.TAMIL, ","));

    /** What else separates thousands in a language: groups are apart in Khmer, and in Tamil articles of Sri Lanka. */
    private static final Map<Language, Set<String>> SPACED = Map.of(
            Language.KHMER, Set.of(" ", "\u00A0", ", ", ". "),
            Language.TAMIL, Set.of(", "));

    private final NumberReader numbers;
    private final Lexicon lexicon;
    private final List<Token> meanings;

    private Vocabulary(NumberReader numbers, Lexicon lexicon, List<Token> meanings) {
        this.numbers = numbers;
        this.lexicon = lexicon;
        this.meanings = meanings;
    }

    /** Whether there is a table of words of a language. */
    static boolean knows(Language language) {
        return THOUSANDS.containsKey(language);
    }

    static Vocabulary of(Language language) {
        Map<String, Token> words = new HashMap<>();
        for (String table : List.of("every", language.code())) {
            for (var row : WordTable.read(Vocabulary.class, "words/" + table + ".tsv", 3)) {
                words.put(row.get(2), meaning(row.get(0), row.get(1)));
            }
        }
        List<String> terms = words.keySet().stream().sorted().toList();
        return new Vocabulary(
                new NumberReader(THOUSANDS.get(language), SPACED.getOrDefault(language, Set.of())),
                new Lexicon(
                        terms.stream()
                                .map(term -> new Lexicon.Entry(term, term, false))
                                .toList(),
                        Lexicon.Overlap.ACROSS_KEYS),
                terms.stream().map(words::get).toList());
    }

    /**
     * A code of the form {@code kg:0.001} has a factor; that of a number or a magnitude is one; {@code -} means none. A unit of
     * the form {@code piece@ammunition,fish} counts these goods only.
     */
    private static Token meaning(String kind, String code) {
        var meant = Token.Kind.valueOf(kind.toUpperCase(Locale.ROOT));
        String[] restricted = code.split("@", 2);
        String[] parts = restricted[0].split(":", 2);
        boolean isNumber = meant == Token.Kind.NUMBER || meant == Token.Kind.MAGNITUDE;
        double value = isNumber ? Double.parseDouble(code) : parts.length == 2 ? Double.parseDouble(parts[1]) : 1;
        Set<String> only = restricted.length == 2 ? Set.of(restricted[1].split(",")) : Set.of();
        return new Token(meant, 0, 0, isNumber || parts[0].equals("-") ? "" : parts[0], value, only);
    }

    /** The words and numbers of a text, in its order; numbers inside words, such as in AK-47 or 22h, are left out. */
    List<Token> tokens(String text) {
        List<Token> words = words(text);
        var tokens = new ArrayList<Token>();
        int next = 0;
        for (Token number : numbers.find(text)) {
            while (next < words.size() && words.get(next).end() <= number.start()) {
                tokens.add(words.get(next++));
            }
            int before = next == 0 ? 0 : words.get(next - 1).end();
            int after = next == words.size() ? text.length() : words.get(next).start();
            boolean isCut = (NumberReader.isLetter(text, number.start() - 1) && before != number.start())
                    || (NumberReader.isLetter(text, number.end()) && after != number.end());
            if (after >= number.end() && !isCut) {
                tokens.add(number);
            }
        }
        tokens.addAll(words.subList(next, words.size()));
        tokens.removeIf(token -> token.is(Token.Kind.IGNORE));
        return joined(text, tokens);
    }

    /**
     * The tokens with numbers on both sides of a word for a decimal point made one: 6 point 19; and decimals that a space cuts before their unit:
     * 1976,9 3g. A number of which only one side is read is left out.
     */
    private static List<Token> joined(String text, List<Token> tokens) {
        var joined = new ArrayList<Token>(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            Token whole = tokens.get(i);
            boolean hasPoint = isBeside(text, tokens, i, Token.Kind.NUMBER, Token.Kind.POINT);
            if (hasPoint && isBeside(text, tokens, i + 1, Token.Kind.POINT, Token.Kind.NUMBER)) {
                Token decimals = tokens.get(i + 2);
                double scale = Math.pow(10, decimals.end() - decimals.start());
                joined.add(Token.number(whole.start(), decimals.end(), whole.value() + decimals.value() / scale));
                i += 2;
            } else if (isCutBeforeUnit(text, tokens, i)) {
                Token last = tokens.get(i + 1);
                double scale = Math.pow(10, decimals(text, whole) + 1);
                joined.add(Token.number(whole.start(), last.end(), whole.value() + last.value() / scale));
                i++;
            } else if (!hasPoint && !whole.is(Token.Kind.POINT) && !isCutOff(whole)) {
                joined.add(whole);
            }
        }
        return joined;
    }

    /** Whether a number with one or two decimals is followed by one more digit, which touches a unit. */
    private static boolean isCutBeforeUnit(String text, List<Token> tokens, int at) {
        if (at + 2 >= tokens.size() || !isBeside(text, tokens, at, Token.Kind.NUMBER, Token.Kind.NUMBER)) {
            return false;
        }
        int decimals = decimals(text, tokens.get(at));
        Token last = tokens.get(at + 1);
        Token unit = tokens.get(at + 2);
        boolean isDigit = last.end() - last.start() == 1 && Character.isDigit(text.charAt(last.start()));
        return (decimals == 1 || decimals == 2)
                && last.start() == tokens.get(at).end() + 1
                && isDigit
                && unit.is(Token.Kind.UNIT)
                && unit.start() == last.end();
    }

    /** How many digits stand behind the last mark in a number. */
    private static int decimals(String text, Token number) {
        for (int i = number.end() - 1; i >= number.start(); i--) {
            if (!Character.isDigit(text.charAt(i))) {
                return text.charAt(i) == ',' || text.charAt(i) == '.' ? number.end() - 1 - i : 0;
            }
        }
        return 0;
    }

    /** Whether a number is zeros that belong to one before it. */
    private static boolean isCutOff(Token token) {
        return token.is(Token.Kind.NUMBER) && token.value() == 0 && token.end() - token.start() > 1;
    }

    private static boolean isBeside(String text, List<Token> tokens, int at, Token.Kind first, Token.Kind second) {
        return at + 1 < tokens.size()
                && tokens.get(at).is(first)
                && tokens.get(at + 1).is(second)
                && TokenText.touch(text, tokens.get(at), tokens.get(at + 1));
    }

    private List<Token> words(String text) {
        var words = new ArrayList<Token>();
        for (Lexicon.Hit hit : lexicon.find(text)) {
            if (!NumberReader.isLetter(text, hit.start() - 1) && !isLetterBehind(text, hit.end())) {
                words.add(meanings.get(hit.entry()).at(hit.start(), hit.end()));
            }
        }
        return words;
    }

    /** A word that may touch a digit must still not be inside another word. */
    private static boolean isLetterBehind(String text, int at) {
        return NumberReader.isLetter(text, at) && NumberReader.isLetter(text, at - 1);
    }
}
