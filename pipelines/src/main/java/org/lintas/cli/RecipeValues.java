package org.lintas.cli;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.lintas.corpus.sql.CorpusDatabase;
import org.lintas.corpus.sql.Recipe;
import org.lintas.failure.RunFailure;
import org.lintas.text.Language;

/** Validates recipe parameters that are codes of topics or languages, or for which the recipe lists its values. */
final class RecipeValues {

    private static final Set<String> TOPICS = Set.of("topic");
    private static final Set<String> LANGUAGES = Set.of("language", "one");

    private RecipeValues() {}

    /**
     * Fails on an unknown value, which would give no rows.
     *
     * @throws RunFailure naming the parameter and the known values
     */
    static void check(CorpusDatabase database, Recipe recipe, Map<String, String> parameters) throws SQLException {
        for (Recipe.Parameter parameter : recipe.parameters()) {
            String value = parameters.get(parameter.name());
            if (value != null && !parameter.values().isEmpty()) {
                check(parameter.name(), value, parameter.values());
            }
        }
        List<String> topics = database.query("SELECT topic FROM taxonomy ORDER BY topic", row -> row.getString(1));
        List<String> languages =
                Stream.of(Language.values()).map(Language::code).toList();
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            String name = parameter.getKey();
            if (TOPICS.contains(name)) {
                check(name, parameter.getValue(), topics);
            } else if (LANGUAGES.contains(name)) {
                check(name, parameter.getValue(), languages);
            } else if (name.equals("other")) {
                check(
                        name,
                        parameter.getValue(),
                        Stream.concat(topics.stream(), languages.stream()).toList());
            }
        }
    }

    private static void check(String name, String value, List<String> codes) {
        if (!codes.contains(value)) {
            throw RunFailure.usage("--" + name + "=" + value + ": no such code" + Nearest.hint(value, codes)
                    + "; give one of " + String.join(", ", codes));
        }
    }
}
