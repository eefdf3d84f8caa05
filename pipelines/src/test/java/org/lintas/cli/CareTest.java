package org.lintas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lintas.failure.ExitCode;

/** Exclusion, masking and excerpts, through the command line. */
class CareTest {

    private static final String TEXT = "Polisi menangkap dua tersangka perdagangan orang di Batam pada hari Senin. "
            + "Korban dihubungi lewat nomor 081234567890 dan diminta membayar biaya perjalanan ke Kamboja. "
            + "Menurut polisi, para korban dijanjikan pekerjaan sebagai pelayan restoran di Sihanoukville. "
            + "Setelah tiba, paspor mereka disita, mereka dijual ke perusahaan lain dan dipaksa melayani tamu tanpa upah.";

    @TempDir
    static Path temp;

    private static Path input;
    private static Corpus full;

    @BeforeAll
    static void write() throws IOException {
        input = temp.resolve("berita.jsonl");
        var json = new ObjectMapper();
        Files.write(
                input,
                List.of(
                        json.writeValueAsString(
                                Map.of("id", "a", "url", "https://kabar.example/a?utm_source=x", "text", TEXT)),
                        json.writeValueAsString(Map.of(
                                "id",
                                "b",
                                "url",
                                "https://m.hilang.example/b",
                                "text",
                                "Panen padi gagal karena banjir besar melanda kabupaten itu sejak awal bulan.")),
                        json.writeValueAsString(
                                Map.of(
                                        "id",
                                        "c",
                                        "url",
                                        "https://kabar.example/c",
                                        "text",
                                        "Menteri luar negeri bertemu duta besar di Jakarta untuk membahas kerja sama perikanan."))));
        full = build("full");
    }

    @Test
    void excludedArticlesAreRejectsAndTheRestExcerpts() throws IOException {
        Path list =
                Files.writeString(temp.resolve("takedowns.txt"), "hilang.example # host\nhttps://kabar.example/c\n");
        Corpus corpus = build("excluded", "--exclude=" + list, "--text=excerpt", "--excerptCharacters=80");

        assertThat(corpus.query("SELECT record_id FROM articles")).containsExactly("a");
        assertThat(corpus.query("SELECT text, text_length FROM articles"))
                .containsExactly(
                        "Polisi menangkap dua tersangka perdagangan orang di Batam pada hari Senin.\t" + TEXT.length());
        assertThat(corpus.query("SELECT record_id, stage, reason, url, detail FROM rejects ORDER BY 1"))
                .containsExactly(
                        "b\tcare\tTAKEDOWN\thttps://m.hilang.example/b\thilang.example",
                        "c\tcare\tTAKEDOWN\thttps://kabar.example/c\tkabar.example/c");
    }

    @Test
    void anOutletIsExcludedBehindShortLinksAndUnmatchedEntriesAreReported() throws IOException {
        Path news = Files.write(
                temp.resolve("outlets.jsonl"),
                List.of(
                        line("a", "kabar.example", "https://pendek.example/a", "pertama"),
                        line("b", "kabar.example", "https://kabar.example/b", "kedua"),
                        line("c", "Suara Rakyat", "https://pendek.example/c", "ketiga"),
                        line("d", "Suara Lain", "https://pendek.example/d", "keempat")));
        Path list = Files.write(
                temp.resolve("outlets.txt"),
                List.of(
                        "kabar.example",
                        "outlet:suara rakyat",
                        "tidak.example",
                        "outlet:Bukan",
                        "https://a.example/1"));

        Printed printed = printed(() -> run("outlets", "--exclude=" + list, "--input=" + news));

        assertThat(printed.code()).isEqualTo(ExitCode.OK);
        Corpus corpus = new Corpus(temp.resolve("outlets"));
        assertThat(corpus.query("SELECT record_id FROM articles")).containsExactly("d");
        assertThat(corpus.query("SELECT record_id, detail FROM rejects ORDER BY 1"))
                .containsExactly("a\tkabar.example", "b\tkabar.example", "c\toutlet:suara rakyat");
        assertThat(printed.lines())
                .contains("lintas: --exclude=" + list
                        + ": 3 of 5 entries match no article or copy: line 3 'tidak.example',"
                        + " line 4 'outlet:bukan', line 5 'a.example/1'");
    }

    @Test
    void anInvalidListIsReportedWithItsBeginning() throws IOException {
        Path list = Files.writeString(temp.resolve("none.txt"), "a.example\n" + "kabar ".repeat(1 << 20));

        Printed printed = printed(() -> run("unused", "--exclude=" + list));

        assertThat(printed.code()).isEqualTo(ExitCode.USAGE);
        assertThat(printed.lines())
                .singleElement()
                .asString()
                .contains("--exclude=" + list + ": line 2 is longer than 65,536 characters: 'kabar kabar ")
                .hasSizeLessThan(400);
    }

