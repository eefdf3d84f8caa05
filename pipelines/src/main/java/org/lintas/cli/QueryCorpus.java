package org.lintas.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lintas.corpus.sql.CorpusDatabase;
import org.lintas.corpus.sql.Recipe;
import org.lintas.corpus.sql.Recipes;
import org.lintas.failure.ExitCode;
import org.lintas.failure.RunFailure;
import org.lintas.storage.Location;
import org.lintas.storage.TemporaryFiles;

/**
 * Asks a corpus in SQL, with DuckDB: each dataset is a view, and there are recipes for what is asked often.
 *
 * <p>Usage: {@code QueryCorpus --corpus=DIR SQL}, {@code QueryCorpus --corpus=DIR --recipe=NAME [--PARAMETER=VALUE …]} or {@code
 * QueryCorpus --recipes}
 */
public final class QueryCorpus {

    private static final String USAGE = """
            usage: lintas sql --corpus=DIR SQL
                   lintas sql --corpus=DIR --recipe=NAME [--PARAMETER=VALUE …] [--full]
                   lintas sql --recipes   lists the recipes with their parameters""";

    private QueryCorpus() {}

    public static void main(String[] args) {
        System.exit(run(args).number());
    }

    /** Runs the command; what went wrong is told on standard error. */
    static ExitCode run(String... args) {
        try {
            LocaleCharset.check();
            TemporaryFiles.open();
            answer(args);
            return ExitCode.OK;
        } catch (RunFailure e) {
            System.err.println("lintas: " + e.getMessage());
            return e.code();
        } catch (IOException | SQLException e) {
            System.err.println("lintas: " + Command.explain(e));
            return ExitCode.PIPELINE_FAILED;
        }
    }

    private static void answer(String... args) throws SQLException {
        Map<String, String> flags = new LinkedHashMap<>();
        String sql = null;
        for (String arg : args) {
            if (arg.startsWith("--")) {
                String[] flag = arg.substring(2).split("=", 2);
                flags.put(flag[0], flag.length == 2 ? flag[1] : "");
            } else if (sql == null) {
                sql = arg;
            } else {
                throw RunFailure.usage("one query at a time\n" + USAGE);
            }
        }
        if (flags.containsKey("recipes")) {
            System.out.print(Recipes.catalogue());
            return;
        }
        boolean cut = flags.remove("full") == null;
        String corpus = flags.remove("corpus");
        String name = flags.remove("recipe");
        if (corpus == null || (sql == null) == (name == null)) {
            throw RunFailure.usage("a corpus and one query or recipe are needed\n" + USAGE);
        }
        if (name != null) {
            Recipe recipe = Recipes.named(name)
                    .orElseThrow(() -> RunFailure.usage("--recipe=" + name + ": no such recipe; --recipes lists them"));
            sql = recipe.sql();
            for (String flag : flags.keySet()) {
                if (recipe.parameters().stream().noneMatch(p -> p.name().equals(flag))) {
                    throw RunFailure.usage("--" + flag + ": no parameter of " + name + "; --recipes lists them");
                }
            }
        } else if (!flags.isEmpty()) {
            throw RunFailure.usage(
                    "--" + flags.keySet().iterator().next() + ": only recipes have parameters\n" + USAGE);
        }
        Path folder = Location.local("--corpus", corpus, "copy it to one and ask it there");
        try (CorpusDatabase database = CorpusDatabase.open(folder)) {
            for (Map.Entry<String, String> parameter : flags.entrySet()) {
                database.set(parameter.getKey(), parameter.getValue());
            }
            System.out.print(TextTable.of(database.table(sql), cut));
        }
    }
}
