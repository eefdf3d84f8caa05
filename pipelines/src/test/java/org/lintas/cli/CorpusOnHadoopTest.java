package org.lintas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lintas.failure.ExitCode;
import org.lintas.schemas.Dataset;
import org.lintas.storage.Storage;

/** Finished corpora on a storage with different globs than a disk, and with failures. */
class CorpusOnHadoopTest {

    @TempDir
    static Path temp;

    private static TwoMonths months;

    @BeforeAll
    static void build() throws IOException {
        HadoopOnDisk.use();
        months = TwoMonths.build(HadoopOnDisk.ROOT + temp, temp);
    }

    @AfterEach
    void mend() {
        HadoopOnDisk.fail(null);
    }

    @AfterAll
    static void forget() {
        Storage.open(List.of());
    }

    @Test
    void allDatasetsAreMerged(@TempDir Path out) {
        assertThat(compact(out, "").code()).isEqualTo(ExitCode.OK);

        // An incident that the second one goes on with has its rows from there.
        List<String> continued = new Corpus(temp.resolve("second")).query("SELECT incident_id FROM incidents");
        for (Dataset dataset : Dataset.values()) {
            List<String> both = new ArrayList<>(new Corpus(temp.resolve("second")).rows(dataset));
            if (!dataset.folder().startsWith("taxonomy")) {
                boolean isOfIncidents = dataset.folder().startsWith("incident");
                new Corpus(temp.resolve("first"))
                        .rows(dataset).stream()
                                .filter(row -> !isOfIncidents || !continued.contains(row.split("\t")[0]))
                                .forEach(both::add);
            }
            // No outlet of a few articles repeats a line often enough, and no reader decided on anything.
            assertThat(both.isEmpty())
                    .as(dataset.folder())
                    .isEqualTo(dataset == Dataset.OUTLET_LINES || dataset == Dataset.CORRECTIONS);
            assertThat(new Corpus(out.resolve("merged")).rows(dataset))
                    .as(dataset.folder())
                    .containsExactlyInAnyOrderElementsOf(both);
        }
        assertThat(Lintas.run("check", "--corpus=" + out.resolve("merged"))).isEqualTo(ExitCode.OK);
    }

    @Test
    void whatIsExcludedIsLeftOut(@TempDir Path out) throws IOException {
        Path hosts = Files.writeString(out.resolve("hosts.txt"), "hilang.example\n");

        assertThat(compact(out, "--exclude=" + hosts).code()).isEqualTo(ExitCode.OK);

        var merged = new Corpus(out.resolve("merged"));
        assertThat(merged.query("SELECT count(*) FROM articles")).containsExactly("20");
        assertThat(merged.query("SELECT count(*) FROM duplicates")).containsExactly("8");
        assertThat(Lintas.run("check", "--corpus=" + out.resolve("merged"))).isEqualTo(ExitCode.OK);
    }

    @Test
    void aStorageThatFailsInTheMiddleLeavesNothingAndTheCommandWorksAgain(@TempDir Path out) throws IOException {
        List<String> before = TwoMonths.files(temp);
        HadoopOnDisk.fail((request, path) -> request.equals("create") && path.contains("/_run/article_figures"));

        TwoMonths.Result failed = compact(out, "");

        assertThat(failed.code()).isEqualTo(ExitCode.PIPELINE_FAILED);
        assertThat(failed.err()).contains("writing " + HadoopOnDisk.ROOT + out, "the storage does not answer");
        assertThat(TwoMonths.files(out)).isEmpty();
        assertThat(TwoMonths.files(temp)).isEqualTo(before);
        HadoopOnDisk.fail(null);
        assertThat(compact(out, "").code()).isEqualTo(ExitCode.OK);
    }

    @Test
    void aFailedCleanupIsReported(@TempDir Path out) throws IOException {
        var isAway = new AtomicBoolean();
        HadoopOnDisk.fail((request, path) -> {
            isAway.compareAndSet(false, request.equals("create") && path.contains("/_run/rejects"));
            // The lock of an ended process expires, but this process is still running.
            return isAway.get() && !request.equals("open") && !path.contains("/_lock");
        });

        TwoMonths.Result failed = compact(out, "");

        HadoopOnDisk.fail(null);
        assertThat(failed.code()).isEqualTo(ExitCode.PIPELINE_FAILED);
        assertThat(failed.err()).contains("could not be removed", "--overwrite");
        assertThat(out.resolve("merged/_SUCCESS")).doesNotExist();
        assertThat(TwoMonths.files(out)).isNotEmpty();
        assertThat(compact(out, "").code()).isEqualTo(ExitCode.USAGE);
        assertThat(compact(out, "--overwrite").code()).isEqualTo(ExitCode.OK);
        assertThat(Lintas.run("check", "--corpus=" + out.resolve("merged"))).isEqualTo(ExitCode.OK);
    }

    @Test
    void aMissingFileFailsTheCommandAtTheStart(@TempDir Path out) throws IOException {
        Path corpus = TwoMonths.copy(temp.resolve("first"), out.resolve("first"));
        Path file = corpus.resolve("duplicates/part-00000-of-00001.zstd.parquet");
        Files.delete(file);

        TwoMonths.Result result = TwoMonths.run(() -> Lintas.run(
                "compact",
                "--corpus=" + HadoopOnDisk.ROOT + corpus,
                "--output=" + HadoopOnDisk.ROOT + out.resolve("merged")));

        assertThat(result.code()).isEqualTo(ExitCode.INPUT_MISSING);
        assertThat(result.err()).contains("duplicates/part-00000-of-00001.zstd.parquet is missing");
        assertThat(out.resolve("merged")).doesNotExist();
    }

    private static TwoMonths.Result compact(Path out, String flag) {
        String corpora = "--corpus=" + months.first() + "," + months.second();
        String output = "--output=" + HadoopOnDisk.ROOT + out.resolve("merged");
        return TwoMonths.run(() ->
                flag.isEmpty() ? Lintas.run("compact", corpora, output) : Lintas.run("compact", corpora, output, flag));
    }
}
