package org.lintas.corpus.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.parquet.io.ParquetDecodingException;
import org.lintas.dataset.Manifest;
import org.lintas.dataset.PartFiles;
import org.lintas.failure.Reason;
import org.lintas.schemas.Dataset;
import org.lintas.text.Sha256;

/** Checks a corpus against its manifest: files, rows, digests, and the number of records read. */
final class ManifestExpectations {

    private final Path corpus;
    private final Manifest manifest;

    ManifestExpectations(Path corpus, Manifest manifest) {
        this.corpus = corpus;
        this.manifest = manifest;
    }

    /** @param digests whether to read every file and compare its SHA-256 */
    List<Check> all(boolean digests) {
        var all = new ArrayList<Check>();
        all.add(check("files", "files match the manifest", (name, about, tables) -> files(name, about)));
        all.add(check(
                "conservation",
                "every record read is an article, a duplicate, a reject or removed",
                this::conservation));
        String about = "counts in the manifest match the tables";
        all.add(check(
                "rejects_by_reason",
                about,
                counts(
                        manifest.rejectsByReason(),
                        "SELECT CAST(reason AS VARCHAR), count(*) FROM rejects GROUP BY 1",
                        manifest.conservation().unlistedRejects())));
        all.add(check(
                "articles_by_language",
                about,
                counts(manifest.articlesByLanguage(), "SELECT language, count(*) FROM articles GROUP BY 1", Map.of())));
        if (digests) {
            all.add(check("digests", "digests of files match the manifest", (name, of, tables) -> digests(name, of)));
        }
        return all;
    }

    /** Checks one property of the manifest. */
    @FunctionalInterface
    private interface PropertyCheck {
        Outcome at(String name, String about, CorpusTables tables) throws SQLException, IOException;
    }

    private static Check check(String property, String about, PropertyCheck part) {
        String name = "manifest." + property;
        return new Check(name, about, tables -> part.at(name, about, tables));
    }

    /** Every file of the manifest exists with the listed size and number of rows, and there are no other files. */
    private Outcome files(String name, String about) throws IOException {
        Map<String, Manifest.File> missing = new TreeMap<>();
        manifest.files().forEach(file -> missing.put(file.path(), file));
        int expected = missing.size();
        var wrong = new TreeSet<String>();
        var unreadable = new TreeSet<String>();
        for (Path file : partFiles()) {
            String path = corpus.relativize(file).toString().replace('\\', '/');
            Manifest.File listed = missing.remove(path);
            try {
                if (listed == null) {
                    wrong.add(path + ": not in the manifest");
                } else {
                    difference(file, listed).ifPresent(difference -> wrong.add(path + ": " + difference));
                }
            } catch (IOException e) {
                unreadable.add(path + ": " + Reason.of(e));
            }
        }
        missing.keySet().forEach(path -> wrong.add(path + ": no such file"));
        return outcome(name, about, expected, wrong, unreadable);
    }

    private static Optional<String> difference(Path file, Manifest.File listed) throws IOException {
        long bytes = Files.size(file);
        long listedBytes = listed.bytes();
        if (bytes != listedBytes) {
            return Optional.of(listedBytes + " bytes in the manifest, " + bytes + " in the folder");
        }
        try {
            long rows = PartFiles.rows(file);
            long listedRows = listed.rows();
            return rows == listedRows
                    ? Optional.empty()
                    : Optional.of(listedRows + " rows in the manifest, " + rows + " in the file");
        } catch (ParquetDecodingException e) {
            return Optional.of(e.getMessage());
        }
    }

    private List<Path> partFiles() throws IOException {
        var files = new ArrayList<Path>();
        for (Dataset dataset : Dataset.values()) {
            Path folder = corpus.resolve(dataset.folder());
            if (Files.isDirectory(folder)) {
                try (Stream<Path> below = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
                    below.filter(file -> file.toString().endsWith(".parquet")).forEach(files::add);
                }
            }
        }
        return files;
    }

    /** The number of records read equals the number written, by manifest and tables. */
    private Outcome conservation(String name, String about, CorpusTables tables) throws SQLException {
        long read = manifest.conservation().read().total();
        long written = manifest.conservation().written().removals()
                + manifest.conservation().unlistedRejects().values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
        for (Dataset dataset : List.of(Dataset.ARTICLES, Dataset.DUPLICATES, Dataset.REJECTS)) {
            written += Long.parseLong(tables.rows("SELECT count(*) FROM " + dataset.folder())
                    .get(0)
                    .get(0));
        }
        String detail = read == written ? "" : read + " read, " + written + " written";
        return Outcome.counted(name, about, read, Math.abs(read - written), detail);
    }

    /**
     * Compares counts of the manifest with a query.
     *
     * @param listed the counts
     * @param besides counts that are not in the table
     */
    private static PropertyCheck counts(Map<String, Long> listed, String sql, Map<String, Long> besides) {
        return (name, about, tables) -> {
            Map<String, String> expected = new TreeMap<>();
            listed.forEach((key, count) -> expected.put(key, String.valueOf(count)));
            Map<String, String> found = new TreeMap<>();
            for (List<String> row : tables.rows(sql)) {
                long count = Long.parseLong(row.get(1)) + besides.getOrDefault(row.get(0), 0L);
                found.put(row.get(0), String.valueOf(count));
            }
            expected.values().removeIf("0"::equals);
            var keys = new TreeSet<>(expected.keySet());
            keys.addAll(found.keySet());
            List<String> wrong = keys.stream()
                    .filter(key -> !Objects.equals(expected.get(key), found.get(key)))
                    .map(key ->
                            key + ": " + expected.get(key) + " in the manifest, " + found.get(key) + " in the table")
                    .toList();
            return Outcome.counted(name, about, keys.size(), wrong.size(), wrong.isEmpty() ? "" : wrong.get(0));
        };
    }

    private Outcome digests(String name, String about) {
        var wrong = new TreeSet<String>();
        var unreadable = new TreeSet<String>();
        for (Manifest.File file : manifest.files()) {
            String path = file.path();
            try {
                if (Files.isRegularFile(corpus.resolve(path))
                        && !sha256(corpus.resolve(path)).equals(file.sha256())) {
                    wrong.add(path);
                }
            } catch (IOException e) {
                unreadable.add(path + ": " + Reason.of(e));
            }
        }
        return outcome(name, about, manifest.files().size(), wrong, unreadable);
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        var buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return Sha256.hexOf(digest.digest());
    }

    /** Any wrong file means failed; otherwise any unreadable file means not checked. */
    private static Outcome outcome(
            String name, String about, long checked, SortedSet<String> wrong, SortedSet<String> unreadable) {
        if (wrong.isEmpty() && !unreadable.isEmpty()) {
            return Outcome.unchecked(name, about, unreadable.first());
        }
        return Outcome.counted(name, about, checked, wrong.size(), wrong.isEmpty() ? "" : wrong.first());
    }
}