    @Test
    void recordsOfWhichNoArticleCameAreTold() throws IOException {
        Path bodies = Files.writeString(
                temp.resolve("bodies.jsonl"), "{\"id\":\"a\",\"content_of_it\":\"Satu\"}\n{\"id\":\"b\"}\n");
        Path hosts = Files.writeString(temp.resolve("all.txt"), "kabar.example\nhilang.example\n");

        Printed missing = printed(() -> run("bodies", "--input=" + bodies));
        Printed excluded = printed(() -> run("nothing", "--exclude=" + hosts));

        assertThat(missing.code()).isEqualTo(ExitCode.OK);
        assertThat(missing.lines())
                .contains(
                        "lintas: no article came of the 2 records: most rejects (2) are MISSING_TEXT; name the field that holds the text with --jsonFields=text=NAME");
        assertThat(excluded.lines())
                .contains(
                        "lintas: no article came of the 3 records: most rejects (3) are TAKEDOWN; the dataset rejects says why of each");
    }

    private static String line(String id, String source, String url, String word) throws IOException {
        String text =
                "Warga desa " + word + " mengeluh karena jalan " + word + " rusak berat setelah hujan " + word + ".";
        return new ObjectMapper().writeValueAsString(Map.of("id", id, "source", source, "url", url, "text", text));
    }

    private record Printed(ExitCode code, List<String> lines) {}

    /** The standard error of a command. */
    private static Printed printed(Supplier<ExitCode> command) {
        var err = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            ExitCode code = command.get();
            return new Printed(
                    code, err.toString(StandardCharsets.UTF_8).lines().toList());
        } finally {
            System.setErr(before);
        }
    }

    @Test
    void maskedNumbersLeaveNoTraceInTextDigestAndId() {
        String row = "SELECT article_id, content_digest FROM articles WHERE record_id = 'a'";
        Corpus masked = build("masked", "--maskPersonalNumbers");

        assertThat(masked.query("SELECT count(*) FROM articles WHERE text LIKE '%lewat nomor •••••••••••• dan%'"))
                .isEqualTo(full.query("SELECT count(*) FROM articles WHERE text LIKE '%lewat nomor 081234567890 dan%'"))
                .isNotEqualTo(List.of("0"));
        assertThat(masked.query(row)).isNotEqualTo(full.query(row));
        String terms = "SELECT topic, [e FOR e IN evidence IF e.kind = 'term'] FROM article_topics ORDER BY ALL";
        assertThat(masked.query(terms)).isEqualTo(full.query(terms)).isNotEmpty();
        assertThat(masked.query(
                        "SELECT count(*) FROM article_topics WHERE CAST(evidence AS VARCHAR) LIKE '%081234567890%'"))
                .containsExactly("0");
    }

    @Test
    void withoutTextAllOtherColumnsAreTheSame() {
        Corpus none = build("none", "--text=none");
        String rest = "SELECT * EXCLUDE (text) FROM articles ORDER BY ALL";

        assertThat(none.query("SELECT DISTINCT text FROM articles")).containsExactly("");
        assertThat(none.query(rest)).isEqualTo(full.query(rest));
        for (String dataset : List.of("article_countries", "duplicates", "fingerprints")) {
            String rows = "SELECT * FROM " + dataset + " ORDER BY ALL";
            assertThat(none.query(rows)).as(dataset).isEqualTo(full.query(rows));
        }
        String evidence =
                "SELECT * REPLACE ([struct_update(e, term := %s) FOR e IN evidence] AS evidence) FROM article_topics ORDER BY ALL";
        assertThat(none.query(evidence.formatted("e.term")))
                .as("sentences are as little published as the text that they are of")
                .isEqualTo(full.query(evidence.formatted(
                        "CASE WHEN e.kind = 'sentence' AND e.field = 'text' THEN '' ELSE e.term END")))
                .isNotEqualTo(full.query(evidence.formatted("e.term")));
        assertThat(run("next", "--previous=" + temp.resolve("none")))
                .as("nothing to verify near duplicates by")
                .isEqualTo(ExitCode.USAGE);
    }

    private static Corpus build(String name, String... flags) {
        assertThat(run(name, flags)).isEqualTo(ExitCode.OK);
        return new Corpus(temp.resolve(name));
    }

    private static ExitCode run(String name, String... flags) {
        return Lintas.run(
                "build",
                Stream.concat(
                                Stream.of("--output=" + temp.resolve(name), "--parallelism=1"),
                                Stream.concat(
                                        Stream.of(flags),
                                        Stream.of("--input=" + input)
                                                .filter(any -> Stream.of(flags)
                                                        .noneMatch(flag -> flag.startsWith("--input=")))))
                        .toArray(String[]::new));
    }
}
