package org.lintas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lintas.failure.ExitCode;

/**
 * A corpus and one that builds on it, in two languages: 12 articles, then 12 new ones and a copy of each of the first, every third of which is
 * at {@code hilang.example}.
 *
 * @param root folder of both, as their storage names it
 */
record TwoMonths(String root) {

    static final int STORIES = 12;

    private static final String STORY =
            "Polisi menangkap tersangka perdagangan orang di Batam setelah korban dari Kamboja melapor tentang penipuan daring."
                    + " Petugas menyita sabu 12 kg dari tersangka Rangga Wiraputra (34). ";
    private static final String THAI = "ตำรวจจับผู้ต้องหาค้ายาบ้าที่เชียงราย ";

    private static final List<String> WORDS =
            List.of(("yang dan untuk dengan tidak akan telah kepada sebuah karena oleh mereka"
                            + " pemerintah masyarakat petugas kapal pelabuhan negeri menteri perusahaan barang uang rumah jalan desa kota"
                            + " daerah laporan saksi keluarga bulan tahun malam pagi sekitar bersama antara setelah sebelum hingga dalam")
                    .split(" "));

    /** The result of a command. */
    record Result(ExitCode code, String err) {}

    /**
     * Builds both.
     *
     * @param disk where the root lies on this machine
     */
    static TwoMonths build(String root, Path disk) throws IOException {
        Files.createDirectories(disk);
        var months = new TwoMonths(root);
        var random = new Random(3);
        var early = new ArrayList<String>();
        var late = new ArrayList<String>();
        for (int story = 0; story < STORIES; story++) {
            String text = (story == 1 ? THAI.repeat(60) : STORY) + words(random);
            early.add(line("s" + story, story % 3 == 0 ? "hilang.example" : "kabar.example", text));
            late.add(line("t" + story, "berita.example", STORY + words(random)));
            late.add(line("copy" + story, "salin.example", text));
        }
        early.add("{\"id\":\"broken\"}");
        months.build(Files.write(disk.resolve("first.jsonl"), early), months.first());
        months.build(Files.write(disk.resolve("second.jsonl"), late), months.second(), "--previous=" + months.first());
        return months;
    }

    String first() {
        return root + "/first";
    }

    String second() {
        return root + "/second";
    }

    private void build(Path input, String output, String... flags) {
        Result result = run(() -> Lintas.run(
                "build",
                Stream.concat(
                                Stream.of(
                                        "--input=" + input, "--output=" + output, "--languages=any", "--parallelism=1"),
                                Stream.of(flags))
                        .toArray(String[]::new)));
        assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.OK);
    }

    /** Runs a command and captures its standard error. */
    static Result run(Supplier<ExitCode> command) {
        var err = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            ExitCode code = command.get();
            return new Result(code, err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setErr(before);
        }
    }

    static String line(String id, String host, String text) throws IOException {
        return new ObjectMapper()
                .writeValueAsString(
                        Map.of("id", id, "url", "https://" + host + "/" + id, "title", "Berita", "text", text));
    }

    /** Words in any order are still identified as Indonesian, and no two texts are similar. */
    static String words(Random random) {
        var words = new StringBuilder();
        for (int i = 0; i < 90; i++) {
            words.append(WORDS.get(random.nextInt(WORDS.size()))).append(i % 9 == 8 ? ". " : " ");
        }
        return words.toString().strip();
    }

    /** Copies a folder, so that a test can change it. */
    static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        return to;
    }

    /** The files below a folder and their sizes, one a line. */
    static List<String> files(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file) + " " + file.toFile().length() + " "
                            + file.toFile().lastModified())
                    .sorted()
                    .toList();
        }
    }
}
