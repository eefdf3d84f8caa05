package org.lintas.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.lintas.dataset.Layout;
import org.lintas.quality.Checks;
import org.lintas.quality.CorpusCheck;
import org.lintas.quality.Outcome;
import org.lintas.quality.Outcome.Status;
import org.lintas.schemas.Dataset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last steps of every command that makes a corpus: its papers, its expectations and, last of all, the mark that it is finished. */
public final class Finish {

    private static final Logger LOG = LoggerFactory.getLogger(Finish.class);

    private Finish() {}

    /**
     * Writes the papers of a corpus whose datasets are complete, checks it, and marks it as finished if it is what it should be. One that is
     * not keeps its data, for a look, and its mark is missing.
     *
     * @param manifest as a JSON document
     * @param run for the citation
     * @param report makes the report of what is complete but for its mark
     * @param last called before the mark is written; fails if it must not be
     */
    public static ExitCode finish(
            Layout layout, OutputFolder output, String manifest, RunRecord run, Consumer<Layout> report, Runnable last)
            throws IOException {
        OutputFolder.write(layout.readme(), CorpusReadme.markdown() + DatasetCard.markdown(manifest));
        OutputFolder.write(layout.croissant(), Croissant.json(manifest));
        OutputFolder.write(layout.citation(), Citation.cff(run));
        OutputFolder.write(layout.manifest(), manifest);
        Optional<Checks> checks = checks(layout);
        if (checks.isPresent()) {
            OutputFolder.write(layout.checks(), checks.get().json());
            OutputFolder.write(layout.manifest(), withExpectations(manifest, checks.get()));
        }
        report.accept(layout);
        output.clearRun();
        if (checks.map(Checks::hasFailed).orElse(false)) {
            System.err.printf(
                    "lintas: expectations failed: %s; %s is kept without %s, see scripts/lintas check --corpus=%s%n",
                    String.join(", ", checks.get().names(Status.FAILED)), layout.root(), Layout.SUCCESS, layout.root());
            return ExitCode.EXPECTATION_FAILED;
        }
        checkFiles(layout, manifest);
        last.run();
        OutputFolder.write(layout.success(), "");
        return ExitCode.OK;
    }

    /** Fails unless the files of the datasets are those that were written, each as long as it was: none is gone, none is there twice. */
    private static void checkFiles(Layout layout, String manifest) throws IOException {
        Map<String, Long> there = new TreeMap<>();
        for (Dataset dataset : Dataset.values()) {
            for (MatchResult.Metadata file : SmallFiles.listBelow(layout.folder(dataset))) {
                String path = file.resourceId().toString();
                there.put(path.substring(path.lastIndexOf("/" + dataset.folder() + "/") + 1), file.sizeBytes());
            }
        }
        Map<String, Long> written = new TreeMap<>();
        for (JsonNode file : new ObjectMapper().readTree(manifest).path("files")) {
            written.put(file.path("path").asText(), file.path("bytes").asLong());
        }
        if (!there.equals(written)) {
            throw new IOException("files of " + layout.root() + " are not those that were written");
        }
    }

    /** The manifest, with whether each expectation passed; those that were skipped said nothing. */
    private static String withExpectations(String manifest, Checks checks) throws IOException {
        var mapper = new ObjectMapper();
        var root = (ObjectNode) mapper.readTree(manifest);
        ArrayNode expectations = root.putArray("expectations");
        for (Outcome outcome : checks.outcomes()) {
            if (outcome.status() != Status.SKIPPED) {
                expectations
                        .addObject()
                        .put("name", outcome.name())
                        .put("passed", outcome.status() == Status.PASSED)
                        .put("detail", outcome.summary());
            }
        }
        return root.toPrettyString() + "\n";
    }

    /** What came of the expectations; empty where they cannot be checked, which is said. */
    private static Optional<Checks> checks(Layout layout) throws IOException {
        if (layout.root().contains("://")) {
            LOG.warn(
                    "expectations not checked: {} is not on a local disk; copy it and run scripts/lintas check",
                    layout.root());
            return Optional.empty();
        }
        try {
            DriverManager.getDriver("jdbc:duckdb:");
        } catch (SQLException e) {
            LOG.warn("expectations not checked: DuckDB is not on the class path, where scripts/lintas puts it");
            return Optional.empty();
        }
        try {
            Checks checks = CorpusCheck.ofRun(Path.of(layout.root())).check();
            checks.names(Status.WARNED).forEach(name -> LOG.warn("not as usual: {}; see {}", name, layout.checks()));
            return Optional.of(checks);
        } catch (SQLException e) {
            throw new IOException("the expectations could not be checked: " + e.getMessage(), e);
        }
    }
}
