package org.lintas.figure.token;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lintas.figure.token.Token.Kind;
import org.lintas.text.Language;

/** One person told by an article, with an age and adjectives: a 33-year-old Thai driver, isang 29-anyos na babae. */
final class Singles {

    /** How far before the word for a person the article may be. */
    private static final int REACH = 44;

    private static final Map<Language, Pattern> ARTICLES = Map.of(
            Language.ENGLISH,
            Pattern.compile(
                    "(?i)\\b(?:an?|one|another) (?:\\d{1,3}-year-old )?(?:(?!(?:of|and|or|to|in|who|for|with)\\b)[\\p{L}'’-]+ ){0,3}$"),
            Language.TAGALOG,
            Pattern.compile("(?i)\\bisang (?:\\d{1,3}[- ](?:anyos|taong gulang) na )?(?:[\\p{L}-]+ ){0,2}$"),
            Language.INDONESIAN,
            Pattern.compile("(?i)\\bseorang $"),
            Language.MALAY,
            Pattern.compile("(?i)\\bseorang $"));

    /** What may be told between the article and the person. */
    private static final Set<Kind> PASSED = Set.of(Kind.NUMBER, Kind.STOP, Kind.LINK, Kind.PERSON, Kind.SEX);

    private final Pattern article;
    private final Set<String> singular;
    private final Set<String> known;

    /**
     * Of a language.
     *
     * @param singular words for one person, in lower case; empty if words do not tell how many they are of
     * @param known those that also count without an article
     */
    Singles(Language language, Set<String> singular, Set<String> known) {
        this.article = ARTICLES.get(language);
        this.singular = singular;
        this.known = known;
    }

    /** The tokens with a number that stands for the article and what is told before the person. */
    List<Token> told(String text, List<Token> tokens) {
        if (article == null) {
            return tokens;
        }
        var told = new ArrayList<Token>(tokens.size());
        for (Token token : tokens) {
            boolean arePeople = token.is(Kind.PERSON) || token.is(Kind.PART);
            boolean isTold = arePeople && addArticle(text, token, told);
            if (!arePeople || isTold || !singular.contains(word(text, token)) || known.contains(word(text, token))) {
                told.add(token);
            }
        }
        return told;
    }

    private static String word(String text, Token token) {
        return text.substring(token.start(), token.end()).toLowerCase(Locale.ROOT);
    }

    /** Adds a number for the article of a person, in place of what is told between, if there is one. */
    private boolean addArticle(String text, Token person, List<Token> told) {
        if (!singular.isEmpty() && !singular.contains(word(text, person))) {
            return false;
        }
        int from = Math.max(0, person.start() - REACH);
        Matcher found = article.matcher(text.substring(from, person.start()));
        if (!found.find()) {
            return false;
        }
        int start = from + found.start();
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
