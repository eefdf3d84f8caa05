package org.lintas.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lintas.dataset.Layout;
import org.lintas.failure.ExitCode;
import org.lintas.text.Printable;

/** Files and archive entries whose names try to escape from a folder, a page, a line or a shell. */
class HostileNamesTest {

    private static final List<String> FILES = List.of(
            "naik..jsonl",
            "baris\nlintas: palsu.jsonl",
            "\u202Elnosj.exe.jsonl",
            "\u001B[2J\u001B]0;judul\u0007.jsonl",
            "n".repeat(240) + ".jsonl",
            "$(touch bocor) `touch bocor` ' \" ; .jsonl",
            "bintang * tanya ? [kurung] {a,b} \\ .jsonl",
            "%2e%2e%2f%00.jsonl",
            "--output=x.jsonl",
            "<img src=x onerror=alert(1)>.jsonl",
            "ชื่อไฟล์ ຊື່ 文件.jsonl");

    private static final List<String> ENTRIES = List.of(
            "../../../../bocor.html",
            "/bocor.html",
            "..\\..\\bocor.html",
            "C:\\bocor.html",
            "baris\r\nbaru.html",
            "\u202Elmth.exe.html",
            "p".repeat(300) + ".html",
            "d/".repeat(500) + "dalam.html",
            "<script>alert(1)</script>.html");

    @TempDir
    static Path temp;

    private static Path input;
    private static Path output;
    private static Corpus corpus;

    @BeforeAll
    static void build() throws IOException {
        input = Files.createDirectories(temp.resolve("a/b/c/masukan"));
        for (String name : FILES) {
            Files.writeString(input.resolve(name), "{\"id\":\"f\",\"text\":\"" + text(name) + "\"}\n");
        }
        try (var zip = new ZipOutputStream(Files.newOutputStream(input.resolve("arsip.zip")))) {
            for (String name : ENTRIES) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(("<html><head><title>Kabar</title></head><body><article><p>" + text(name)
                                + "</p></article></body></html>")
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        output = temp.resolve("a/b/keluaran");
        ExitCode code = Lintas.run("build", "--input=" + input, "--output=" + output, "--parallelism=1");
        assertThat(code).isEqualTo(ExitCode.OK);
        corpus = new Corpus(output);
    }

    @Test
    void everyFileAndEntryIsReadUnderItsName() {
        Stream<String> files = FILES.stream().map(name -> input + "/" + name);
        Stream<String> entries = ENTRIES.stream().map(name -> input + "/arsip.zip!/" + Printable.of(name));

        assertThat(corpus.query("SELECT archive_file FROM articles"))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(files, entries).toList());
    }

    @Test
    void nothingIsWrittenBesideTheCorpus() {
        assertThat(files(temp).filter(file -> !file.startsWith(input) && !file.startsWith(output)))
                .isEmpty();
        assertThat(files(output).map(file -> output.relativize(file).toString()))
                .contains("_SUCCESS")
                .allSatisfy(name -> assertThat(name)
                        .matches("[A-Za-z_]+[.a-z]*|[a-z_]+/(language=[a-z]+/)?part-[0-9of-]+\\.zstd\\.parquet"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"report.html", "quality.html"})
    void pagesIsolateNamesFromSurroundingText(String file) throws IOException {
        String page = Files.readString(output.resolve(file));

        assertThat(page).doesNotContain("<img src=x", "<script", "\u001B");
        assertThat(page.replaceAll("<bdi>[^<]*</bdi>", "")).doesNotContain("\u202E");
    }

    @Test
    void namesOfFilesAreShownAsText() throws IOException {
        assertThat(Files.readString(output.resolve("quality.html"))).contains("&lt;img src=x");
    }

    @Test
    void aMessageStaysOneLine(@TempDir Path other) throws IOException {
        Files.writeString(other.resolve("a\nlintas: done\u001B[2J.bin"), "\u0000\u0001\u0002");

        assertThatThrownBy(() -> InputFiles.find(List.of(other.toString()), new Layout(other + "/c")))
                .hasMessageContaining("unknown format")
                .hasMessageNotContainingAny("\n", "\u001B");
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return new ArrayList<>(paths.filter(Files::isRegularFile).toList()).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An article of its own for each name, or they would be copies of each other. */
    private static String text(String name) {
        return Stream.of("Polisi", "menyita", "barang", "bukti", "dari", "gudang", "kosong", "di", "pelabuhan")
                .map(word -> word + " nomor " + Integer.toUnsignedString((name + word).hashCode()))
                .collect(Collectors.joining(" dan ", "Kabar dari desa tentang ", "."));
    }
}
