package org.lintas.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.lintas.corpus.FinishedCorpus;
import org.lintas.corpus.sql.DuckDb;
import org.lintas.dataset.Layout;
import org.lintas.failure.ExitCode;
import org.lintas.schemas.Dataset;
import org.lintas.storage.Location;
import org.lintas.text.Sha256;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Prints a digest of every dataset of a corpus, over all columns of all rows, with files sorted by path and rows in file order. Two
 * corpora with the same digests hold the same rows in the same files in the same order.
 */
@Command(
        name = "digest",
        description = "Prints the row count and a SHA-256 over all rows of every dataset, in file order.",
        footer = {
            "Exit codes: 0 OK, 2 usage, 3 corpus missing, 4 failed",
            "",
            "Example:",
            "  lintas digest --corpus=/data/2025-11"
        })
public final class DigestCorpus implements Action {

    @Mixin
    private CorpusFlag corpora;

    @Override
    public ExitCode run() throws SQLException {
        Path corpus =
                Location.local("--corpus", corpora.only(), "copy it to a local disk and compute the digest there");
        FinishedCorpus.open("--corpus", new Layout(corpus.toString()));
        lines(corpus).forEach(System.out::println);
        return ExitCode.OK;
    }

    /** One line per dataset: its name, its rows, its digest. */
    public static List<String> lines(Path corpus) throws SQLException {
        return lines(corpus, "");
    }

    /**
     * One line per dataset: its name, its rows, its digest.
     *
     * @param archives folder of the archives; removed from archive_file before hashing
     */
    public static List<String> lines(Path corpus, String archives) throws SQLException {
        var lines = new ArrayList<String>();
        try (DuckDb database = DuckDb.open()) {
            for (Dataset dataset : Dataset.values()) {
                lines.add(line(database, corpus, dataset, archives));
            }
        }
        return lines;
    }

    private static String line(DuckDb database, Path corpus, Dataset dataset, String archives) throws SQLException {
        MessageDigest digest = Sha256.digest();
        long rows = 0;
        String files = corpus.resolve(dataset.folder()).toString().replace("'", "''") + "/**/*.parquet";
        // File paths are relative to the corpus, so that the folder does not change the digest.
        String sql = "SELECT CAST(t AS VARCHAR) FROM (SELECT * REPLACE (substr(filename, "
                + (corpus.toString().length() + 2) + ") AS filename" + places(dataset, archives)
                + ") FROM read_parquet('" + files
                + "', hive_partitioning = false, filename = true, file_row_number = true)) AS t ORDER BY t.filename, t.file_row_number";
        try (var statement = database.createStatement();
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
