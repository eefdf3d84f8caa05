package org.lintas.entity;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lintas.schemas.EntityKind;
import org.lintas.text.FoldedText;
import org.lintas.text.Language;
import org.lintas.text.Printable;
import org.lintas.text.Sha256;
import org.lintas.text.TextNormaliser;

/**
 * Names that a user watches, a line each: id, kind, language, alias, separated by tabs. {@code #} starts a comment line. The language is
 * a code, or {@code any}. The alias may have a mark of {@code seed.tsv} before it. The first alias of an id is its name.
 */
public final class WatchList implements Serializable {

    /** All lines are held by every task. */
    static final int MAX_LINES = 100_000;

    private static final long serialVersionUID = 1;

    private static final String ANY = "any";
    private static final String COLUMNS = "id, kind, language, alias";
    private static final int MAX_ID = 100;
    private static final int MAX_ALIAS = 200;

    /** The lines with an entry; what they say is read again by each task. */
    private final List<String> lines;

    private WatchList(List<String> lines) {
        this.lines = lines;
    }

    /** A list of nothing. */
    public static WatchList none() {
        return new WatchList(List.of());
    }

    /**
     * Reads a list.
     *
     * @throws IllegalArgumentException naming the line that is wrong and what is wrong with it
     */
    public static WatchList parse(List<String> lines) {
        var kept = new ArrayList<String>();
        Map<String, Line> entities = new HashMap<>();
        Map<String, Line> aliases = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String text = lines.get(i).replace("\uFEFF", "");
            if (text.isBlank() || text.startsWith("#")) {
                continue;
            }
            Line line = Line.read(i + 1, text);
            Line same = entities.putIfAbsent(line.id, line);
            if (same != null && !same.kind.equals(line.kind)) {
                throw line.wrong(
                        "'" + Printable.beginning(line.id) + "' is of kind " + same.kind + " in line " + same.number);
            }
            SeedEntities.of(line.id)
                    .filter(seed -> !seed.kind().equals(line.kind))
                    .ifPresent(seed -> {
                        throw line.wrong("'" + line.id + "' is of kind " + seed.kind() + " in the table of Lintas");
                    });
            Line other = aliases.putIfAbsent(line.language + '\t' + folded(line.alias), line);
            if (other != null) {
                throw line.wrong("'" + Printable.beginning(line.alias) + "' is a name of '"
                        + Printable.beginning(other.id) + "' in line " + other.number);
            }
            if (kept.size() == MAX_LINES) {
                throw line.wrong(String.format(Locale.ROOT, "more than %,d names; shorten the list", MAX_LINES));
            }
            kept.add(text);
        }
        return new WatchList(List.copyOf(kept));
    }

    /** A name in the form in which spellings that match the same text are equal. */
    private static String folded(String alias) {
        return FoldedText.of(TextNormaliser.line(alias)).toString();
    }

    /** Whether nothing is watched. */
    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Number of names. */
    public int size() {
        return lines.size();
    }

    /** SHA-256 of the entries in their order, without comments and empty lines; empty for a list of nothing. */
    public String digest() {
        return isEmpty() ? "" : Sha256.hex(String.join("\n", lines));
    }

    List<Alias> aliases() {
        Map<String, Entity> entities = new LinkedHashMap<>();
        var aliases = new ArrayList<Alias>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = Line.read(i + 1, lines.get(i));
            String name = Alias.parse(null, Optional.empty(), line.alias).name();
            Entity entity = entities.computeIfAbsent(line.id, id -> new Entity(id, line.kind, name, List.of(), ""));
            aliases.add(Alias.parse(entity, Language.of(line.language), line.alias));
        }
        return aliases;
    }

    private record Line(int number, String id, String kind, String language, String alias) {

        static Line read(int number, String text) {
            String[] cells = text.split("\t", -1);
            if (cells.length != 4) {
                throw wrong(number, "has " + cells.length + " columns; give " + COLUMNS + ", separated by tabs");
            }
            var line = new Line(number, cells[0].strip(), cells[1].strip(), cells[2].strip(), cells[3].strip());
            line.check();
            return line;
        }

        private void check() {
            if (id.isEmpty() || id.length() > MAX_ID) {
                throw wrong("give an id of 1 to " + MAX_ID + " characters");
            }
            if (Stream.of(EntityKind.values()).noneMatch(known -> known.name().equals(kind))) {
                throw wrong("kind '" + Printable.beginning(kind) + "' is unknown; give one of "
                        + Stream.of(EntityKind.values()).map(EntityKind::name).collect(Collectors.joining(", ")));
            }
            if (!language.equals(ANY) && Language.of(language).isEmpty()) {
                throw wrong("language '" + Printable.beginning(language) + "' is unknown; give one of "
                        + Stream.of(Language.values()).map(Language::code).collect(Collectors.joining(","))
                        + ", or " + ANY);
            }
            String name = Alias.parse(null, Optional.empty(), alias).name();
            long letters = name.codePoints().filter(Character::isLetterOrDigit).count();
            if (letters < 2 || name.length() > MAX_ALIAS) {
                throw wrong(
                        "'" + Printable.beginning(alias) + "' is no name of 2 letters to " + MAX_ALIAS + " characters");
            }
        }

        IllegalArgumentException wrong(String what) {
            return wrong(number, what);
        }

        private static IllegalArgumentException wrong(int number, String what) {
            return new IllegalArgumentException("line " + number + ": " + what);
        }
    }
}
