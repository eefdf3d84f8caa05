package org.lintas.entity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.lintas.text.Language;
import org.lintas.text.Lexicon;

/** Finds the names of a table in a text. */
final class AliasFinder {

    /** How far company may be from a name that needs it, in UTF-16 units. */
    private static final int NEAR = 300;

    private final List<Alias> aliases;
    private final Lexicon lexicon;

    private AliasFinder(List<Alias> aliases, Lexicon lexicon) {
        this.aliases = aliases;
        this.lexicon = lexicon;
    }

    /** A finder of the names that are looked for in a language. */
    static AliasFinder of(List<Alias> all, Language language) {
        List<Alias> aliases = all.stream().filter(alias -> alias.isIn(language)).toList();
        // Exclusions mask the names of their entity, so that the key is its id; hits of different entities compete.
        List<Lexicon.Entry> entries = aliases.stream()
                .map(alias -> new Lexicon.Entry(alias.entity().id(), alias.name(), alias.use() == Alias.Use.EXCLUSION))
                .toList();
        return new AliasFinder(aliases, new Lexicon(entries, Lexicon.Overlap.ACROSS_KEYS));
    }

    /**
     * A name in a text; offsets in UTF-16 units.
     *
     * @param start first unit
     * @param end unit after the last
     */
    record Found(Alias alias, int start, int end) {}

    /**
     * The names that count, in the order of the text.
     *
     * @param isCompany whether a term of a topic or a country starts at most {@link #NEAR} units before or after an offset
     */
    List<Found> find(String text, IntPredicate isCompany) {
        var hits = new ArrayList<Found>();
        for (Lexicon.Hit hit : lexicon.find(text)) {
            Alias alias = aliases.get(hit.entry());
            if (isWrittenAsName(alias.name(), text, hit)) {
                hits.add(new Found(alias, hit.start(), hit.end()));
            }
        }
        Set<String> named = new HashSet<>();
        hits.stream()
                .filter(hit -> hit.alias.use() == Alias.Use.ALONE)
                .forEach(hit -> named.add(hit.alias.entity().id()));
        int[] sure = hits.stream()
                .filter(hit -> hit.alias.use() == Alias.Use.ALONE)
                .mapToInt(Found::start)
                .toArray();
        var counting = new ArrayList<Found>();
        for (Found hit : hits) {
            boolean counts = switch (hit.alias.use()) {
                case ALONE -> true;
                case IN_COMPANY ->
                    named.contains(hit.alias.entity().id()) || isCompany.test(hit.start) || isNear(sure, hit.start);
                case AFTER_FULL_NAME -> named.contains(hit.alias.entity().id());
                case EXCLUSION -> false;
            };
            if (counts) {
                counting.add(hit);
            }
        }
        return counting;
    }

    private static boolean isNear(int[] sorted, int at) {
        int low = Arrays.binarySearch(sorted, at - NEAR);
        int first = low < 0 ? -low - 1 : low;
        return first < sorted.length && sorted[first] <= at + NEAR;
    }

    /** Whether the letters that are capitals in the name are capitals in the text: Islamic State is one, an Islamic state is none. */
    private static boolean isWrittenAsName(String name, String text, Lexicon.Hit hit) {
        int length = hit.end() - hit.start();
        if (length != name.length()) {
            return true;
        }
        for (int i = 0; i < length; i++) {
            if (Character.isUpperCase(name.charAt(i)) && Character.isLowerCase(text.charAt(hit.start() + i))) {
                return false;
            }
        }
        return true;
    }
}
