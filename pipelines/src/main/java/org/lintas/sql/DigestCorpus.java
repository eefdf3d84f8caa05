package org.lintas.sql;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.lintas.schemas.Dataset;
import org.lintas.text.Sha256;

/**
 * A digest of every dataset of a corpus: all columns of all rows, file by file in the order of their paths, row by row as they lie. Two
 * corpora with the same digests hold the same rows in the same files in the same order.
 *
 * <p>Usage: {@code DigestCorpus --corpus=DIR}
 */
public final class DigestCorpus {

    private static final int USAGE = 2;
    private static final int FAILED = 4;

    private DigestCorpus() {}

    public static void main(String[] args) {
        if (args.length != 1 || !args[0].startsWith("--corpus=")) {
            System.err.println("usage: lintas digest --corpus=DIR");
            System.exit(USAGE);
        }
        Path corpus = Path.of(args[0].substring("--corpus=".length()));
        if (!Files.exists(corpus.resolve("_SUCCESS"))) {
            System.err.println(
                    "lintas: --corpus=" + corpus + ": is no finished corpus; name a folder that holds _SUCCESS");
            System.exit(USAGE);
        }
        try {
            lines(corpus).forEach(System.out::println);
        } catch (SQLException e) {
            System.err.println("lintas: " + e.getMessage().lines().findFirst().orElse("the corpus cannot be read"));
            System.exit(FAILED);
        }
    }

    /** One line a dataset: its name, its rows, its digest. */
    public static List<String> lines(Path corpus) throws SQLException {
        return lines(corpus, "");
    }

    /**
     * One line a dataset: its name, its rows, its digest.
     *
     * @param archives folder that the archives lay in, which is left out of the places of records
     */
    public static List<String> lines(Path corpus, String archives) throws SQLException {
        var lines = new ArrayList<String>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
            for (Dataset dataset : Dataset.values()) {
                lines.add(line(connection, corpus, dataset, archives));
            }
        }
        return lines;
    }

    private static String line(Connection connection, Path corpus, Dataset dataset, String archives)
            throws SQLException {
        MessageDigest digest = Sha256.digest();
        long rows = 0;
        String files = corpus.resolve(dataset.folder()).toString().replace("'", "''") + "/**/*.parquet";
        // Places of files count below the corpus only: two corpora lie in two folders.
        String sql = "SELECT CAST(t AS VARCHAR) FROM (SELECT * REPLACE (substr(filename, "
                + (corpus.toString().length() + 2) + ") AS filename" + places(dataset, archives)
                + ") FROM read_parquet('" + files
                + "', filename = true, file_row_number = true)) AS t ORDER BY t.filename, t.file_row_number";
        try (var statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                digest.update(result.getString(1).getBytes(StandardCharsets.UTF_8));
                digest.update((byte) '\n');
                rows++;
            }
        }
        return String.format("%-18s %9d rows  %s", dataset.folder(), rows, Sha256.hexOf(digest.digest()));
    }

    private static String places(Dataset dataset, String archives) {
        boolean has = dataset.schema().getField("archive_file") != null && !archives.isEmpty();
        return has ? ", replace(archive_file, '" + archives.replace("'", "''") + "', '') AS archive_file" : "";
    }
}
