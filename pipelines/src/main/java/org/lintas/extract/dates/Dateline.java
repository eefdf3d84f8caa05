package org.lintas.extract.dates;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the place in the dateline at the start of an article: "JAKARTA, KOMPAS.com - …", "Bangkok, Suara Thai- …", "ភ្នំពេញ៖ …". */
public final class Dateline {

    private static final int MAX_LENGTH = 70;
    private static final Pattern OPENING = Pattern.compile(
            "^(?<head>[^.!?\"“”‘’។。]{2,60}?(?:\\.[A-Za-z]{2,4}\\b[^.!?\"“”]{0,20}?)?)(?:\\s?[–—]|\\s-{1,2}|-{1,2}\\s|\\s?៖)\\s?\\p{L}.*",
            Pattern.DOTALL);
    private static final Pattern OUTLET = Pattern.compile(".*(?:\\.[A-Za-z]{2,4}|\\d).*");
    private static final Pattern PLACE = Pattern.compile("(?:\\p{Lu}|\\p{Lo})[\\p{L}\\p{M}'’. -]{1,38}");

    private static final Pattern OUTLET_OPENING =
            Pattern.compile("[\\p{L}\\d]{3,20}\\.(?i:com|co|id|net|org|my|ph|vn)\\b[^.!?]{0,30}?(?:\\s?[–—]|\\s-)");

    private Dateline() {}

    /** The place in the dateline of an article; a summary may precede the paragraph with the dateline. */
    public static Optional<String> in(List<String> paragraphs) {
        return paragraphs.stream()
                .limit(2)
                .map(Dateline::place)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Whether a paragraph opens with a dateline: a place, or only the outlet. */
    static boolean isIn(String paragraph) {
        return place(paragraph).isPresent()
                || OUTLET_OPENING
                        .matcher(paragraph.substring(0, Math.min(paragraph.length(), MAX_LENGTH)))
                        .lookingAt();
    }

    /** The place in the dateline of a paragraph; empty if it has no dateline. */
    static Optional<String> place(String paragraph) {
        Matcher opening = OPENING.matcher(paragraph.substring(0, Math.min(paragraph.length(), MAX_LENGTH + 30)));
        if (!opening.matches()) {
            return Optional.empty();
        }
        String head = opening.group("head").replaceAll("\\([^)]*\\)", "").strip();
        for (String part : head.split("[,|/]")) {
            String place = part.strip();
            boolean fits = PLACE.matcher(place).matches() && place.split(" ").length <= 3;
            if (fits && !OUTLET.matcher(place).matches()) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }
}
