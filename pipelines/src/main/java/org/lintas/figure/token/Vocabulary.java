package org.lintas.figure.token;

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
public final class Vocabulary {

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

    private static final int TEN = 10;

    /** How a Tamil term ends that stands for all its forms: a consonant without a vowel. */
    private static final String DOTTED = "்*";

    /** The kinds whose code is a value, which may follow a code: {@code follows:4}. */
    private static final Set<Token.Kind> NUMBERS =
            Set.of(Token.Kind.NUMBER, Token.Kind.BOUND, Token.Kind.MAGNITUDE, Token.Kind.PERSONS);

    /** The kinds of words of which forms are made, if they are not too short: forms of பேர் begin other words. */
    private static final Set<Token.Kind> INFLECTED = Set.of(
            Token.Kind.CURRENCY,
            Token.Kind.UNIT,
            Token.Kind.GOODS,
            Token.Kind.ITEM,
            Token.Kind.PERSON,
            Token.Kind.PART);

    private static final Set<Token.Kind> PEOPLE = Set.of(Token.Kind.PERSON, Token.Kind.PART);

    private static final int SHORTEST_INFLECTED = 6;

    /** The vowel signs with which endings of nouns begin. */
    private static final String TAMIL_VOWELS = "ைுிா";

    private final Language language;
    private final NumberReader numbers;
    private final Lexicon lexicon;
    private final List<Token> meanings;
    private final Singles singles;

    private Vocabulary(
            Language language, NumberReader numbers, Lexicon lexicon, List<Token> meanings, Singles singles) {
        this.language = language;
        this.numbers = numbers;
        this.lexicon = lexicon;
        this.meanings = meanings;
        this.singles = singles;
    }

    /** Whether the word for "and" stands within numbers of a language, too: two hundred and five. */
    public static boolean addsByAnd(Language language) {
        return language == Language.ENGLISH || language == Language.TAGALOG;
    }

    /** Whether there is a table of words of a language. */
    public static boolean knows(Language language) {
        return THOUSANDS.containsKey(language);
    }

    /** That of a language, with the words that all languages share. */
    public static Vocabulary of(Language language) {
        Map<String, Token> words = new HashMap<>();
        Map<String, Token> singular = new HashMap<>();
        for (String table : List.of("every", language.code())) {
            for (var row : WordTable.read(Vocabulary.class, "words/" + table + ".tsv", 3)) {
                Token meaning = meaning(row.get(0), row.get(1));
                words.put(row.get(2), meaning);
                if (INFLECTED.contains(meaning.kind())) {
                    inflected(row.get(2)).forEach(form -> words.putIfAbsent(form, meaning));
                }
                if (language == Language.ENGLISH && PEOPLE.contains(meaning.kind())) {
                    Singles.singular(row.get(2)).ifPresent(word -> singular.put(word, meaning));
                }
            }
        }
        Set<String> known = Set.copyOf(words.keySet());
        singular.forEach(words::putIfAbsent);
        List<String> terms = words.keySet().stream().sorted().toList();
        return new Vocabulary(
                language,
                new NumberReader(THOUSANDS.get(language), SPACED.getOrDefault(language, Set.of())),
                new Lexicon(
                        terms.stream()
                                .map(term -> new Lexicon.Entry(term, term, false))
                                .toList(),
                        Lexicon.Overlap.ACROSS_KEYS),
                terms.stream().map(words::get).toList(),
                new Singles(language, singular.keySet(), known));
    }

    /** The forms of a Tamil noun with any ending, whose last consonant takes a vowel sign in place of its dot: ஹெரோயின், ஹெரோயினை. */
    private static List<String> inflected(String term) {
        if (!term.endsWith(DOTTED) || term.length() < SHORTEST_INFLECTED) {
            return List.of();
        }
        String stem = term.substring(0, term.length() - DOTTED.length());
        return TAMIL_VOWELS.chars().mapToObj(vowel -> stem + (char) vowel + "*").toList();
    }

    /**
     * A code of the form {@code kg:0.001} has a factor; that of a number or a magnitude is one; {@code -} means none. A unit of
     * the form {@code piece@ammunition,fish} counts these goods only.
     */
    private static Token meaning(String kind, String code) {
        var meant = Token.Kind.valueOf(kind.toUpperCase(Locale.ROOT));
        String[] restricted = code.split("@", 2);
        String[] parts = restricted[0].split(":", 2);
        boolean isNumber = NUMBERS.contains(meant) && parts.length == 1;
        double value = isNumber ? Double.parseDouble(code) : parts.length == 2 ? Double.parseDouble(parts[1]) : 1;
        Set<String> only = restricted.length == 2 ? Set.of(restricted[1].split(",")) : Set.of();
        return new Token(meant, 0, 0, isNumber || parts[0].equals("-") ? "" : parts[0], value, only);
    }

