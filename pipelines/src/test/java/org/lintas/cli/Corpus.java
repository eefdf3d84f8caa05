package org.lintas.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.lintas.schemas.Dataset;

/** A finished corpus, queried in SQL: each dataset with rows is a view. */
final class Corpus {

    private final Path folder;

    Corpus(Path folder) {
        this.folder = folder;
    }

    /** Rows of a query, each its values separated by tabs. */
    List<String> query(String sql) {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            for (Dataset dataset : Dataset.values()) {
                if (Files.notExists(folder.resolve(dataset.folder()))) {
                    continue;
                }
                statement.execute("CREATE VIEW " + dataset.folder() + " AS FROM read_parquet('" + folder + "/"
                        + dataset.folder() + "/**/*.parquet')");
            }
            try (ResultSet result = statement.executeQuery(sql)) {
                var rows = new ArrayList<String>();
                while (result.next()) {
                    var row = new StringBuilder();
                    for (int c = 1; c <= result.getMetaData().getColumnCount(); c++) {
                        row.append(c == 1 ? "" : "\t").append(result.getString(c));
                    }
                    rows.add(row.toString());
                }
                return rows;
            }
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    /** All rows of a dataset in a fixed order, independent of the files they are in; archive files by name only. */
    List<String> rows(Dataset dataset) {
        boolean named = dataset.schema().getField("archive_file") != null;
        String bare = "* REPLACE (regexp_replace(archive_file, '^[^!]*/(r[0-9]+-)?', '') AS archive_file)";
        return query("SELECT " + (named ? bare : "*") + " FROM " + dataset.folder() + " ORDER BY ALL");
    }
}
