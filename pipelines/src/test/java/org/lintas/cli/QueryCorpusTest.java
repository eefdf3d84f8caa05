package org.lintas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
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
        assertThat(said()).containsExactly("n", "108");
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
    void findsANameInOtherScriptsByItsSound() {
        assertThat(ask("--recipe=names-alike", "--name=Seng Phet")).isEqualTo(ExitCode.OK);
        assertThat(said())
                .anySatisfy(line -> assertThat(line).contains("ແສງເພັດ"))
                .anySatisfy(line -> assertThat(line).contains("Sengphet"));
    }

    @Test
    void refusesANameThatCannotBeSpoken() {
        assertThat(ask("--recipe=names-alike", "--name=...")).isEqualTo(ExitCode.USAGE);
        assertThat(said())
                .containsExactly("lintas: --name=...: nothing of it can be spoken; give a name, such as \"Chen Zhi\"");
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

    @Test
    void writesAWorkbook(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("result.xlsx");
        assertThat(ask(
                        "--output=" + file,
                        "SELECT '=1+1' AS text, 12.5 AS number, true AS truth, DATE '2025-03-04' AS day,"
                                + " TIMESTAMPTZ '2025-03-04 23:30:00+07' AS time, NULL AS nothing, 9007199254740993 AS large,"
                                + " repeat('ก', 40000) AS long, ['a', 'b'] AS list, 'a' || chr(27) AS control"))
                .isEqualTo(ExitCode.OK);
        try (var book = new ReadableWorkbook(file.toFile())) {
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows.get(0).getCellText(0)).isEqualTo("text");
            Row row = rows.get(1);
            assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
            assertThat(row.getCellText(0)).isEqualTo("=1+1");
            assertThat(row.getCellAsNumber(1)).contains(new BigDecimal("12.5"));
            assertThat(row.getCellAsBoolean(2)).contains(true);
            assertThat(row.getCellAsDate(3)).contains(LocalDateTime.of(2025, 3, 4, 0, 0));
            assertThat(row.getCellAsDate(4)).contains(LocalDateTime.of(2025, 3, 4, 16, 30));
            assertThat(row.getCellText(5)).isEmpty();
            assertThat(row.getCellText(6)).isEqualTo("9007199254740993");
            assertThat(row.getCellText(7)).isEqualTo("ก".repeat(32_766) + "…");
            assertThat(row.getCellText(8)).isEqualTo("[a, b]");
            assertThat(row.getCellText(9)).isEqualTo("a");
        }
    }

    @Test
    void writesCsvOfAllRows(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("result.csv");
        assertThat(ask("--output=" + file, "SELECT range AS n, NULL AS w FROM range(100000) ORDER BY n"))
                .isEqualTo(ExitCode.OK);
        assertThat(Files.readAllLines(file))
                .hasSize(100_001)
                .startsWith("n,w", "0,")
                .endsWith("99999,");
        assertThat(ask("--output=" + file, "SELECT 1")).isEqualTo(ExitCode.USAGE);
        assertThat(said()).last().asString().endsWith("exists; remove it, or name another file");
    }

    @Test
    void leavesNoFileOfAQueryThatFailsOrDoesNotFit(@TempDir Path folder) {
        assertThat(ask("--output=" + folder.resolve("a.ods"), "SELECT 1")).isEqualTo(ExitCode.USAGE);
        assertThat(said()).last().asString().endsWith("give a name that ends with .csv or .xlsx");
        assertThat(ask("--output=" + folder.resolve("a.csv"), "SELECT error('x') FROM articles"))
                .isEqualTo(ExitCode.PIPELINE_FAILED);
        assertThat(ask("--output=" + folder.resolve("a.csv"), "SET VARIABLE a = 1"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(ask("--output=" + folder.resolve("a.xlsx"), "SELECT 1 FROM range(1048576)"))
                .isEqualTo(ExitCode.PIPELINE_FAILED);
        assertThat(said()).last().asString().contains("more than 1048575 rows do not fit into a sheet; write .csv");
        assertThat(folder).isEmptyDirectory();
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
    void standardOutputThatCannotBeWrittenFailsTheCommand() {
        System.setOut(new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("No space left on device");
                    }
                },
                true,
                StandardCharsets.UTF_8));

        assertThat(ask("--format=csv", "SELECT 1 AS n")).isEqualTo(ExitCode.PIPELINE_FAILED);
        assertThat(said()).singleElement().asString().startsWith("lintas: standard output cannot be written");
        assertThat(ask("SELECT nothing FROM articles")).isEqualTo(ExitCode.PIPELINE_FAILED);
        assertThat(said()).hasSize(2);
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

        assertThat(Files.readAllLines(made)).hasSize(108);
        assertThat(ask("-f", folder.resolve("none.sql").toString())).isEqualTo(ExitCode.INPUT_MISSING);
        assertThat(ask("-f", folder.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(said()).last().asString().startsWith("lintas: -f " + folder + ": cannot be read");
        Files.write(file, new byte[] {'S', (byte) 0xE9});
        assertThat(ask("-f", file.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(said()).last().asString().isEqualTo("lintas: -f " + file + ": is not a text in UTF-8; convert it");
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
