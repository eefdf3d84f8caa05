package org.lintas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lintas.failure.ExitCode;
import org.lintas.schemas.Dataset;

/** An interrupted removal is completed by the same command. */
class RemoveArticlesTest {

    @TempDir
    static Path temp;

    @TempDir
    Path out;

    private Path first;
    private Path second;
    private Path hosts;

    @BeforeAll
    static void build() throws IOException {
        TwoMonths.build(temp.toString(), temp);
    }

    @BeforeEach
    void copy() throws IOException {
        first = TwoMonths.copy(temp.resolve("first"), out.resolve("first"));
        second = TwoMonths.copy(temp.resolve("second"), out.resolve("second"));
        hosts = Files.writeString(out.resolve("hosts.txt"), "hilang.example\n");
    }

    private TwoMonths.Result remove() {
        return TwoMonths.run(() -> Lintas.run("remove", "--corpus=" + first + "," + second, "--exclude=" + hosts));
    }

    private void assertRemoved() throws IOException {
        assertThat(new Corpus(first).query("SELECT count(*) FROM articles")).containsExactly("8");
        assertThat(new Corpus(second).query("SELECT count(*) FROM duplicates")).containsExactly("8");
        for (Path corpus : List.of(first, second)) {
            assertThat(corpus.resolve("_SUCCESS")).exists();
            assertThat(TwoMonths.files(corpus)).noneMatch(file -> file.startsWith("_next") || file.startsWith("_run"));
            assertThat(Lintas.run("check", "--corpus=" + corpus)).isEqualTo(ExitCode.OK);
        }
    }

    /** The process ended after replacing some of the datasets, or everything except _SUCCESS. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 10, 11})
    void interruptedDuringReplacement(int done) throws IOException {
        Path next = first.resolve("_next");
        assertThat(Lintas.run("compact", "--corpus=" + first, "--output=" + next, "--exclude=" + hosts))
                .isEqualTo(ExitCode.OK);
        Files.delete(first.resolve("_SUCCESS"));
        List<Dataset> datasets = List.of(Dataset.values());
        for (Dataset dataset : datasets.subList(0, Math.min(done, datasets.size()))) {
            String folder = dataset.folder();
            deleteAll(first.resolve(folder));
            Files.move(next.resolve(folder), first.resolve(folder));
        }
        if (done > datasets.size()) {
            Files.copy(
                    next.resolve("_manifest.json"),
                    first.resolve("_manifest.json"),
                    StandardCopyOption.REPLACE_EXISTING);
        }

        TwoMonths.Result result = remove();

        assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.OK);
        assertThat(result.err()).contains("an earlier removal from " + first + " is completed first");
        assertThat(new Corpus(first).query("SELECT count(*) FROM articles")).containsExactly("8");
        assertThat(first.resolve("_metrics.json")).doesNotExist();
        assertThat(TwoMonths.files(first)).noneMatch(file -> file.startsWith("_next"));
        assertThat(Lintas.run("check", "--corpus=" + first)).isEqualTo(ExitCode.OK);
    }

    /** The process ended before the replacement started or after it finished: leftover files are not needed. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void interruptedBeforeOrAfterReplacement(boolean isFinished) throws IOException {
        Path next = first.resolve("_next");
        assertThat(Lintas.run("compact", "--corpus=" + first, "--output=" + next))
                .isEqualTo(ExitCode.OK);
        if (!isFinished) {
            Files.delete(next.resolve("_SUCCESS"));
        }

        TwoMonths.Result result = remove();

        assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.OK);
        assertRemoved();
    }

    /** If the later corpus is done and the earlier one fails, the next attempt still removes all copies. */
    @Test
    void interruptedBetweenTwoCorpora() throws IOException {
        List<String> before = TwoMonths.files(first);
        // A file that makes writing fail.
        Files.writeString(first.resolve("_next"), "");

        assertThat(remove().code()).isNotEqualTo(ExitCode.OK);

        Files.delete(first.resolve("_next"));
        assertThat(TwoMonths.files(first)).isEqualTo(before);
        assertThat(new Corpus(second).query("SELECT count(*) FROM duplicates")).containsExactly("8");
        assertThat(remove().code()).isEqualTo(ExitCode.OK);
        assertRemoved();
    }

    private static void deleteAll(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
