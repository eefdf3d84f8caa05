package org.lintas.entity;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.lintas.text.Language;

/**
 * Finds names of persons beside titles, nationalities and words for suspects, and of those accused before their age. Names of victims and minors are left out: those near a
 * word for a victim or a child, and those with an age or a year of birth below 18 years.
 */
final class PersonFinder {

    /** Names of a text beyond these are not looked for. */
    static final int MAX_PERSONS = 200;

    /** A word for a victim spares the names this far behind it, in UTF-16 units, up to the end of the sentence. */
    private static final int SPARED = 60;

    /** How far behind a name a mark of it stands: behind a bracket or a comma. */
    private static final int MARK_WITHIN = 3;

    /** The age of those who are named, in years: those younger are minors. */
    static final int ADULT = 18;

    /** How far behind a name, or before it, its age stands. */
    private static final int AGE_WITHIN = 40;

    /**
     * An age: a number of one or two digits right behind the name, in brackets or with a word for years; behind a comma, also before the end of a sentence
     * or another name; or behind a word for age.
     */
    private static final Pattern AGE = Pattern.compile(
            "^[\\s,(（、，]{0,3}(\\p{Nd}{1,2})(?=\\s?(?:[)）,，]|tahun|thn|th\\b|tuổi|ปี|ឆ្នាំ|ປີ|နှစ်|岁|歲|years|yrs|-year|-?taon|-?anyos))"
                    + "|^(?:, | ?\\()(\\p{Nd}{1,2})(?=[.;](?!\\d)| (?:and|dan|at|và) )"
                    + "|(?:อายุ|អាយុ|អាយូ|ອາຍຸ|အသက်|年僅|年仅|aged |umur |usia )\\D{0,2}(\\p{Nd}{1,2})");

    /** An age right before a name or its title: 17-year-old, အသက် ၁၇ နှစ်အရွယ်. */
    private static final Pattern AGE_BEFORE = Pattern.compile(
            "(?:(?:อายุ|អាយុ|អាយូ|ອາຍຸ|အသက်|年僅|年仅|\\b(?:aged|umur|usia|berumur|berusia)\\s)[^\\p{Nd}]{0,2}(\\p{Nd}{1,2})"
                    + "|(?<!\\p{Nd})(\\p{Nd}{1,2})(?:-year-old|-anyos|-taong|\\s?tuổi|\\s?[岁歲]))[^\\p{Nd}.!?;\\n။។。]{0,16}$");

    private static final int TEN = 10;

    private static final Pattern YEAR = Pattern.compile("^\\D{0,4}(\\d{4})");

    private final NameWords words;
    private final AgedNames ages;
    private final NameReader reader;

    private PersonFinder(NameWords words, AgedNames ages, NameReader reader) {
        this.words = words;
        this.ages = ages;
        this.reader = reader;
    }

    static PersonFinder of(Language language) {
        NameWords words = NameWords.of(language);
        return new PersonFinder(
                words,
                new AgedNames(language),
                switch (language) {
                    case THAI, LAO, KHMER -> new UnspacedNames(words, language);
                    case BURMESE -> new BurmeseNames(words);
                    case CHINESE -> new ChineseNames(words);
                    default -> new LatinNames(words);
                });
    }

    /**
     * The names in a text, in its order.
     *
     * @param published when it was published, null if unknown
     */
    List<Span> find(String text, Instant published) {
        var persons = new ArrayList<Span>();
        int spared = -1;
        int end = 0;
        List<NameWords.Cue> cues = ages.besideNames(text, words.cues(text));
        for (int i = 0; i < cues.size(); i++) {
            NameWords.Cue cue = cues.get(i);
            if (cue.kind() == NameWords.Kind.SPARED) {
                spared = cue.end() + SPARED;
                continue;
            }
            if (i + 1 < cues.size() && follows(text, cue, cues.get(i + 1))) {
                continue;
            }
            boolean isBehind = cue.kind() == NameWords.Kind.BEHIND || cue.kind() == NameWords.Kind.AGE;
            Optional<Span> name = isBehind ? reader.before(text, cue) : reader.after(text, cue);
            if (name.isEmpty() || name.get().start() < end) {
                continue;
            }
            boolean isSpared = name.get().start() < spared
                    && isOneSentence(text, spared - SPARED, name.get().start());
            if (!isSpared && !isMarked(cues, i + 1, name.get().end()) && !isMinor(text, name.get(), cue, published)) {
                persons.add(name.get());
            }
            end = name.get().end();
            if (persons.size() == MAX_PERSONS) {
                break;
            }
        }
        return persons;
    }

    /** Whether a word right behind a name says that it is not the real one, or that of a victim. */
    private static boolean isMarked(List<NameWords.Cue> cues, int next, int end) {
        for (int i = next; i < cues.size() && cues.get(i).start() <= end + MARK_WITHIN; i++) {
            if (cues.get(i).kind() == NameWords.Kind.SPARED && cues.get(i).start() >= end) {
                return true;
            }
        }
        return false;
    }

    /** Whether a title stands right behind another one. */
    private static boolean follows(String text, NameWords.Cue cue, NameWords.Cue next) {
        return next.kind() == NameWords.Kind.TITLE
                && (next.start() == cue.end() || (next.start() == cue.end() + 1 && text.charAt(cue.end()) == ' '));
    }

    private static boolean isOneSentence(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if ("\n។။。!?！？".indexOf(text.charAt(i)) >= 0) {
                return false;
            }
        }
        return true;
    }

    /** A number in digits of any script. */
    private static int number(String digits) {
        return digits.codePoints()
                .map(digit -> Character.digit(digit, TEN))
                .reduce(0, (all, digit) -> all * TEN + digit);
    }

    private static int age(Matcher found) {
        return IntStream.rangeClosed(1, found.groupCount())
                .mapToObj(found::group)
                .filter(Objects::nonNull)
                .mapToInt(PersonFinder::number)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isMinor(String text, Span name, NameWords.Cue cue, Instant published) {
        Matcher age = AGE.matcher(text).region(name.end(), Math.min(text.length(), name.end() + AGE_WITHIN));
        if (age.find() && age(age) < ADULT) {
            return true;
        }
        int start = Math.min(name.start(), cue.start());
        Matcher before = AGE_BEFORE.matcher(text).region(Math.max(0, start - AGE_WITHIN), start);
        if (before.find() && age(before) < ADULT) {
            return true;
        }
        if (cue.kind() != NameWords.Kind.BEHIND) {
            return false;
        }
        Matcher year = YEAR.matcher(text).region(cue.end(), Math.min(text.length(), cue.end() + AGE_WITHIN));
        if (!year.find()) {
            return false;
        }
        // Without a date the article is taken for one of the year 2000 or later.
        int now = published == null ? 2_000 : published.atOffset(ZoneOffset.UTC).getYear();
        return number(year.group(1)) > now - ADULT;
    }
}
