package org.lintas.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lintas.entity.NameWords.Cue;
import org.lintas.entity.NameWords.Kind;

/**
 * Finds the ages behind names of those who are accused: "Budi Santoso (34)", "Trần Thị Tám (29 tuổi, trú tại …". Of the words nearby that tell who somebody is,
 * the nearest before the name counts: that of an arrest, a charge or a sentence, or of a suspect; in a list also that of the name before. If there is none,
 * the next behind counts. No age is found where the nearest, or the next one behind, tells of somebody harmed, a relative or a witness. Finds nothing in languages without
 * words of charges.
 */
final class AgedNames {

    /** How far before an age the word is that tells who somebody is, in UTF-16 units. */
    private static final int BEFORE = 200;

    /** How far behind it. */
    private static final int BEHIND = 80;

    /** How far behind an age the next one of a list is: where the first lives, and the second name. */
    private static final int LISTED = 110;

    /** A number of two digits behind a name, in brackets or between commas, which may have a word for years. */
    private static final Pattern AGE = Pattern.compile("(?<=[\\p{L}.])(?:, (?:aged )?|,? ?\\()(\\d{2})"
            + "(?: ?(?:tahun|thn|th|tuổi|anyos|taon|years? old))?(?=[,);]|\\.(?!\\d)| (?:and|dan|at|và)\\b)");

    private AgedNames() {}

    /**
     * All words beside names, in the order of the text: those of a table but for {@link Kind#CHARGED} and {@link Kind#OTHER}, and the ages.
     *
     * @param words of the table, in the order of the text
     */
    static List<Cue> with(String text, List<Cue> words) {
        List<Cue> beside = words.stream().filter(AgedNames::isBesideNames).toList();
        if (words.stream().noneMatch(word -> word.kind() == Kind.CHARGED)) {
            return beside;
        }
        return Stream.concat(beside.stream(), ages(text, words).stream())
                .sorted(Comparator.comparingInt(Cue::start))
                .toList();
    }

    private static boolean isBesideNames(Cue word) {
        return word.kind() != Kind.CHARGED && word.kind() != Kind.OTHER;
    }

    private static List<Cue> ages(String text, List<Cue> words) {
        List<Cue> telling = words.stream().filter(AgedNames::tellsWho).toList();
        var ages = new ArrayList<Cue>();
        Matcher age = AGE.matcher(text);
        int next = 0;
        int listed = -1;
        while (age.find()) {
            int start = age.start();
            while (next < telling.size() && telling.get(next).start() < start) {
                next++;
            }
            int from = text.lastIndexOf('\n', start) + 1;
            boolean isToldBefore = next > 0 && telling.get(next - 1).end() > Math.max(from, start - BEFORE);
            boolean isListed = listed >= from
                    && start - listed <= LISTED
                    && (next == 0 || telling.get(next - 1).end() <= listed);
            Kind behind = next < telling.size()
                            && isNear(text, age.end(), telling.get(next).start())
                    ? telling.get(next).kind()
                    : Kind.NONE;
            boolean isAccused =
                    isListed || (isToldBefore ? isCharge(telling.get(next - 1).kind()) : behind == Kind.CHARGED);
            if (isAccused && behind != Kind.OTHER && behind != Kind.SPARED) {
                ages.add(new Cue(Kind.AGE, start, age.end()));
                listed = age.end();
            }
        }
        return ages;
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

    private static boolean isNear(String text, int end, int start) {
        return start - end <= BEHIND && text.substring(end, start).indexOf('\n') < 0;
    }
}
