package org.lintas.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lintas.corpus.sql.CorpusDatabase;
import org.lintas.corpus.sql.Recipe;
import org.lintas.corpus.sql.Recipes;
import org.lintas.failure.ExitCode;
import org.lintas.failure.Reason;
import org.lintas.failure.RunFailure;
import org.lintas.storage.Location;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

/** Queries a corpus in SQL with DuckDB: each dataset is a view, and there are recipes for common questions. */
@Command(
        name = "sql",
        description = "Queries a corpus with DuckDB: each dataset is a view.",
        footer = {
            "The statement is read from the argument, the file of -f, or standard input. On a terminal, a prompt opens.",
            "A recipe takes its parameters as flags; --recipes lists them.",
            "Exit codes: 0 OK, 2 usage, 3 corpus or file missing, 4 failed",
            "",
            "Examples:",
            "  lintas sql --corpus=/data/2025-11 \"SELECT topic, count(*) FROM article_topics GROUP BY topic\"",
            "  lintas sql --corpus=/data/2025-11 --recipe=outlets-by-topic --topic=online_scam --format=csv",
            "  lintas sql --corpus=/data/2025-11 --recipe=outlets-by-topic --topic=online_scam --output=outlets.xlsx",
            "  lintas sql --corpus=/data/2025-11 \"COPY (SELECT * FROM articles) TO 'articles.csv'\""
        })
final class QueryCorpus implements Action {

    @Mixin
    private CorpusFlag corpora;

