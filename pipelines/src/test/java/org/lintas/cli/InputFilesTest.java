package org.lintas.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lintas.dataset.Layout;
import org.lintas.failure.ExitCode;
import org.lintas.failure.RunFailure;
import org.lintas.record.ArchiveFile;

@Tag("timed")
class InputFilesTest {

    private static final String LINE = "{\"id\":\"1\",\"text\":\"Kabar dari desa.\"}\n";

    private static final Layout OUTPUT = new Layout("/nope");

    @TempDir
    Path temp;

    @BeforeEach
    void followTheFolder() throws IOException {
        temp = temp.toRealPath();
    }

    @Test
    @Timeout(20)
    void missingInputIsReportedWithoutScanningTheDisk() {
        assertThat(failure("/nope").code()).isEqualTo(ExitCode.INPUT_MISSING);
        assertThat(failure("/nope")).hasMessage("--input=/nope: does not exist");
        assertThat(failure("/*.no-such-archive")).hasMessageStartingWith("--input=/*.no-such-archive: matches no file");
        assertThat(failure("/nope/*/x")).hasMessageContaining("matches no file");
    }

    @Test
    void aFolderWithoutFilesReportsWhatWasSkipped() throws IOException {
        write(".hidden.jsonl");

        assertThat(failure(temp.toString()))
                .hasMessageMatching("--input=.*: contains no file; skipped: hidden 1, .*hidden.jsonl");
        assertThat(failure(temp + "/*.warc"))
                .hasMessage("--input=" + temp + "/*.warc: matches no file: quote the glob and check it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spasi di nama.jsonl",
                " depan.jsonl",
                "%41%2F.jsonl",
                "-minus.jsonl",
                "--input=x.jsonl",
                "~.jsonl",
                "a:b.jsonl",
                "[kurung.jsonl",
                "[1].jsonl",
                "{buka.jsonl",
                "{a,b}.jsonl",
                "*.jsonl",
                "?.jsonl",
                "a\\b.jsonl",
                "a\nb.jsonl",
                "\u0001\u001B[2J.jsonl",
                "\u202Elnosj.jsonl",
                "ชื่อไฟล์.jsonl",
                "e\u0301.jsonl",
                "\uD83D\uDE00.jsonl",
                "A.JSONL"
            })
    void filesWithAnyNameAreFound(String name) throws IOException {
        write(name);

        assertThat(paths(temp + "/" + name)).containsExactly(temp + "/" + name);
        assertThat(paths(temp.toString())).containsExactly(temp + "/" + name);
    }

    @Test
    void longestFileNameIsFound() throws IOException {
        String name = "ก".repeat(83) + ".jsonl";
        write(name);

        assertThat(paths(temp + "/" + name)).containsExactly(temp + "/" + name);
    }

    @Test
    void commasSeparateExceptInBracesOrAfterABackslash() throws IOException {
        write("a.jsonl");
        write("b.jsonl");
        write("c,d.jsonl");

        assertThat(paths(temp + "/{a,b}.jsonl")).containsExactly(temp + "/a.jsonl", temp + "/b.jsonl");
        assertThat(paths(temp + "/a.jsonl," + temp + "/c\\,d.jsonl"))
                .containsExactly(temp + "/a.jsonl", temp + "/c,d.jsonl");
        assertThat(failure(temp + "/a.jsonl,,x")).hasMessageContaining("a name is empty");
        assertThat(failure("")).hasMessageContaining("a name is empty");
        assertThat(failure(temp + "/a.jsonl,").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void dotsSlashesAndSchemesLeadToTheSameFile() throws IOException {
        write("a/b/c.jsonl");
        String file = temp + "/a/b/c.jsonl";
        Path here = Path.of("").toAbsolutePath();

        assertThat(paths(temp + "/a/../a//b/./c.jsonl")).containsExactly(file);
        assertThat(paths(temp + "/a/b/")).containsExactly(file);
        assertThat(paths(temp + "/./*/../a/*/c.jsonl")).containsExactly(file);
        assertThat(paths("file://" + file)).containsExactly(file);
        assertThat(paths(here.relativize(temp) + "/a")).containsExactly(file);
        assertThat(paths("../".repeat(here.getNameCount() + 3) + file.substring(1)))
                .containsExactly(file);
    }

    @Test
    void dotsAfterALinkLeadToTheParentOfItsTarget() throws IOException {
        write("real/deep/x.jsonl");
        write("real/y.jsonl");
        write("y.jsonl");
        Files.createSymbolicLink(temp.resolve("link"), Path.of("real/deep"));

        assertThat(paths(temp + "/link/../y.jsonl")).containsExactly(temp + "/real/y.jsonl");
        assertThat(paths(temp + "/link/x.jsonl")).containsExactly(temp + "/link/x.jsonl");
    }

    @Test
    void wrongNamesGetAHint() throws IOException {
        write("a.jsonl");

        assertThat(failure("~/archives")).hasMessageContaining("write $HOME");
        assertThat(failure("caf\uFFFD.txt")).hasMessageContaining("must be UTF-8");
        assertThat(failure(temp + "/*/")).hasMessageContaining("end it with /**");
        assertThat(failure(temp + "/[a").code()).isEqualTo(ExitCode.USAGE);
        assertThat(failure(temp + "/[a")).hasMessageContaining("invalid glob: a [ is not closed");
        assertThat(failure("/a\n\u0007b")).hasMessage("--input=/a\\u000A\\u0007b: does not exist");
        assertThat(failure("x://y")).hasMessageContaining("No filesystem found for scheme x");
    }

    @Test
    void aFileFoundTwiceIsReadOnceAndReported() throws IOException {
        write("a.jsonl");
        write("b/c.jsonl");
        Files.createSymbolicLink(temp.resolve("b/up"), Path.of(".."));

        InputFiles input = InputFiles.find(List.of(temp.toString(), temp + "/*.jsonl", temp + "/b"), OUTPUT);

        assertThat(input.files().stream().map(ArchiveFile::getPath))
                .containsExactly(temp + "/a.jsonl", temp + "/b/c.jsonl");
        assertThat(input.skipped().lines()).anySatisfy(line -> assertThat(line).contains("same_file 3", "read once"));
    }

    @Test
    void theOverwrittenCorpusIsNotInput() throws IOException {
        write("a.jsonl");
        write("corpus/own.jsonl");
        write("corpus/README.md");
        write("corpus/articles/language=id/part-00000-of-00001.zstd.parquet");
        write("corpus/rejects/part-00000-of-00001.zstd.parquet");
        Files.createSymbolicLink(temp.resolve("link"), Path.of("corpus"));

        for (String output : List.of("/corpus", "/link")) {
            InputFiles input = InputFiles.find(List.of(temp + "/link", temp.toString()), new Layout(temp + output));

            assertThat(input.files().stream().map(ArchiveFile::getPath))
                    .containsExactlyInAnyOrder(temp + "/a.jsonl", temp + "/corpus/own.jsonl");
            assertThat(input.skipped().counts()).containsEntry("output", 3L);
        }
    }

    private List<String> paths(String flag) {
        return InputFiles.find(List.of(flag.split(",", -1)), OUTPUT).files().stream()
                .map(ArchiveFile::getPath)
                .sorted()
                .toList();
    }

    private static RunFailure failure(String flag) {
        return catchThrowableOfType(RunFailure.class, () -> InputFiles.find(List.of(flag.split(",", -1)), OUTPUT));
    }

    private void write(String name) throws IOException {
        Path file = temp.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, LINE);
    }
}
