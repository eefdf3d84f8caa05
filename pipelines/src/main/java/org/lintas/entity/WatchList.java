package org.lintas.entity;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lintas.schemas.EntityKind;
import org.lintas.text.FoldedText;
import org.lintas.text.Language;
import org.lintas.text.Printable;
import org.lintas.text.Sha256;
import org.lintas.text.TabbedLine;
import org.lintas.text.TextNormaliser;

/**
 * Names that a user watches, a line each: id, kind, language, alias, separated by tabs. {@code #} starts a comment line. The language is
 * a code, or {@code any}. The alias may have a mark of {@code seed.tsv} before it. The first alias of an id is its name.
 */
public final class WatchList implements Serializable {

    /** All lines are held by every task. */
    static final int MAX_LINES = 100_000;

    private static final long serialVersionUID = 1;

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
     * @throws IllegalArgumentException naming the line that is wrong and what is wrong with it, or if it names nothing
     */
    public static WatchList parse(List<String> lines) {
        List<TabbedLine> read = TabbedLine.readSome(lines, COLUMNS, MAX_LINES);
        Map<String, Line> entities = new HashMap<>();
        Map<String, Line> aliases = new HashMap<>();
        for (TabbedLine text : read) {
            Line line = Line.of(text);
            Line same = entities.putIfAbsent(line.id, line);
            if (same != null && !same.kind.equals(line.kind)) {
                throw text.wrong(
                        "'" + Printable.beginning(line.id) + "' is of kind " + same.kind + " in line " + same.number);
            }
            SeedEntities.of(line.id)
                    .filter(seed -> !seed.kind().equals(line.kind))
                    .ifPresent(seed -> {
                        throw text.wrong("'" + line.id + "' is of kind " + seed.kind() + " in the table of Lintas");
                    });
            Line other = aliases.putIfAbsent(line.language + '\t' + folded(line.alias), line);
            if (other != null) {
                throw text.wrong("'" + Printable.beginning(line.alias) + "' is a name of '"
                        + Printable.beginning(other.id) + "' in line " + other.number);
            }
        }
        return new WatchList(read.stream().map(TabbedLine::text).toList());
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
        for (TabbedLine text : TabbedLine.read(lines, COLUMNS, MAX_LINES)) {
            Line line = Line.of(text);
            String name = Alias.parse(null, Optional.empty(), line.alias).name();
            Entity entity = entities.computeIfAbsent(line.id, id -> new Entity(id, line.kind, name, List.of(), ""));
            aliases.add(Alias.parse(entity, Language.of(line.language), line.alias));
        }
        return aliases;
    }

    private record Line(int number, String id, String kind, String language, String alias) {

        static Line of(TabbedLine text) {
            String id = text.cells().get(0);
            if (id.isEmpty() || id.length() > MAX_ID) {
                throw text.wrong("give an id of 1 to " + MAX_ID + " characters");
            }
            var line = new Line(
                    text.number(),
                    id,
                    text.kind(1, EntityKind.values()),
                    text.language(2),
                    text.cells().get(3));
            String name = Alias.parse(null, Optional.empty(), line.alias).name();
            long letters = name.codePoints().filter(Character::isLetterOrDigit).count();
            if (letters < 2 || name.length() > MAX_ALIAS) {
                throw text.wrong("'" + Printable.beginning(line.alias) + "' is no name of 2 letters to " + MAX_ALIAS
                        + " characters");
            }
            return line;
        }
    }
}