    @Parameters(arity = "0..*", hideParamSyntax = true, paramLabel = "[SQL]", description = "statement to run")
    private final List<String> words = new ArrayList<>();

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "file with the statement; - is standard input")
    private String file;

    @Option(names = "--recipe", paramLabel = "NAME", description = "run a recipe")
    private String recipe;

    @Option(names = "--recipes", description = "list the recipes with their parameters")
    private boolean recipes;

    @Option(
            names = "--format",
            paramLabel = "table|csv|json|markdown",
            description = "how rows are printed (default: ${DEFAULT-VALUE})")
    private String format = "table";

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "write the rows to this file, .csv or .xlsx, which must not exist")
    private String output = "";

    @Option(names = "--full", description = "do not shorten long values in tables")
    private boolean full;

    @Unmatched
    private final List<String> others = new ArrayList<>();

    @Override
    public ExitCode run() throws IOException, SQLException {
        if (recipes) {
            System.out.print(Recipes.catalogue());
            return ExitCode.OK;
        }
        TableFormat rows = TableFormat.named(format);
        var parameters = new LinkedHashMap<String, String>();
        String statement = splitArguments(parameters);
        if (List.of(statement != null, file != null, recipe != null).stream()
                        .filter(given -> given)
                        .count()
                > 1) {
            throw RunFailure.usage("give one of SQL, -f FILE and --recipe=NAME");
        }
        if (recipe == null && !parameters.isEmpty()) {
            String name = parameters.keySet().iterator().next();
            throw RunFailure.usage(
                    "--" + name + ": no such flag; only recipes have parameters; lintas sql --help lists the flags");
        }
        Path folder = Location.local("--corpus", corpora.only(), "copy it to a local disk and query it there");
        if (!output.isEmpty()) {
            ResultFile kind = ResultFile.of(output);
            try (NewFile target = NewFile.create("--output", output)) {
                String sql = sql(statement, parameters);
                try (CorpusDatabase database = open(folder, parameters)) {
                    kind.write(database, sql, target);
                }
            }
            return ExitCode.OK;
        }
        boolean isInteractive = statement == null && file == null && recipe == null && isTerminal();
        String sql = isInteractive ? "" : sql(statement, parameters);
        try (CorpusDatabase database = open(folder, parameters)) {
            if (isInteractive) {
                prompt(database, rows);
            } else {
                print(database, sql, rows);
            }
        }
        return ExitCode.OK;
    }

    /** The corpus, with the parameters of the recipe. */
    private CorpusDatabase open(Path folder, Map<String, String> parameters) throws SQLException {
        CorpusDatabase database = CorpusDatabase.open(folder);
        try {
            if (recipe != null) {
                Recipe known = Recipes.named(recipe).orElseThrow();
                RecipeValues.check(database, known, parameters);
                for (Map.Entry<String, String> parameter : parameters.entrySet()) {
                    database.set(
                            parameter.getKey(), RecipeValues.asked(known, parameter.getKey(), parameter.getValue()));
                }
            }
            return database;
        } catch (SQLException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** Valid for Java 17 to 21. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        return System.console() != null;
    }

    private void print(CorpusDatabase database, String sql, TableFormat rows) throws SQLException {
        if (rows == TableFormat.JSON) {
            Optional<List<String>> objects = database.json(sql);
            if (objects.isPresent()) {
                System.out.print(objects.get().stream().collect(Collectors.joining(",\n", "[\n", "\n]\n")));
                return;
            }
        }
        List<List<Object>> table = database.table(sql);
        if (!table.isEmpty()) {
            System.out.print(rows.of(table, !full));
        }
    }

    /** Unknown flags become parameters of a recipe. Returns the remaining word, which is the statement, or null. */
    private String splitArguments(Map<String, String> parameters) {
        Iterator<String> left = words.iterator();
        for (String flag : others) {
            int equals = flag.indexOf('=');
            String name = flag.substring(0, equals < 0 ? flag.length() : equals).replaceAll("^-+", "");
            String value = equals >= 0 ? flag.substring(equals + 1) : left.hasNext() ? left.next() : "";
            if (parameters.put(name, value) != null) {
                throw RunFailure.usage(GivenFlags.twice("--" + name));
            }
        }
        String statement = left.hasNext() ? left.next() : null;
        if (left.hasNext()) {
            throw RunFailure.usage(left.next() + ": one statement at a time; quote it");
        }
        return statement;
    }

    private String sql(String statement, Map<String, String> parameters) throws IOException {
        if (recipe != null) {
            return recipe(parameters);
        }
        if (statement != null) {
            return statement;
        }
        if (file == null || file.equals("-")) {
            return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        }
        try {
            return Files.readString(Path.of(file));
        } catch (NoSuchFileException e) {
            throw new RunFailure(ExitCode.INPUT_MISSING, "-f " + file + ": does not exist");
        } catch (CharacterCodingException e) {
            throw RunFailure.usage("-f " + file + ": is not a text in UTF-8; convert it");
        } catch (IOException e) {
            throw RunFailure.usage(
                    "-f " + file + ": cannot be read (" + Reason.of(e) + "); name a file with a statement");
        }
    }

    private String recipe(Map<String, String> parameters) {
        List<String> names = Recipes.all().stream().map(Recipe::name).toList();
        Recipe asked = Recipes.named(recipe)
                .orElseThrow(() -> RunFailure.usage("--recipe=" + recipe + ": no such recipe"
                        + Nearest.hint(recipe, names) + "; lintas sql --recipes lists them"));
        List<String> known =
                asked.parameters().stream().map(Recipe.Parameter::name).toList();
        for (String name : parameters.keySet()) {
            if (!known.contains(name)) {
                throw RunFailure.usage("--" + name + ": not a parameter of " + recipe + Nearest.hint(name, known)
                        + "; lintas sql --recipes lists them");
            }
        }
        return asked.sql();
    }

    /** Reads statements from the terminal, each up to its semicolon, until the input ends. */
    private void prompt(CorpusDatabase database, TableFormat rows) throws IOException {
        System.err.println("End statements with ; and the session with Ctrl-D. SHOW TABLES lists the datasets.");
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var typed = new StringBuilder();
        System.err.print("lintas> ");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            typed.append(line).append('\n');
            if (line.strip().endsWith(";")) {
                try {
                    print(database, typed.toString(), rows);
                } catch (SQLException e) {
                    System.err.println("lintas: " + Reason.of(e));
                }
                typed.setLength(0);
            }
            System.err.print(typed.isEmpty() ? "lintas> " : "   ...> ");
        }
        System.err.println();
    }
}
