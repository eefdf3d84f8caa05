package org.lintas.quality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.lintas.dataset.Layout;
import org.lintas.quality.Expectation.Kind;
import org.lintas.quality.Outcome.Status;
import org.lintas.schemas.Dataset;
import org.lintas.text.WordTable;

/** Checks all expectations of a corpus on the local disk, in SQL over its files. */
public final class CorpusCheck {

    private final Path corpus;
    private final List<Path> before;
    private final boolean isOffTheUsualFatal;
    private final boolean digests;

    private CorpusCheck(Path corpus, List<Path> before, boolean isOffTheUsualFatal, boolean digests) {
        this.corpus = corpus;
        this.before = before;
        this.isOffTheUsualFatal = isOffTheUsualFatal;
        this.digests = digests;
    }

    /** At the end of a run: what is merely unusual warns. Its earlier corpora are those that the manifest names. */
    public static CorpusCheck ofRun(Path corpus) {
        return new CorpusCheck(corpus, List.of(), false, false);
    }

    /**
     * For somebody who asks: what is unusual fails, and files are held against their digests.
     *
     * @param before earlier corpora to compare with; besides those that the manifest names
     */
    public static CorpusCheck asked(Path corpus, List<Path> before) {
        return new CorpusCheck(corpus, before, true, true);
    }

    /**
     * Checks.
     *
     * @throws SQLException if DuckDB is not on the class path or a file cannot be read
     */
    public Checks check() throws SQLException, IOException {
        JsonNode manifest =
                new ObjectMapper().readTree(corpus.resolve(Layout.MANIFEST).toFile());
        List<Path> named = Arrays.stream(
                        manifest.path("options").path("previous").asText().split(","))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of)
                .toList();
        boolean isPastThere = named.stream().allMatch(Files::isDirectory);
        List<Path> past = Stream.concat(before.stream(), isPastThere ? named.stream() : Stream.empty())
                .map(Path::toAbsolutePath)
                .distinct()
                .toList();
        try (CorpusTables tables = CorpusTables.open(corpus, past)) {
            tables.set("text", manifest.path("options").path("text").asText("full"));
            tables.set("past", isPastThere ? "there" : "missing");
            var outcomes = new ArrayList<Outcome>();
            outcomes.add(columns(tables));
            outcomes.addAll(new ManifestExpectations(corpus, manifest, tables).check(digests));
            for (Expectation expectation : expectations()) {
                outcomes.add(outcome(expectation, tables));
            }
            return new Checks(outcomes);
        }
    }

    private static List<Expectation> expectations() {
        var all = new ArrayList<>(TableExpectations.all());
        for (List<String> row : WordTable.read(CorpusCheck.class, "rows.tsv", 5)) {
            Dataset dataset = Stream.of(Dataset.values())
                    .filter(d -> d.folder().equals(row.get(0)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("rows.tsv: no dataset " + row.get(0)));
            all.add(Expectation.ofRows(
                    row.get(0) + "." + row.get(1) + "_range",
                    row.get(4),
                    row.get(0),
                    List.of(row.get(2).split(",")),
                    dataset.sort().get(0),
                    row.get(3)));
        }
        read("sets.tsv", Kind.SOUND).forEach(all::add);
        read("usual.tsv", Kind.USUAL).forEach(all::add);
        return all;
    }

    private static Stream<Expectation> read(String table, Kind kind) {
        return WordTable.read(CorpusCheck.class, table, 4).stream()
                .map(row -> new Expectation(
                        row.get(0), row.get(2), kind, List.of(row.get(1).split(",")), row.get(3)));
    }

    /** Every column of the schemas is in the files. */
    private static Outcome columns(CorpusTables tables) {
        List<String> expected = Stream.of(Dataset.values())
                .flatMap(dataset ->
                        dataset.schema().getFields().stream().map(field -> dataset.folder() + "." + field.name()))
                .toList();
        List<String> missing =
                expected.stream().filter(column -> !tables.has(column)).toList();
        return new Outcome(
                "schema.columns",
                "every column of the schemas is there",
                missing.isEmpty() ? Status.PASSED : Status.FAILED,
                expected.size(),
                missing.size(),
                missing.isEmpty() ? "" : "no " + String.join(", ", missing));
    }

    private Outcome outcome(Expectation expectation, CorpusTables tables) {
        Optional<String> missing = expectation.columns().stream()
                .filter(column -> !tables.has(column))
                .findFirst();
        if (missing.isPresent()) {
            return skipped(expectation, "no column " + missing.get());
        }
        List<String> row;
        try {
            row = tables.rows(expectation.sql()).get(0);
        } catch (SQLException e) {
            // A column of another type, a file that cannot be read: what could not be looked at has not passed.
            String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            return new Outcome(expectation.name(), expectation.about(), Status.FAILED, 0, 0, why);
        }
        long checked = (long) Double.parseDouble(row.get(0));
        long failing = (long) Double.parseDouble(row.get(1));
        if (expectation.kind() == Kind.USUAL && checked == 0) {
            return skipped(expectation, "too few articles to tell");
        }
        Status status = failing == 0
                ? Status.PASSED
                : expectation.kind() == Kind.USUAL && !isOffTheUsualFatal ? Status.WARNED : Status.FAILED;
        return new Outcome(
                expectation.name(),
                expectation.about(),
                status,
                checked,
                failing,
                failing == 0 ? "" : Objects.requireNonNullElse(row.get(2), ""));
    }

    private static Outcome skipped(Expectation expectation, String why) {
        return new Outcome(expectation.name(), expectation.about(), Status.SKIPPED, 0, 0, why);
    }
}
