package org.lintas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lintas.failure.ExitCode;

/** Names that a user watches, through the command line. */
class BuildWithWatchListTest {

    @TempDir
    Path temp;

    /** The checks at the end of a build want one row of an origin at a place. */
    @ParameterizedTest
    @CsvSource({
        "my-own,KK Park,'kk-park seed, my-own watch_list'",
        "kk-park,KK Park,kk-park watch_list",
        "x,KK Park scam compound,'kk-park seed, x watch_list'"
    })
    void aNameOfTheTableMayBeWatched(String id, String name, String rows) throws IOException {
        Path watch = Files.writeString(temp.resolve("watch.tsv"), id + "\tcompound\tany\t" + name + "\n");
        Path corpus = temp.resolve("corpus");

        HelpTest.Captured built = build(corpus, "a", "--watch=" + watch);

        assertThat(built.code()).as(built.err()).isEqualTo(ExitCode.OK);
        assertThat(built.err()).contains("; watching 1 names; texts ");
        assertThat(new Corpus(corpus)
                        .query("SELECT string_agg(entity_id || ' ' || origin::VARCHAR, ', ' ORDER BY entity_id)"
                                + " FROM article_entities WHERE NOT in_title AND \"start\" = 29"))
                .containsExactly(rows);
    }

    @Test
    void corporaThatWatchOthersAreMergedWithANotice() throws IOException {
        Path watch = Files.writeString(temp.resolve("watch.tsv"), "mine\tcompound\tany\tKK Park\n");
        Path first = temp.resolve("first");
        Path second = temp.resolve("second");
        assertThat(build(first, "a").code()).isEqualTo(ExitCode.OK);
        assertThat(build(second, "b", "--watch=" + watch, "--previous=" + first).code())
                .isEqualTo(ExitCode.OK);

        HelpTest.Captured merged = HelpTest.captured(
                () -> Lintas.run("compact", "--corpus=" + first + "," + second, "--output=" + temp.resolve("merged")));

        assertThat(merged.code()).as(merged.err()).isEqualTo(ExitCode.OK);
        assertThat(merged.err()).contains("--corpus: watched names are those of different lists");
    }

    private HelpTest.Captured build(Path corpus, String id, String... flags) throws IOException {
        Path input = Files.writeString(
                temp.resolve(id + ".jsonl"),
                TwoMonths.line(
                                id,
                                "kabar.example",
                                "Officers raided the compound KK Park scam compound on Monday and freed forty victims"
                                        + " of human trafficking who had been forced to work in online scams " + id
                                        + " near the border with Thailand.")
                        + "\n");
        return HelpTest.captured(() -> Lintas.run(
                "build",
                Stream.concat(Stream.of("--input=" + input, "--output=" + corpus, "--parallelism=1"), Stream.of(flags))
                        .toArray(String[]::new)));
    }
}
