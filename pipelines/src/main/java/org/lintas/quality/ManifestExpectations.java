package org.lintas.quality;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lintas.quality.Outcome.Status;
import org.lintas.schemas.Dataset;
import org.lintas.text.Sha256;

/** Holds a corpus against its manifest: files, rows, digests, and the sum of what was read. */
final class ManifestExpectations {

    private final Path corpus;
    private final JsonNode manifest;
    private final CorpusTables tables;

    ManifestExpectations(Path corpus, JsonNode manifest, CorpusTables tables) {
        this.corpus = corpus;
        this.manifest = manifest;
        this.tables = tables;
    }

    /** @param digests whether every file is read to compare its SHA-256 */
    List<Outcome> check(boolean digests) throws SQLException, IOException {
        var outcomes = new ArrayList<Outcome>();
        outcomes.add(files());
        outcomes.add(conservation());
        outcomes.add(counts(
                "rejects_by_reason",
                "SELECT CAST(reason AS VARCHAR), count(*) FROM rejects GROUP BY 1",
                unlistedRejects()));
        outcomes.add(counts("articles_by_language", "SELECT language, count(*) FROM articles GROUP BY 1", Map.of()));
        if (digests) {
            outcomes.add(digests());
        }
        return outcomes;
    }

    /** Every file of the manifest is there, as large and with as many rows as it says, and no other one is. */
    private Outcome files() throws SQLException, IOException {
        Map<String, String> expected = new TreeMap<>();
        for (JsonNode file : manifest.path("files")) {
            expected.put(
                    file.path("path").asText(),
                    file.path("rows").asLong() + " rows, " + file.path("bytes").asLong() + " bytes");
        }
        Map<String, String> found = new HashMap<>();
        for (Dataset dataset : Dataset.values()) {
            if (Files.isDirectory(corpus.resolve(dataset.folder()))) {
                String glob = CorpusTables.quoted(corpus.resolve(dataset.folder())) + "/**/*.parquet";
                for (List<String> row :
                        tables.rows("SELECT file_name, num_rows FROM parquet_file_metadata('" + glob + "')")) {
                    Path file = Path.of(row.get(0));
                    found.put(
                            corpus.relativize(file).toString().replace('\\', '/'),
                            row.get(1) + " rows, " + Files.size(file) + " bytes");
                }
            }
        }
        var wrong = new TreeSet<String>();
        expected.forEach((path, is) -> {
            if (!is.equals(found.get(path))) {
                wrong.add(path + ": " + is + " in the manifest, " + found.getOrDefault(path, "no such file"));
            }
        });
        found.forEach((path, is) -> {
            if (!expected.containsKey(path)) {
                wrong.add(path + ": " + is + ", not in the manifest");
            }
        });
        return outcome(
                "manifest.files", "files are those of the manifest", expected.size(), wrong.size(), first(wrong));
    }

    /** Rejects that have no row of their own, by reason, as only the manifest knows them. */
    private Map<String, Long> unlistedRejects() {
        Map<String, Long> unlisted = new TreeMap<>();
        manifest.at("/conservation/unlisted_rejects")
                .properties()
                .forEach(count -> unlisted.put(count.getKey(), count.getValue().asLong()));
        return unlisted;
    }

    /** What was read is what was written, by manifest and by tables. */
    private Outcome conservation() throws SQLException {
        JsonNode sum = manifest.path("conservation");
        long read = sum.path("read").path("total").asLong();
        long removed = sum.path("written").path("removed").asLong();
        long written = removed
                + unlistedRejects().values().stream().mapToLong(Long::longValue).sum();
        for (Dataset dataset : List.of(Dataset.ARTICLES, Dataset.DUPLICATES, Dataset.REJECTS)) {
            written += Long.parseLong(tables.rows("SELECT count(*) FROM " + dataset.folder())
                    .get(0)
                    .get(0));
        }
        String detail = read == written ? "" : read + " read, " + written + " written";
        return outcome(
                "manifest.conservation",
                "records read are articles, duplicates, rejects and what was removed",
                read,
                Math.abs(read - written),
                detail);
    }

    /** @param besides what is not in the table */
    private Outcome counts(String property, String sql, Map<String, Long> besides) throws SQLException {
        Map<String, String> expected = new TreeMap<>();
        manifest.path(property)
                .properties()
                .forEach(count -> expected.put(count.getKey(), count.getValue().asText()));
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
                .map(key -> key + ": " + expected.get(key) + " in the manifest, " + found.get(key) + " in the table")
                .toList();
        return outcome(
                "manifest." + property,
                "counts of the manifest are those of the tables",
                keys.size(),
                wrong.size(),
                wrong.isEmpty() ? "" : wrong.get(0));
    }

    private Outcome digests() throws IOException {
        var wrong = new TreeSet<String>();
        for (JsonNode file : manifest.path("files")) {
            String path = file.path("path").asText();
            if (Files.isRegularFile(corpus.resolve(path))
                    && !sha256(corpus.resolve(path)).equals(file.path("sha256").asText())) {
                wrong.add(path);
            }
        }
        return outcome(
                "manifest.digests",
                "files have the digests of the manifest",
                manifest.path("files").size(),
                wrong.size(),
                first(wrong));
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

    private static String first(Set<String> wrong) {
        return wrong.stream().findFirst().orElse("");
    }

    private static Outcome outcome(String name, String about, long checked, long failing, String detail) {
        return new Outcome(name, about, failing == 0 ? Status.PASSED : Status.FAILED, checked, failing, detail);
    }
}
