package org.lintas.entity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lintas.text.Language;
import org.lintas.text.WordTable;

/** The groups, firms, compounds, vessels, operations and agencies that ship with Lintas. They hold no persons. */
public final class SeedEntities {

    private static final int COLUMNS = 13;
    private static final int LATIN = 5;

    /** The languages of the columns after that of names in Latin script. */
    private static final List<Language> SCRIPTS = List.of(
            Language.VIETNAMESE,
            Language.THAI,
            Language.KHMER,
            Language.LAO,
            Language.BURMESE,
            Language.CHINESE,
            Language.TAMIL);

    /** A name that is looked for in one language only. */
    private static final Pattern ONE_LANGUAGE = Pattern.compile("([a-z]{2}):(.+)");

    private static final SeedEntities SEED = read();

    private final Map<String, Entity> entities = new LinkedHashMap<>();
    private final List<Alias> aliases = new ArrayList<>();

    private SeedEntities() {}

    private static SeedEntities read() {
        var seed = new SeedEntities();
        for (List<String> row : WordTable.read(SeedEntities.class, "seed.tsv", COLUMNS)) {
            var entity = new Entity(row.get(0), row.get(1), row.get(2), parts(row.get(3), ","), known(row.get(4)));
            if (seed.entities.put(entity.id(), entity) != null) {
                throw new IllegalStateException("seed.tsv has two rows of " + entity.id());
            }
            seed.add(entity, Optional.empty(), row.get(LATIN));
            for (int i = 0; i < SCRIPTS.size(); i++) {
                seed.add(entity, Optional.of(SCRIPTS.get(i)), row.get(LATIN + 1 + i));
            }
        }
        return seed;
    }

    private void add(Entity entity, Optional<Language> language, String names) {
        for (String name : parts(names, "\\|")) {
            Matcher own = ONE_LANGUAGE.matcher(name);
            if (own.matches()) {
                aliases.add(Alias.parse(entity, Language.of(own.group(1)), own.group(2)));
            } else {
                aliases.add(Alias.parse(entity, language, name));
            }
        }
    }

    private static String known(String cell) {
        return cell.equals("-") ? "" : cell;
    }

    private static List<String> parts(String cell, String separator) {
        return known(cell).isEmpty() ? List.of() : List.of(cell.split(separator));
    }

    /** The entity of an id, if the table has it. */
    public static Optional<Entity> of(String id) {
        return Optional.ofNullable(SEED.entities.get(id));
    }

    /** All entities, in the order of the table. */
    public static List<Entity> all() {
        return List.copyOf(SEED.entities.values());
    }

    static List<Alias> aliases() {
        return SEED.aliases;
    }
}
