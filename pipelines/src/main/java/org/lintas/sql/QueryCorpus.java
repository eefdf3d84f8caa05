package org.lintas.sql;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.lintas.schemas.Dataset;

/**
 * Asks a corpus in SQL, with DuckDB: each dataset that has rows is a view.
 *
 * <p>Usage: {@code QueryCorpus --corpus=DIR SQL}
 */
public final class QueryCorpus {

    private static final int USAGE = 2;
    private static final int FAILED = 4;
    private static final int MAX_WIDTH = 60;

    private QueryCorpus() {}

    public static void main(String[] args) {
        if (args.length != 2 || !args[0].startsWith("--corpus=")) {
            System.err.println("usage: lintas sql --corpus=DIR SQL");
            System.exit(USAGE);
        }
        Path corpus = Path.of(args[0].substring("--corpus=".length()));
        if (!Files.exists(corpus.resolve("_SUCCESS"))) {
            System.err.println(
                    "lintas: --corpus=" + corpus + ": is no finished corpus; name a folder that holds _SUCCESS");
            System.exit(USAGE);
        }
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            for (Dataset dataset : Dataset.values()) {
                if (Files.notExists(corpus.resolve(dataset.folder()))) {
                    continue;
                }
                statement.execute("CREATE VIEW " + dataset.folder() + " AS FROM read_parquet('"
                        + corpus.resolve(dataset.folder()).toString().replace("'", "''") + "/**/*.parquet')");
            }
            print(statement.executeQuery(args[1]));
        } catch (SQLException e) {
            System.err.println("lintas: " + e.getMessage().lines().findFirst().orElse("the query failed"));
            System.exit(FAILED);
        }
    }

    private static void print(ResultSet result) throws SQLException {
        int columns = result.getMetaData().getColumnCount();
        var rows = new ArrayList<List<String>>();
        var names = new ArrayList<String>();
        for (int c = 1; c <= columns; c++) {
            names.add(result.getMetaData().getColumnLabel(c));
        }
        rows.add(names);
        while (result.next()) {
            var row = new ArrayList<String>();
            for (int c = 1; c <= columns; c++) {
                row.add(cell(result.getString(c)));
            }
            rows.add(row);
        }
        for (List<String> row : rows) {
            var line = new StringBuilder();
            for (int c = 0; c < columns; c++) {
                int column = c;
                int width = rows.stream()
                        .mapToInt(r -> r.get(column).length())
                        .max()
                        .orElse(0);
                line.append(row.get(c)).append(" ".repeat(width - row.get(c).length() + 2));
            }
            System.out.println(line.toString().stripTrailing());
        }
    }

    private static String cell(String value) {
        String line = String.valueOf(value).replace('\n', ' ');
        return line.length() <= MAX_WIDTH ? line : line.substring(0, MAX_WIDTH - 1) + "…";
    }
}
