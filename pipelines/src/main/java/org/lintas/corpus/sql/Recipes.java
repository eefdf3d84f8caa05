package org.lintas.corpus.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The recipes in {@code schemas/src/main/sql/recipes}, in the groups and the order of {@code recipes.txt}. */
public final class Recipes {

    private static final String HEADING = "# ";

    private Recipes() {}

    /** All recipes by the heading of their group. */
    public static Map<String, List<Recipe>> byGroup() {
        Map<String, List<Recipe>> groups = new LinkedHashMap<>();
        List<Recipe> group = new ArrayList<>();
        for (String line : CorpusDatabase.resource("recipes.txt")
                .lines()
                .map(String::strip)
                .toList()) {
            if (line.startsWith(HEADING)) {
                group = new ArrayList<>();
                groups.put(line.substring(HEADING.length()), group);
            } else if (!line.isEmpty()) {
                group.add(Recipe.of(line, CorpusDatabase.resource("recipes/" + line + ".sql")));
            }
        }
        return groups;
    }

    public static List<Recipe> all() {
        return byGroup().values().stream().flatMap(List::stream).toList();
    }

    public static Optional<Recipe> named(String name) {
        return all().stream().filter(recipe -> recipe.name().equals(name)).findFirst();
    }

    /** A readable list: name, question and parameters. */
    public static String catalogue() {
        var out = new StringBuilder();
        byGroup().forEach((heading, recipes) -> {
            out.append(out.isEmpty() ? "" : "\n").append(heading).append('\n');
            for (Recipe recipe : recipes) {
                out.append(String.format("  %-34s%s%n", recipe.name(), recipe.question()));
                for (Recipe.Parameter parameter : recipe.parameters()) {
                    String flag = "--" + parameter.name()
                            + parameter.byDefault().map(value -> "=" + value).orElse("=…");
                    out.append(String.format("    %-32s%s%n", flag, parameter.meaning()));
                }
            }
        });
        return out.toString();
    }
}
