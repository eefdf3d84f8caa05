package org.lintas.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lintas.text.Language;
import org.lintas.text.Lexicon;
import org.lintas.text.WordTable;

/** The words of a language that make figures: number words, magnitudes, currencies, units, goods, people. */
final class Vocabulary {

    /** The languages with a table of words, and the characters that separate thousands in them; Khmer uses both. */
    private static final Map<Language, String> THOUSANDS = Map.of(
            Language.INDONESIAN, ".",
            Language.MALAY, ",",
            Language.THAI, ",",
            Language.VIETNAMESE, ".",
            Language.TAGALOG, ",",
            Language.KHMER, ",.",
            Language.ENGLISH, ",",
            Language.CHINESE, ",");

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
                new NumberReader(THOUSANDS.get(language)),
                new Lexicon(
                        terms.stream()
                                .map(term -> new Lexicon.Entry(term, term, false))
                                .toList(),
                        Lexicon.Overlap.ACROSS_KEYS),
                terms.stream().map(words::get).toList());
    }

    /** A code of the form {@code kg:0.001} has a factor; that of a number or a magnitude is one; {@code -} means none. */
    private static Token meaning(String kind, String code) {
        var meant = Token.Kind.valueOf(kind.toUpperCase(Locale.ROOT));
        String[] parts = code.split(":", 2);
        boolean isNumber = meant == Token.Kind.NUMBER || meant == Token.Kind.MAGNITUDE;
        double value = isNumber ? Double.parseDouble(code) : parts.length == 2 ? Double.parseDouble(parts[1]) : 1;
        return new Token(meant, 0, 0, isNumber || parts[0].equals("-") ? "" : parts[0], value);
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
        return tokens;
    }

    private List<Token> words(String text) {
        var words = new ArrayList<Token>();
        for (Lexicon.Hit hit : lexicon.find(text)) {
            if (!NumberReader.isLetter(text, hit.start() - 1) && !isLetterBehind(text, hit.end())) {
                Token meaning = meanings.get(hit.entry());
                words.add(new Token(meaning.kind(), hit.start(), hit.end(), meaning.code(), meaning.value()));
            }
        }
        return words;
    }

    /** A word that may touch a digit must still not be inside another word. */
    private static boolean isLetterBehind(String text, int at) {
        return NumberReader.isLetter(text, at) && NumberReader.isLetter(text, at - 1);
    }
}
