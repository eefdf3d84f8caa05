package org.lintas.report.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lintas.dataset.Layout;
import org.lintas.dataset.Manifest;

/**
 * The run, as recorded in the manifest.
 *
 * @param read records read, including those rejected while reading
 * @param written articles, duplicates and rejects together
 * @param unlistedRejects rejects without their own row, by reason
 * @param noDocuments records skipped because they are not documents, by kind
 * @param expectations results of the checks; empty if there were none
 */
public record RunFacts(
        String runId,
        String finished,
        double seconds,
        long read,
        long written,
        boolean conserved,
        Map<String, Long> unlistedRejects,
        Map<String, Long> noDocuments,
        List<Input> inputs,
        long files,
        long bytes,
        Map<String, String> options,
        Map<String, String> versions,
        List<Expectation> expectations) {

    /** An archive file and what was read from it. */
    public record Input(String path, long bytes, long documents, long rejects) {}

    /** The result of an expectation. */
    public record Expectation(String name, Result result, String detail) {}

    /** What an expectation gave. */
    public enum Result {
        FAILED,
        /** The data is unusual, or to be read with care. */
        WARNED,
        /** It has neither passed nor failed. */
        UNCHECKED,
        PASSED;

        private static Result of(Manifest.Expectation expectation) {
            if (expectation.passed()) {
                return PASSED;
            }
            return switch (Objects.requireNonNullElse(expectation.status(), "failed")) {
                case "warned" -> WARNED;
                case "unchecked" -> UNCHECKED;
                default -> FAILED;
            };
        }
    }

    /** Expectations with a result, in the order of the checks. */
    public List<Expectation> with(Result result) {
        return expectations.stream()
                .filter(expectation -> expectation.result() == result)
                .toList();
    }

    /** Reads the manifest of a corpus. */
    public static RunFacts of(Path corpus) throws IOException {
        Manifest manifest = Manifest.parse(Files.readString(corpus.resolve(Layout.MANIFEST)));
        Manifest.Conservation conservation = manifest.conservation();
        List<Manifest.Expectation> checked =
                Objects.requireNonNullElse(manifest.expectations(), List.<Manifest.Expectation>of());
        return new RunFacts(
                manifest.runId(),
                manifest.timings().finished(),
                manifest.timings().seconds(),
                conservation.read().total(),
                conservation.written().total(),
                conservation.holds(),
                conservation.unlistedRejects(),
                conservation.noDocuments(),
                manifest.inputs().stream()
                        .map(input -> new Input(input.path(), input.bytes(), input.documents(), input.rejects()))
                        .toList(),
                manifest.files().size(),
                Manifest.sum(manifest.files(), Manifest.File::bytes),
                manifest.options(),
                manifest.versions(),
                checked.stream()
                        .map(expectation ->
                                new Expectation(expectation.name(), Result.of(expectation), expectation.detail()))
                        .toList());
    }
}
