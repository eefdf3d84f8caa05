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
 * What the manifest tells of the run.
 *
 * @param read records read, those rejected while reading included
 * @param written articles, duplicates and rejects together
 * @param unlistedRejects rejects that have no row of their own, by reason
 * @param noDocuments sound records that are no documents, by kind
 * @param expectations what was checked; empty where nothing was
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

    /** An archive file and what was read of it. */
    public record Input(String path, long bytes, long documents, long rejects) {}

    /**
     * Something that a corpus is checked for.
     *
     * @param checked whether it could be looked at; what could not has not passed, and not failed
     */
    public record Expectation(String name, boolean passed, boolean checked, String detail) {

        /** Whether it was looked at and is not so. */
        public boolean failed() {
            return checked && !passed;
        }
    }

    static RunFacts of(Path corpus) throws IOException {
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
                        .map(expectation -> new Expectation(
                                expectation.name(),
                                expectation.passed(),
                                !"unchecked".equals(expectation.status()),
                                expectation.detail()))
                        .toList());
    }
}
