package org.lintas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lintas.failure.ExitCode;

class BuildSampleTest {

    private static final String PROPERTY = "lintas.sample";

    @TempDir
    Path temp;

    private String before;

    @BeforeEach
    void write() throws IOException {
        Path sample = Files.createDirectory(temp.resolve("sample"));
        Files.writeString(sample.resolve("news.jsonl"), "{\"text\": \"Polisi menangkap tersangka di Batam.\"}\n");
        Files.writeString(temp.resolve("sample-watch.tsv"), "kabar\torganisation\tany\tKabar\n");
        before = System.setProperty(PROPERTY, sample.toString());
    }

    @AfterEach
    void restore() {
        if (before == null) {
            System.clearProperty(PROPERTY);
        } else {
            System.setProperty(PROPERTY, before);
        }
    }

    @Test
    void onlyAnEarlierSampleIsReplaced() throws IOException {
        Path made = temp.resolve("made");
        assertThat(sample(made).code()).isEqualTo(ExitCode.OK);
        assertThat(sample(made).code()).isEqualTo(ExitCode.OK);
        assertThat(Lintas.run("build", "--input=" + temp.resolve("sample"), "--output=" + made, "--overwrite"))
                .isEqualTo(ExitCode.OK);
        List<String> files = TwoMonths.files(made);

        HelpTest.Captured refused = sample(made);

        assertThat(refused.code()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err())
                .contains("--output=" + made + ": holds a corpus that is not the sample; choose another");
        assertThat(TwoMonths.files(made)).isEqualTo(files);
    }

    @Test
    void filesOfOthersAreLeft() throws IOException {
        Path mine =
                Files.writeString(Files.createDirectory(temp.resolve("mine")).resolve("README.md"), "mine");
        assertThat(sample(mine.getParent()).err()).contains("is not empty, and holds no corpus");
        Path run = Files.createDirectories(temp.resolve("run/_run"));
        Files.createFile(run.resolve("started"));
        assertThat(sample(run.getParent()).err()).contains("holds what an unfinished run left");
        assertThat(mine).hasContent("mine");
    }

    private static HelpTest.Captured sample(Path output) {
        return HelpTest.captured(() -> Lintas.run("sample", "--output=" + output));
    }
}
