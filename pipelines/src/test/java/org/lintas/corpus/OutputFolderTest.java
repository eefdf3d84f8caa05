package org.lintas.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lintas.dataset.Layout;
import org.lintas.failure.RunFailure;

/** What {@code --overwrite} removes, and what it never does. */
class OutputFolderTest {

    private static final String PART = "articles/language=id/part-00000-of-00001.zstd.parquet";

    @TempDir
    Path folder;

    private OutputFolder output;

    @BeforeEach
    void create() {
        output = new OutputFolder(new Layout(folder.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "report.html", "_SUCCESS", "articles/mine.txt", "taxonomy/topics.yaml", PART})
    void aFolderThatNeverHeldACorpusIsLeft(String name) throws IOException {
        Path mine = write(name);

        assertRefused(true, "is not empty, and holds no corpus; choose another");
        assertRefused(false, "is not empty, and holds no corpus; choose another");

        assertThat(mine).hasContent(name);
        assertThat(folder.resolve("_run")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"_manifest.json", "_run/started"})
    void aCorpusAndWhatAnUnfinishedRunLeftAreRemoved(String sign) throws IOException {
        write(sign);
        Path part = write(PART);
        Path notes = write("notes.txt");
        Path stale = write("_run/notes.jsonl");

        assertRefused(false, "is not empty; choose another or add --overwrite");
        output.prepare(true);

        assertThat(part.getParent().getParent()).doesNotExist();
        assertThat(notes).exists();
        assertThat(stale).doesNotExist();
        assertThat(folder.resolve("_run/started")).exists();
        assertThatCode(() -> output.prepare(true)).doesNotThrowAnyException();
    }

    /** Such a file would count as one of the new corpus, which could not be opened. */
    @Test
    void aFileOfOthersAmongThoseOfADatasetIsNamed() throws IOException {
        Path manifest = write("_manifest.json");
        Path part = write(PART);
        Path mine = write("articles/language=id/mine.parquet");

        assertRefused(true, "articles/language=id/mine.parquet is not a file of Lintas");
        assertThat(part).exists();
        assertThat(manifest).exists();

        output.clear();
        assertThat(part).doesNotExist();
        assertThat(mine).exists();
    }

    private Path write(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, name);
    }

    private void assertRefused(boolean overwrite, String message) {
        assertThatThrownBy(() -> output.prepare(overwrite))
                .isInstanceOf(RunFailure.class)
                .hasMessageStartingWith("--output=" + folder + ": ")
                .hasMessageContaining(message);
    }
}
