package org.lintas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
    void removesTerminalControlCharacters() {
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
        assertThat(Lintas.run("sql", "--recipes")).isEqualTo(ExitCode.OK);
        assertThat(said())
                .contains("Start here")
                .anySatisfy(line -> assertThat(line).matches("  late-copies +Which old stories came round again\\?"))
                .anySatisfy(line -> assertThat(line).matches("    --days=30 +least number of days .*"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    SELECT nothing FROM articles | PIPELINE_FAILED | nothing
                    --recipe=cooking             | USAGE           | --recipe=cooking: no such recipe; lintas sql --recipes lists them
                    --topic=corruption           | USAGE           | --topic: no such flag; only recipes have parameters
                    """)
    void reportsErrors(String arg, ExitCode code, String message) {
        assertThat(ask(arg)).isEqualTo(code);
        assertThat(said().get(0)).contains(message);
    }

    @Test
    void knowsTheParametersOfARecipe() {
        assertThat(ask("--recipe=late-copies", "--topic=corruption")).isEqualTo(ExitCode.USAGE);
        assertThat(said())
                .containsExactly("lintas: --topic: not a parameter of late-copies; lintas sql --recipes lists them");
    }

    @Test
    void refusesAnUnfinishedCorpus(@TempDir Path folder) {
        assertThat(Lintas.run("sql", "--corpus=" + folder, "SELECT 1")).isEqualTo(ExitCode.INPUT_MISSING);
        assertThat(said().get(0))
                .endsWith("is not a finished corpus; give a folder that contains _SUCCESS and _manifest.json");
    }

    @Test
    void tablesAlignAllScriptsAndRemoveControlCharacters() {
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
        return Lintas.run("sql", all);
    }

    private List<String> said() {
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void rowsAreCsv() {
        assertThat(ask("--format=csv", "SELECT 1 AS n, 'a \"b\", c' AS v, NULL AS w, [1, 2] AS l"))
                .isEqualTo(ExitCode.OK);
        assertThat(said()).containsExactly("n,v,w,l", "1,\"a \"\"b\"\", c\",,\"[1, 2]\"");
    }

    @Test
    void rowsAreJson() throws Exception {
        assertThat(ask("--format=json", "SELECT 1 AS n, 'ไทย' AS v, NULL AS w, [1, 2] AS l, true AS b"))
                .isEqualTo(ExitCode.OK);
        assertThat(new ObjectMapper().readTree(String.join("", said())))
                .hasToString("[{\"n\":1,\"v\":\"ไทย\",\"w\":null,\"l\":[1,2],\"b\":true}]");
    }

    @Test
    void jsonHoldsListsOfStructsAndWhatIsNoQuery() throws Exception {
        assertThat(ask("--format=json", "SELECT [{'term': 'sabu', 'start': 3}] AS evidence, [[1], [2]] AS nested;"))
                .isEqualTo(ExitCode.OK);
        assertThat(new ObjectMapper().readTree(String.join("", said())))
                .hasToString("[{\"evidence\":[{\"term\":\"sabu\",\"start\":3}],\"nested\":[[1],[2]]}]");
        printed.reset();
        assertThat(ask("--format=json", "SHOW TABLES")).isEqualTo(ExitCode.OK);
        assertThat(new ObjectMapper().readTree(String.join("", said())).findValuesAsText("name"))
                .contains("articles");
        printed.reset();
        assertThat(ask("--format=csv", "SELECT [{'term': 'sabu'}] AS evidence")).isEqualTo(ExitCode.OK);
        assertThat(said().get(1)).contains("sabu");
    }

    @Test
    void rowsAreMarkdown() {
        assertThat(ask("--format=markdown", "SELECT 1 AS n, 'a|b' AS v")).isEqualTo(ExitCode.OK);
        assertThat(said()).containsExactly("| n | v |", "| --- | --- |", "| 1 | a\\|b |");
    }

    @Test
    void theStatementMayBeAFileOrCopyToOne(@TempDir Path folder) throws Exception {
        Path made = folder.resolve("articles.csv");
        Path file = Files.writeString(
                folder.resolve("copy.sql"), "COPY (SELECT article_id FROM articles) TO '" + made + "' (HEADER false)");

        assertThat(ask("-f", file.toString())).isEqualTo(ExitCode.OK);

        assertThat(Files.readAllLines(made)).hasSize(72);
        assertThat(ask("-f", folder.resolve("none.sql").toString())).isEqualTo(ExitCode.INPUT_MISSING);
    }

    @Test
    void theStatementMayBeStandardInput() {
        var in = System.in;
        System.setIn(new ByteArrayInputStream("SELECT 7 AS n".getBytes(StandardCharsets.UTF_8)));
        try {
            assertThat(ask("-f", "-")).isEqualTo(ExitCode.OK);
        } finally {
            System.setIn(in);
        }
        assertThat(said()).containsExactly("n", "7");
    }
}
