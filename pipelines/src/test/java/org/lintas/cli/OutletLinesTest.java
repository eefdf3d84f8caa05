package org.lintas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lintas.dedup.line.MadeArticles;
import org.lintas.failure.ExitCode;
import org.lintas.schemas.Dataset;

/** Lines that outlets repeat, through the command line. */
class OutletLinesTest {

    private static final String NOTICE = "Ikuti Warta di Telegram, Facebook dan Instagram.";

    @TempDir
    private static Path folder;

    private static Path built;

    @BeforeAll
    static void build() throws IOException {
        var lines = new ArrayList<String>();
        for (int number = 0; number < 60; number++) {
            lines.add(new ObjectMapper()
                    .writeValueAsString(Map.of(
                            "id",
                            "r" + number,
                            "title",
                            MadeArticles.headline(number),
                            "source",
                            number < 50 ? "Warta" : "Kabar",
                            "text",
                            MadeArticles.text(number) + (number < 50 ? "\n\n" + NOTICE : ""))));
        }
        Files.write(Files.createDirectory(folder.resolve("input")).resolve("made.jsonl"), lines);
        built = build("built", "--parallelism=2");
    }

    private static Path build(String name, String... flags) {
        var arguments = new ArrayList<>(List.of(
                "build", "--input=" + folder.resolve("input"), "--output=" + folder.resolve(name), "--languages=any"));
        arguments.addAll(List.of(flags));
        assertThat(Lintas.run(
                        arguments.get(0), arguments.subList(1, arguments.size()).toArray(String[]::new)))
                .isEqualTo(ExitCode.OK);
        return folder.resolve(name);
    }

    @Test
    void theyAreCutAndListed() {
        var corpus = new Corpus(built);

        assertThat(corpus.query("SELECT outlet, line, articles FROM outlet_lines"))
                .containsExactly("Warta\t" + NOTICE + "\t50");
        assertThat(corpus.query("SELECT record_id FROM articles WHERE text LIKE '%Telegram%'"))
                .isEmpty();
        assertThat(corpus.query("SELECT text FROM articles WHERE record_id = 'r7'"))
                .containsExactly(MadeArticles.text(7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--parallelism=1", "--parallelism=4", "--runner=DirectRunner"})
    void everyRunnerGivesTheSameRows(String flag) {
        assertThat(rows(build("as" + flag.replaceAll("\\W", "-"), flag))).isEqualTo(rows(built));
    }

    /** Lines of one run are those of its articles: an article of an earlier corpus is found by the text that is left. */
    @Test
    void aCopyOfAnEarlierArticleIsFound() {
        Path next = build("next", "--parallelism=1", "--previous=" + built);

        assertThat(new Corpus(next).query("SELECT count(*) FROM articles")).containsExactly("0");
        assertThat(new Corpus(next).query("SELECT DISTINCT kind FROM duplicates"))
                .containsExactly("exact");
    }

    @Test
    void corporaWithThemAreMerged() {
        Path merged = folder.resolve("merged");
        Path again = build("again", "--parallelism=1", "--previous=" + built);

        assertThat(Lintas.run("compact", "--corpus=" + built + "," + again, "--output=" + merged))
                .isEqualTo(ExitCode.OK);

        assertThat(new Corpus(merged).query("SELECT outlet, line, articles FROM outlet_lines"))
                .containsExactly("Warta\t" + NOTICE + "\t100");
        assertThat(Lintas.run("check", "--corpus=" + merged)).isEqualTo(ExitCode.OK);
    }

    private static Map<Dataset, List<String>> rows(Path corpus) {
        Map<Dataset, List<String>> rows = new EnumMap<>(Dataset.class);
        for (Dataset dataset : Dataset.values()) {
            rows.put(dataset, new Corpus(corpus).rows(dataset));
        }
        return rows;
    }
}
