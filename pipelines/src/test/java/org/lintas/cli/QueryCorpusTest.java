package org.lintas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lintas.failure.ExitCode;

class QueryCorpusTest {

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        SampleCorpus.folder();
        var stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
        System.setOut(stream);
        System.setErr(stream);
    }

    @AfterEach
    void restore() {
        System.setOut(out);
        System.setErr(err);
    }

    @Test
    void answersAQuery() {
        assertThat(ask("SELECT count(*) AS n FROM articles")).isEqualTo(ExitCode.OK);
        assertThat(said()).containsExactly("n", "72");
    }

    @Test
    void doesNotLetValuesSteerTheTerminal() {
        assertThat(ask("SELECT 'a' || chr(27) || '[2J' || chr(155) || chr(10) || chr(8238) || chr(8295) || 'b' AS v"))
                .isEqualTo(ExitCode.OK);
        assertThat(said()).containsExactly("v", "a [2J    b");
    }

    @Test
    void answersARecipeWithAParameter() {
        assertThat(ask("--recipe=outlets-by-topic", "--topic=kidnapping_extortion"))
                .isEqualTo(ExitCode.OK);
        assertThat(said().get(0)).startsWith("source  ");
    }

    @Test
    void listsTheRecipes() {
        assertThat(QueryCorpus.run("--recipes")).isEqualTo(ExitCode.OK);
        assertThat(said())
                .contains("Start here")
                .anySatisfy(line -> assertThat(line).matches("  late-copies +Which old stories came round again\\?"))
                .anySatisfy(line -> assertThat(line).matches("    --days=30 +least number of days .*"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    SELECT nothing FROM articles | PIPELINE_FAILED | nothing
                    --recipe=cooking             | USAGE           | --recipe=cooking: no such recipe; --recipes lists them
                    --topic=corruption           | USAGE           | one query or recipe
                    """)
    void tellsWhatIsWrong(String arg, ExitCode code, String message) {
        assertThat(ask(arg)).isEqualTo(code);
        assertThat(said().get(0)).contains(message);
    }

    @Test
    void knowsTheParametersOfARecipe() {
        assertThat(ask("--recipe=late-copies", "--topic=corruption")).isEqualTo(ExitCode.USAGE);
        assertThat(said()).containsExactly("lintas: --topic: no parameter of late-copies; --recipes lists them");
    }

    @Test
    void asksNoUnfinishedCorpus(@TempDir Path folder) {
        assertThat(QueryCorpus.run("--corpus=" + folder, "SELECT 1")).isEqualTo(ExitCode.INPUT_MISSING);
        assertThat(said().get(0))
                .endsWith("is no finished corpus; name a folder that holds _SUCCESS and _manifest.json");
    }

    @Test
    void aTableHoldsScriptsInColumnsAndSteersNoTerminal() {
        assertThat(TextTable.of(
                        List.of(
                                List.of("title", "n"),
                                List.of("ที่นี่", "1"),
                                List.of("曼谷", "2"),
                                List.of("a\u001b[31m", "3")),
                        true))
                .isEqualTo("title   n\nที่นี่      1\n曼谷    2\na [31m  3\n");
    }

    private ExitCode ask(String... args) {
        var all = new String[args.length + 1];
        all[0] = "--corpus=" + SampleCorpus.folder();
        System.arraycopy(args, 0, all, 1, args.length);
        return QueryCorpus.run(all);
    }

    private List<String> said() {
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
