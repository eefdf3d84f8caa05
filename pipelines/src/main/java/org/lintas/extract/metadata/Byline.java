package org.lintas.extract.metadata;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lintas.text.LowerCase;
import org.lintas.text.TextNormaliser;
import org.lintas.text.WordTable;

/**
 * Cleans bylines and finds them in lines of text. A name is no address, no number and not the outlet; the words before and
 * after names are in {@code bylines.tsv}.
 */
final class Byline {

    /** A longer line is not a list of names. */
    private static final int MAX_NAME = 100;

    /** A shorter part of the outlet's name is an ordinary word. */
    private static final int MIN_OUTLET = 3;

    private record Opening(String words, boolean colon) {}

    private static final List<Opening> OPENINGS = new ArrayList<>();
    private static final List<String> ROLES = new ArrayList<>();
    private static final Set<Character> FIRST_LETTERS = new HashSet<>();

    static {
        for (var row : WordTable.read(Byline.class, "bylines.tsv", 2)) {
            if (row.get(0).equals("role")) {
                ROLES.add(row.get(1));
            } else {
                OPENINGS.add(new Opening(row.get(1), row.get(0).equals("colon")));
            }
        }
        OPENINGS.forEach(opening -> FIRST_LETTERS.add(opening.words.charAt(0)));
        OPENINGS.sort((a, b) -> b.words.length() - a.words.length());
    }

    private final List<String> outlet;

    /** @param outlet its names and its host */
    Byline(List<String> outlet) {
        this.outlet = outlet.stream()
                .map(Headline::folded)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Names as one byline, in their order, each once; empty where none is a name. */
    Optional<String> of(Stream<String> names) {
        var cleaned = new LinkedHashSet<String>();
        names.map(this::name).flatMap(Optional::stream).forEach(cleaned::add);
        return cleaned.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", cleaned));
    }

    private Optional<String> name(String raw) {
        if (raw.length() > 4 * MAX_NAME) {
            return Optional.empty();
        }
        String line = TextNormaliser.line(raw);
        String name = opening(line)
                .map(opening -> line.substring(opening.length()))
                .orElse(line)
                .strip();
        for (String role : ROLES) {
            if (LowerCase.of(name).endsWith(role)) {
                name = name.substring(0, name.length() - role.length());
            }
        }
        name = withoutOutlet(trimmed(name));
        boolean address = name.contains("://") || name.contains("@") || name.startsWith("www.");
        boolean letters = name.codePoints().anyMatch(Character::isLetter);
        return name.isEmpty() || name.length() > MAX_NAME || address || !letters || isOutlet(name)
                ? Optional.empty()
                : Optional.of(name);
    }

    /** Without the outlet behind a dash or a bar: "Ani Lestari - Kabar Lintas". */
    private String withoutOutlet(String name) {
        for (String separator : List.of(" - ", " | ", " – ", " / ")) {
            int at = name.lastIndexOf(separator);
            if (at > 0 && isOutlet(name.substring(at + separator.length()))) {
                return trimmed(name.substring(0, at));
            }
        }
        return name;
    }

    /** Whether a name is the outlet's, the start of it, or holds it as a word: "Kompas Cyber Media". */
    private boolean isOutlet(String name) {
        String folded = Headline.folded(name);
        var words = Stream.of(name.split("[ .,/()-]+")).map(Headline::folded).toList();
        return outlet.stream()
                .anyMatch(own -> own.equals(folded)
                        || (own.length() > MIN_OUTLET && (folded.startsWith(own) || words.contains(own)))
                        || (folded.length() > MIN_OUTLET && own.startsWith(folded)));
    }

    /** Names in lines that start as bylines do: {@code Penulis: Ani}, or {@code Oleh} with the name on the next line. */
    Optional<String> in(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (!startsAsOpening(lines.get(i))) {
                continue;
            }
            String next = i + 1 < lines.size() ? TextNormaliser.line(lines.get(i + 1)) : "";
            String line = TextNormaliser.line(lines.get(i));
            // A table has the word in one cell, and colon and name in the next.
            line = next.startsWith(":") && line.length() <= MAX_NAME ? line + next : line;
            Optional<String> opening = opening(line);
            if (opening.isPresent() && line.length() <= MAX_NAME) {
                boolean alone = opening.get().length() == line.length();
                String names = alone ? next : line;
                Optional<String> byline =
                        of(Stream.of(names)).filter(found -> !found.endsWith(".") && found.length() <= MAX_NAME / 2);
                if (byline.isPresent()) {
                    return byline;
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a line may start a byline: a fast check of its first letter. */
    private static boolean startsAsOpening(String line) {
        return !line.isEmpty() && FIRST_LETTERS.contains(Character.toLowerCase(line.charAt(0)));
    }

    /** The words that introduce a byline, and the separator after them. */
    private static Optional<String> opening(String line) {
        String lower = LowerCase.of(line);
        for (Opening opening : OPENINGS) {
            if (lower.startsWith(opening.words) && lower.length() == line.length()) {
                int at = opening.words.length();
                int end = at;
                boolean colon = false;
                while (end < line.length()
                        && (line.charAt(end) == ' ' || line.charAt(end) == ':' || line.charAt(end) == '：')) {
                    colon |= line.charAt(end) != ' ';
                    end++;
                }
                boolean latin = opening.words.codePointAt(0) < 0x250;
                boolean parted = end > at || end == line.length() || !latin;
                if (parted && (colon || !opening.colon)) {
                    return Optional.of(line.substring(0, end));
                }
            }
        }
        return Optional.empty();
    }

    private static String trimmed(String name) {
        int start = 0;
        int end = name.length();
        while (start < end && " ,;|/-–—•·:()[]".indexOf(name.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && " ,;|/-–—•·:([".indexOf(name.charAt(end - 1)) >= 0) {
            end--;
        }
        return name.substring(start, end);
    }
}
