package org.lintas.corpus.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckDbTest {

    /** Sorts more than it has memory for: some 80 MB. */
    private static final String LARGE =
            "SELECT count(*) FROM (SELECT range AS a, md5(range::VARCHAR) AS b FROM range(1_000_000)"
                    + " ORDER BY b) WHERE a > 0";

    @TempDir
    Path temp;

    @Test
    void largeQueriesSpillToATemporaryFolderThatIsRemoved() throws SQLException, IOException {
        Path folder;
        try (DuckDb database = DuckDb.open(64L << 20)) {
            folder = Path.of(setting(database, "temp_directory"));

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .isEqualTo("rwx------");
            assertThat(setting(database, "memory_limit")).isEqualTo("64.0 MiB");
            assertThat(setting(database, "threads")).isEqualTo("1");
            database.execute(
                    "CREATE TEMP TABLE kept AS SELECT range AS a, md5(range::VARCHAR) AS b FROM range(2_000_000)");
            try (var files = Files.list(folder)) {
                assertThat(files).isNotEmpty();
            }
        }
        assertThat(folder).doesNotExist();
    }

    @Test
    void queriesWithoutSpillSpaceFail() throws SQLException {
        try (DuckDb database = DuckDb.open(32L << 20)) {
            database.execute("SET max_temp_directory_size = '1MB'");

            assertThatThrownBy(() -> database.execute("CREATE TEMP TABLE kept AS " + LARGE.replace("count(*)", "*")))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("Out of Memory");
        }
    }

    /** As by Ctrl-C, in the middle of a query. */
    @Test
    void theFolderIsRemovedWhenTheProcessEnds() throws IOException, InterruptedException {
        Process process = java("exit");

        assertThat(output(process)).contains("opened 1");
        assertThat(process.waitFor()).isEqualTo(3);
        try (var files = Files.list(temp)) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("lintas")))
                    .isEmpty();
        }
    }

    @Test
    void aMissingNativeLibraryIsAnSqlException() throws IOException, InterruptedException {
        // Its library cannot be unpacked there.
        Path nowhere = temp.resolve("not/there");
        Process process = java("-Djava.io.tmpdir=" + nowhere);

        assertThat(output(process))
                .startsWith("SQLException: DuckDB does not load (")
                .contains("see scripts/lintas doctor");
        assertThat(process.waitFor()).isZero();
    }

    private Process java(String argument) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        boolean isFlag = argument.startsWith("-");
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        isFlag ? argument : "-Djava.io.tmpdir=" + temp,
                        "-cp",
                        classPath,
                        Opens.class.getName(),
                        argument)
                .redirectErrorStream(true)
                .start();
    }

    private static String output(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Opens a database, and ends the process with it open. */
    static final class Opens {

        private Opens() {}

        public static void main(String[] args) throws IOException {
            try {
                DuckDb database = DuckDb.open(64L << 20);
                database.execute("CREATE TEMP TABLE kept AS SELECT md5(range::VARCHAR) AS b FROM range(1_000_000)");
                try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
                    System.out.println("opened "
                            + files.filter(file -> file.getFileName().toString().startsWith("lintas-duckdb"))
                                    .count());
                }
                if (List.of(args).contains("exit")) {
                    System.exit(3);
                }
            } catch (SQLException e) {
                System.out.println("SQLException: " + e.getMessage());
            }
        }
    }

    private static String setting(DuckDb database, String name) throws SQLException {
        try (var statement = database.createStatement();
                ResultSet result = statement.executeQuery("SELECT current_setting('" + name + "')")) {
            result.next();
            return result.getString(1);
        }
    }
}
