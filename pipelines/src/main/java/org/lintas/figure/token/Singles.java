package org.lintas.figure.token;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lintas.figure.token.Token.Kind;
import org.lintas.text.Language;

/** One person told by an article, with an age and adjectives: a 33-year-old Thai driver, isang 29-anyos na babae. */
final class Singles {

    /** How far before the word for a person the article may be. */
    private static final int REACH = 44;

    private static final Map<Language, Pattern> ARTICLES = Map.of(
            Language.ENGLISH,
            Pattern.compile(
                    "(?i)\\b(?:an?|one|another) (?:\\d{1,3}-year-old )?(?:(?!(?:of|and|or|to|in|who|for|with|an?|one|another)\\b)[\\p{L}'’-]+ ){0,3}$"),
            Language.TAGALOG,
            Pattern.compile(
                    "(?i)\\bisang (?:\\d{1,3}[- ](?:anyos|taong gulang) na )?(?:(?!isang\\b)[\\p{L}-]+ ){0,2}$"),
            Language.INDONESIAN,
            Pattern.compile("(?i)\\bseorang $"),
            Language.MALAY,
            Pattern.compile("(?i)\\bseorang $"));

    /** What may be told between the article and the person. */
    private static final Set<Kind> PASSED = Set.of(Kind.NUMBER, Kind.STOP, Kind.LINK, Kind.PERSON, Kind.SEX);

    /** How English words for several people end, and those for one of them; an ending before those that it contains. */
    private static final Map<String, String> PLURALS = plurals();

    /** English words for groups, of which one is more than one person, and those whose singular is mostly an adjective. */
    private static final Set<String> NO_PERSON = Set.of(
            "couples",
            "families",
            "gangs",
            "groups",
            "pairs",
            "crews",
            "teams",
            "majors",
            "locals",
            "generals",
            "seniors",
            "privates",
            "regulars");

    private final Pattern article;

    /** The words for one person by their form in lower case. */
    private final Map<String, String> singular;

    private final Set<String> known;

    /**
     * Of a language.
     *
     * @param singular words for one person; empty if words do not tell how many they are of
     * @param known those that also count without an article
     */
    Singles(Language language, Set<String> singular, Set<String> known) {
        this.article = ARTICLES.get(language);
        this.singular = singular.stream()
                .sorted()
                .collect(Collectors.toMap(word -> word.toLowerCase(Locale.ROOT), word -> word, (one, other) -> other));
        this.known = known;
    }

    private static Map<String, String> plurals() {
        Map<String, String> endings = new LinkedHashMap<>();
        endings.put("children", "child");
        endings.put("people", "person");
        endings.put("thieves", "thief");
        endings.put("wives", "wife");
        endings.put("kies", "kie");
        endings.put("ies", "y");
        endings.put("men", "man");
        endings.put("sses", "ss");
        endings.put("ches", "ch");
        endings.put("s", "");
        return endings;
    }

    /** The English word for one of those whom a plural means: fishermen, ladies, drivers. Empty if it is none. */
    static Optional<String> singular(String plural) {
        return PLURALS.entrySet().stream()
                .filter(ending ->
                        plural.endsWith(ending.getKey()) && !plural.endsWith("ss") && !NO_PERSON.contains(plural))
                .findFirst()
                .map(ending ->
                        plural.substring(0, plural.length() - ending.getKey().length()) + ending.getValue());
    }

    /** The tokens with a number that stands for the article and what is told before the person. */
    List<Token> told(String text, List<Token> tokens) {
        if (article == null) {
            return tokens;
        }
        var told = new ArrayList<Token>(tokens.size());
        for (Token token : tokens) {
            boolean arePeople = token.is(Kind.PERSON) || token.is(Kind.PART);
            if (!arePeople || counts(text, token, told)) {
                told.add(token);
            }
        }
        return told;
    }

    /** Whether a word for people counts; a number for its article is added before it, if there is one. */
    private boolean counts(String text, Token people, List<Token> told) {
        String word = text.substring(people.start(), people.end());
        String term = singular.get(word.toLowerCase(Locale.ROOT));
        if (term == null) {
            if (singular.isEmpty()) {
                addArticle(text, people, told);
            }
            return true;
        }
        boolean isWritten = !Character.isUpperCase(term.charAt(0)) || Character.isUpperCase(word.charAt(0));
        return (isWritten && addArticle(text, people, told)) || known.contains(term);
    }

    /** Adds a number for the article of a person, in place of what is told between, if there is one. */
    private boolean addArticle(String text, Token person, List<Token> told) {
        Matcher found = article.matcher(text)
                .region(Math.max(0, person.start() - REACH), person.start())
                .useTransparentBounds(true);
        if (!found.find()) {
            return false;
        }
        int start = found.start();
        int first = told.size();
        while (first > 0 && told.get(first - 1).start() >= start) {
            first--;
        }
        List<Token> between = told.subList(first, told.size());
        boolean isWhole = first == 0 || told.get(first - 1).end() <= start;
        if (!isWhole || !between.stream().allMatch(token -> PASSED.contains(token.kind()))) {
            return false;
        }
        between.clear();
        told.add(Token.number(start, person.start(), 1).withCode(Token.SINGLE));
        return true;
    }
}
