package org.lintas.corpus.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.lintas.corpus.Versions;
import org.lintas.corpus.check.Expectation.Kind;
import org.lintas.corpus.check.Outcome.Status;
import org.lintas.corpus.sql.MemoryShare;
import org.lintas.dataset.Layout;
import org.lintas.dataset.Manifest;
import org.lintas.failure.Reason;
import org.lintas.schemas.Dataset;

/**
 * Checks all expectations of a corpus on the local disk, with SQL on its files. An expectation that cannot be checked because of too little memory
 * or disk or an unreadable file is reported as {@link Status#UNCHECKED} and does not stop the others.
 */
public final class CorpusCheck {

    /** The version of the schemas whose columns all corpora have; those that came later may be missing in a corpus of earlier rules. */
    private static final String FIRST_VERSION = "0.1";

    /** An empty manifest, used only to list the expectations. */
    private static final Manifest NONE =
            new Manifest(null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    private final Path corpus;
    private final List<Path> before;
    private final boolean failOnUnusual;
    private final boolean digests;
    private final long memory;

    private CorpusCheck(Path corpus, List<Path> before, boolean failOnUnusual, boolean digests, long memory) {
        this.corpus = corpus;
        this.before = before;
        this.failOnUnusual = failOnUnusual;
        this.digests = digests;
        this.memory = memory;
    }

    /** The check at the end of a run: unusual data only gives warnings. Earlier corpora are taken from the manifest. */
    public static CorpusCheck ofRun(Path corpus) {
        return new CorpusCheck(corpus, List.of(), false, false, MemoryShare.bytes());
    }

    /**
     * The check on request: unusual data fails, and files are compared with their digests.
     *
     * @param before earlier corpora to compare with, in addition to those in the manifest
     */
    public static CorpusCheck onRequest(Path corpus, List<Path> before) {
        return new CorpusCheck(corpus, before, true, true, MemoryShare.bytes());
    }

    /** Sets the memory limit of DuckDB in bytes. */
    CorpusCheck withMemory(long bytes) {
        return new CorpusCheck(corpus, before, failOnUnusual, digests, bytes);
    }

    /** Checks all expectations. */
    public Checks check() {
        Manifest manifest;
        try {
            manifest = Manifest.parse(Files.readString(corpus.resolve(Layout.MANIFEST)));
        } catch (IOException e) {
            return unchecked(Reason.of(e));
        }
        List<Path> named = manifest.previous().stream().map(Path::of).toList();
        boolean isPastThere = named.stream().allMatch(Files::isDirectory);
        List<Path> past = Stream.concat(before.stream(), isPastThere ? named.stream() : Stream.empty())
                .map(Path::toAbsolutePath)
                .distinct()
                .toList();
        try (CorpusTables tables = CorpusTables.open(corpus, past, memory)) {
            tables.set("text", manifest.text());
            tables.set("past", isPastThere ? "there" : "missing");
            return new Checks(
                    all(manifest).stream().map(check -> check.of(tables)).toList());
        } catch (SQLException | RuntimeException | OutOfMemoryError e) {
            return unchecked(Reason.of(e));
        }
    }

    /** Returns all expectations as not checked, with the reason. */
    public Checks unchecked(String why) {
        return new Checks(all(NONE).stream().map(check -> check.unchecked(why)).toList());
    }

    private List<Check> all(Manifest manifest) {
        var all = new ArrayList<Check>();
        String columns = "schema.columns";
        String about =
                "every column of the schemas exists with its type; in a corpus of earlier rules those that came later may be missing";
        boolean isEarlier = !Versions.isOfTheseRules(manifest.versions());
        all.add(new Check(columns, about, tables -> columns(columns, about, tables, isEarlier)));
        all.addAll(new ManifestExpectations(corpus, manifest).all(digests));
        Expectation.all()
                .forEach(expectation -> all.add(
                        new Check(expectation.name(), expectation.about(), tables -> outcome(expectation, tables))));
        return all;
    }

    private static Outcome columns(String name, String about, CorpusTables tables, boolean isEarlier)
            throws SQLException {
        var faults = new ArrayList<String>();
        var unreadable = new ArrayList<String>();
        int expected = 0;
        for (Dataset dataset : Dataset.values()) {
            Optional<String> why = tables.unreadable(dataset.folder());
            why.ifPresent(unreadable::add);
            for (Schema.Field field : dataset.schema().getFields()) {
                expected++;
                String column = dataset.folder() + "." + field.name();
                boolean isLater = !FIRST_VERSION.equals(field.getProp("since"));
                boolean mayLack = isEarlier && isLater && !tables.has(column);
                if (why.isEmpty() && !mayLack) {
                    tables.fault(column, field.schema()).ifPresent(faults::add);
                }
            }
        }
        if (faults.isEmpty() && !unreadable.isEmpty()) {
            return Outcome.unchecked(name, about, unreadable.get(0));
        }
        return Outcome.counted(name, about, expected, faults.size(), String.join(", ", faults));
    }

    private Status unmet(Kind kind) {
        return switch (kind) {
            case REQUIRED -> Status.FAILED;
            case TYPICAL -> failOnUnusual ? Status.FAILED : Status.WARNED;
            case NOTICE -> Status.WARNED;
        };
    }

    private Outcome outcome(Expectation expectation, CorpusTables tables) throws SQLException {
        Optional<String> missing = expectation.columns().stream()
                .filter(column -> tables.unreadable(column.substring(0, column.indexOf('.')))
                        .isEmpty())
                .filter(column -> !tables.has(column))
                .findFirst();
        if (missing.isPresent()) {
            return skipped(expectation, "column " + missing.get() + " is missing");
        }
        List<String> row = tables.rows(expectation.sql()).get(0);
        long checked = (long) Double.parseDouble(row.get(0));
        long failing = (long) Double.parseDouble(row.get(1));
        if (expectation.kind() != Kind.REQUIRED && checked == 0) {
            return skipped(expectation, "too few articles");
        }
        Status status = failing == 0 ? Status.PASSED : unmet(expectation.kind());
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
