package org.lintas.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lintas.entity.NameWords.Cue;
import org.lintas.entity.NameWords.Kind;
import org.lintas.text.Language;

/**
 * Finds the ages behind names of those who are accused: "arrested Budi Santoso (34)". Of the words of the same sentence that tell who somebody is the nearest
 * before the age counts: that of an arrest, a charge or a sentence, or of a suspect. If there is none, the next behind the age counts. A list goes on within
 * its sentence: who stands behind an accused is accused, unless a word between them tells something else. No age is found where the word that counts, or the next one
 * behind the age, tells of somebody harmed, a relative or a witness, nor one below {@link PersonFinder#ADULT}. Finds nothing in languages without words of
 * charges.
 */
final class AgedNames {

    /** How far before an age the word is that tells who somebody is, in UTF-16 units. */
    private static final int BEFORE = 200;

    /** How far behind it. */
    private static final int BEHIND = 80;

    /** How far behind an age the next one of a list is: where the first lives, and the second name. */
    private static final int LISTED = 110;

    /** Words with a full stop that are no longer are abbreviations. */
    private static final int LONGEST_ABBREVIATION = 3;

    private static final String BEGIN = "(?<=[\\p{L}.])(?:, (?:aged )?|,? ?\\()(\\d{2})";
    private static final String YEARS = "[ -]?(?:tahun|thn|th|tuổi|anyos|taon|taong gulang|years? old|yrs)";
    private static final String END = "(?=[);]|[.,](?!\\d)| (?:and|dan|at|và)(?!\\p{L}))";

    /** A number of two digits behind a name, in brackets or between commas, which may have a word for years. */
    private static final Pattern AGE = Pattern.compile(BEGIN + "(?:" + YEARS + ")?" + END);

    /** The same with a word for years, without which the Vietnamese press writes no age. */
    private static final Pattern AGE_IN_YEARS = Pattern.compile(BEGIN + YEARS + END);

    private final Pattern pattern;

    AgedNames(Language language) {
        pattern = language == Language.VIETNAMESE ? AGE_IN_YEARS : AGE;
    }

    /**
     * The words that stand beside names, and the ages, in the order of the text.
     *
     * @param words of the table, in the order of the text, with those that only tell who somebody is
     */
    List<Cue> besideNames(String text, List<Cue> words) {
        List<Cue> beside = words.stream()
                .filter(word -> word.kind() != Kind.CHARGED && word.kind() != Kind.OTHER)
                .toList();
        if (words.stream().noneMatch(word -> word.kind() == Kind.CHARGED)) {
            return beside;
        }
        return Stream.concat(beside.stream(), ages(text, words).stream())
                .sorted(Comparator.comparingInt(Cue::start))
                .toList();
    }

    private List<Cue> ages(String text, List<Cue> words) {
        List<Cue> tellingWho = words.stream().filter(AgedNames::tellsWho).toList();
        var ages = new ArrayList<Cue>();
        Matcher age = pattern.matcher(text);
        int next = 0;
        int lastAccused = -1;
        while (age.find()) {
            while (next < tellingWho.size() && tellingWho.get(next).start() < age.start()) {
                next++;
            }
            Kind before = next == 0 ? Kind.NONE : told(text, tellingWho.get(next - 1), age.start());
            boolean isListed = lastAccused >= 0
                    && age.start() - lastAccused <= LISTED
                    && (next == 0 || tellingWho.get(next - 1).end() <= lastAccused)
                    && isOneSentence(text, lastAccused, age.start());
            Optional<Cue> behind = firstBehind(age.end(), tellingWho.subList(next, tellingWho.size()));
            boolean isChargedBehind = behind.filter(
                            word -> word.kind() == Kind.CHARGED && isOneSentence(text, age.end(), word.start()))
                    .isPresent();
            boolean isAccused = isListed || isCharge(before) || (before == Kind.NONE && isChargedBehind);
            boolean isSpared = behind.filter(word -> word.kind() == Kind.OTHER || word.kind() == Kind.SPARED)
                    .isPresent();
            if (isAccused && !isSpared && Integer.parseInt(age.group(1)) >= PersonFinder.ADULT) {
                ages.add(new Cue(Kind.AGE, age.start(), age.end()));
                lastAccused = age.end();
            }
        }
        return ages;
    }

    /** The first of some words that is behind an age, if it is near. */
    private static Optional<Cue> firstBehind(int age, List<Cue> words) {
        return words.stream()
                .filter(word -> word.start() >= age)
                .findFirst()
                .filter(word -> word.start() - age <= BEHIND);
    }

    /** What a word before an age tells, if it is near and in the same sentence. */
    private static Kind told(String text, Cue word, int age) {
        boolean isNear = age - word.end() <= BEFORE && age >= word.end() && isOneSentence(text, word.end(), age);
        return isNear ? word.kind() : Kind.NONE;
    }

    private static boolean tellsWho(Cue word) {
        return switch (word.kind()) {
            case NAMED, CHARGED, SPARED, OTHER -> true;
            default -> false;
        };
    }

    private static boolean isCharge(Kind kind) {
        return kind == Kind.CHARGED || kind == Kind.NAMED;
    }

    /** Whether no sentence ends between two places, but for what is in brackets and for abbreviations. */
    private static boolean isOneSentence(String text, int from, int to) {
        int depth = 0;
        // What stands before is no abbreviation.
        int word = from - LONGEST_ABBREVIATION - 1;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth = 0;
            } else if (c == ' ') {
                word = i + 1;
            }
            boolean isFullStop =
                    c == '.' && depth == 0 && i - word > LONGEST_ABBREVIATION && text.startsWith(" ", i + 1);
            if (isFullStop || "\n!?".indexOf(c) >= 0) {
                return false;
            }
        }
        return true;
    }
}