    /**
     * The words and numbers of a text, in its order; numbers inside words, such as in AK-47 or 22h, are left out.
     *
     * @param home by what currencies without a country are told
     */
    public List<Token> tokens(String text, HomeCurrencies home) {
        List<Token> words = words(text, home);
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
            boolean isOfCurrency =
                    next > 0 && words.get(next - 1).is(Token.Kind.CURRENCY) && before >= number.start() - 1;
            boolean hasPoint = number.start() > 0 && text.charAt(number.start() - 1) == '.';
            if (after >= number.end() && !isCut && (!hasPoint || isOfCurrency)) {
                tokens.add(isBracketed(text, number) ? number.at(number.start(), number.end() + 1) : number);
            }
        }
        tokens.addAll(words.subList(next, words.size()));
        tokens.removeIf(token -> token.is(Token.Kind.IGNORE));
        return singles.told(text, joined(text, Numerals.joined(language, text, tokens)));
    }

    /** Whether a number is in brackets of its own, as Burmese has them before what it counts: (၁၅) ဦး. */
    private boolean isBracketed(String text, Token number) {
        return language == Language.BURMESE
                && number.start() > 0
                && text.charAt(number.start() - 1) == '('
                && text.startsWith(")", number.end());
    }

    /**
     * The tokens with numbers on both sides of a word for a decimal point made one: 6 point 19; and decimals that a space cuts before their unit:
     * 1976,9 3g. A number of which only one side is read is left out.
     */
    private List<Token> joined(String text, List<Token> tokens) {
        var joined = new ArrayList<Token>(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            Token whole = tokens.get(i);
            boolean hasPoint = isBeside(text, tokens, i, Token.Kind.NUMBER, Token.Kind.POINT);
            boolean isBehind = isBeside(text, tokens, i + 1, Token.Kind.POINT, Token.Kind.NUMBER);
            if (hasPoint && isBehind && isDecimal(text, whole, tokens.get(i + 2))) {
                int last = lastDecimal(text, tokens, i + 2);
                joined.add(Token.number(whole.start(), tokens.get(last).end(), decimal(text, tokens, i, last)));
                i = last;
            } else if (isDecimalsAlone(text, tokens, i)) {
                Token decimals = tokens.get(i + 1);
                double scale = Math.pow(TEN, decimals.end() - decimals.start());
                joined.add(Token.number(whole.start(), decimals.end(), decimals.value() / scale));
                i++;
            } else if (isDecimalInWords(text, tokens, i)) {
                i++;
            } else if (isCutBeforeUnit(text, tokens, i)) {
                Token last = tokens.get(i + 1);
                double scale = Math.pow(TEN, decimals(text, whole) + 1);
                joined.add(Token.number(whole.start(), last.end(), whole.value() + last.value() / scale));
                i++;
            } else if (!hasPoint && !whole.is(Token.Kind.POINT) && !isCutOff(whole)) {
                joined.add(whole);
            }
        }
        return joined;
    }

    /** Whether the numbers beside a word for a decimal point are one: only Burmese has it beside digits, elsewhere it is an hour: 3点500万元. */
    private boolean isDecimal(String text, Token whole, Token decimals) {
        boolean areWords =
                !Character.isDigit(text.charAt(whole.start())) && !Character.isDigit(text.charAt(decimals.start()));
        return language == Language.BURMESE || areWords;
    }

    /** Whether a number in words is what follows a decimal point whose other side is not read: nol koma lima. */
    private boolean isDecimalInWords(String text, List<Token> tokens, int at) {
        return isBeside(text, tokens, at, Token.Kind.POINT, Token.Kind.NUMBER)
                && !Character.isDigit(text.charAt(tokens.get(at + 1).start()));
    }

    /** Whether a Burmese decimal point has no number before it: ဒသမ ၃၅. */
    private boolean isDecimalsAlone(String text, List<Token> tokens, int at) {
        return language == Language.BURMESE
                && isBeside(text, tokens, at, Token.Kind.POINT, Token.Kind.NUMBER)
                && Character.isDigit(text.charAt(tokens.get(at + 1).start()));
    }

    /** The last of the decimals that begin at an index: digits, or words that are one digit each. */
    private static int lastDecimal(String text, List<Token> tokens, int first) {
        int last = first;
        while (isDigitWord(text, tokens.get(last))
                && isBeside(text, tokens, last, Token.Kind.NUMBER, Token.Kind.NUMBER)
                && isDigitWord(text, tokens.get(last + 1))) {
            last++;
        }
        return last;
    }

    private static boolean isDigitWord(String text, Token number) {
        return !Character.isDigit(text.charAt(number.start())) && number.value() < TEN;
    }

    /** A number with its decimals, which are two tokens behind it and up to the last. */
    private static double decimal(String text, List<Token> tokens, int whole, int last) {
        double value = tokens.get(whole).value();
        double scale = 1;
        for (int i = whole + 2; i <= last; i++) {
            Token part = tokens.get(i);
            boolean isDigits = Character.isDigit(text.charAt(part.start()));
            scale *= Math.pow(TEN, isDigits ? part.end() - part.start() : digits(part.value()));
            value += part.value() / scale;
        }
        return value;
    }

    /** How many digits a whole number has. */
    private static int digits(double number) {
        return Long.toString((long) number).length();
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

    private List<Token> words(String text, HomeCurrencies home) {
        var words = new ArrayList<Token>();
        for (Lexicon.Hit hit : lexicon.find(text)) {
            if (!NumberReader.isLetter(text, hit.start() - 1) && !isLetterBehind(text, hit.end())) {
                words.add(home.resolved(meanings.get(hit.entry())).at(hit.start(), hit.end()));
            }
        }
        return words;
    }

    /** A word that may touch a digit must still not be inside another word. */
    private static boolean isLetterBehind(String text, int at) {
        return NumberReader.isLetter(text, at) && NumberReader.isLetter(text, at - 1);
    }
}
