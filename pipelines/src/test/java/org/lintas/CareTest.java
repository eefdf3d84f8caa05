package org.lintas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lintas.run.ExitCode;

/** What is kept out of a corpus, through the command line. */
class CareTest {

    private static final String TEXT = "Polisi menangkap dua tersangka perdagangan orang di Batam pada hari Senin. "
            + "Korban dihubungi lewat nomor 081234567890 dan diminta membayar biaya perjalanan ke Kamboja. "
            + "Menurut polisi, para korban dijanjikan pekerjaan sebagai pelayan restoran di Sihanoukville.";

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
    void whatIsExcludedIsARejectAndTheRestAnExcerpt() throws IOException {
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
    void maskedNumbersLeaveNoTraceInTextDigestAndId() {
        String row = "SELECT article_id, content_digest FROM articles WHERE record_id = 'a'";
        Corpus masked = build("masked", "--maskPersonalNumbers");

        assertThat(masked.query("SELECT count(*) FROM articles WHERE text LIKE '%lewat nomor •••••••••••• dan%'"))
                .isEqualTo(full.query("SELECT count(*) FROM articles WHERE text LIKE '%lewat nomor 081234567890 dan%'"))
                .isNotEqualTo(List.of("0"));
        assertThat(masked.query(row)).isNotEqualTo(full.query(row));
        assertThat(masked.query("SELECT topic, evidence FROM article_topics ORDER BY ALL"))
                .isEqualTo(full.query("SELECT topic, evidence FROM article_topics ORDER BY ALL"))
                .isNotEmpty();
    }

    @Test
    void withoutTextAllElseIsTheSame() {
        Corpus none = build("none", "--text=none");
        String rest = "SELECT * EXCLUDE (text) FROM articles ORDER BY ALL";

        assertThat(none.query("SELECT DISTINCT text FROM articles")).containsExactly("");
        assertThat(none.query(rest)).isEqualTo(full.query(rest));
        for (String dataset : List.of("article_topics", "article_countries", "duplicates", "fingerprints")) {
            String rows = "SELECT * FROM " + dataset + " ORDER BY ALL";
            assertThat(none.query(rows)).as(dataset).isEqualTo(full.query(rows));
        }
        assertThat(run("next", "--previous=" + temp.resolve("none")))
                .as("nothing to verify near duplicates by")
                .isEqualTo(ExitCode.USAGE);
    }

    private static Corpus build(String name, String... flags) {
        assertThat(run(name, flags)).isEqualTo(ExitCode.OK);
        return new Corpus(temp.resolve(name));
    }

    private static ExitCode run(String name, String... flags) {
        return BuildCorpus.run(Stream.concat(
                        Stream.of("--input=" + input, "--output=" + temp.resolve(name), "--parallelism=1"),
                        Stream.of(flags))
                .toArray(String[]::new));
    }
}
