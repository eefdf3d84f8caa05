package org.lintas.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lintas.flink.OtherUser;
import org.slf4j.LoggerFactory;
import org.slf4j.impl.StaticLoggerBinder;

/** Each command runs in its own process, to test its end and what is left when it is killed. */
class TemporaryFilesTest {

    @TempDir
    Path temp;

    private Path tmpdir;
    private final List<Running> started = new ArrayList<>();

    @BeforeEach
    void make() throws IOException {
        tmpdir = Files.createDirectory(temp.resolve("tmp"));
    }

    @AfterEach
    void stop() {
        started.forEach(running -> running.process.destroyForcibly());
    }

    @Test
    void aRunHasAFolderOfItsOwnThatIsGoneWithIt() throws Exception {
        var run = start();

        assertThat(run.folder).hasParent(tmpdir);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(run.folder)))
                .isEqualTo("rwx------");
        assertThat(run.libraries).containsOnly(run.folder.toString());

        run.end();
        assertThat(tmpdir).isEmptyDirectory();
    }

    @Test
    void whatAKilledRunLeavesIsRemovedByTheNextAndThatOfALivingOneStays() throws Exception {
        var living = start();
        var killed = start();
        Path inside = Files.createDirectories(killed.folder.resolve("flink-netty-shuffle-1/a"));
        Files.writeString(inside.resolve("data"), "text of an article");
        killed.kill();
        assertThat(killed.folder).isDirectory();

        var next = start();

        assertThat(killed.folder).doesNotExist();
        assertThat(living.folder.resolve("sorted")).isRegularFile();
        assertThat(folders()).containsExactlyInAnyOrder(living.folder, next.folder);
    }

    @Test
    void aRemovalThatWasKilledHalfwayIsFinished() throws Exception {
        var killed = start();
        killed.kill();
        Files.delete(killed.folder.resolve("lock"));

        start();

        assertThat(killed.folder).doesNotExist();
    }

    @Test
    void nothingIsRemovedThroughALink() throws Exception {
        Path victim = Files.createDirectory(temp.resolve("victim"));
        Files.writeString(victim.resolve("kept"), "kept");
        Path planted = Files.createSymbolicLink(tmpdir.resolve("lintas-run-planted"), victim);
        var killed = start();
        Files.createSymbolicLink(killed.folder.resolve("inside"), victim);
        Files.createSymbolicLink(killed.folder.resolve("file"), victim.resolve("kept"));
        killed.kill();

        start();

        assertThat(killed.folder).doesNotExist();
        assertThat(planted).isSymbolicLink();
        assertThat(victim.resolve("kept")).hasContent("kept");
    }

    @Test
    void aFolderThatOthersMayWriteToIsLeftAlone() throws Exception {
        Path open = Files.createDirectory(tmpdir.resolve("lintas-run-open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));

        start();

        assertThat(open).isDirectory();
    }

    @Test
    void whatBelongsToAnotherUserIsLeftAloneAndOursCannotBeRead() throws Exception {
        assumeTrue(OtherUser.canActForAnother(), "skipped: needs root and setpriv");
        Files.setPosixFilePermissions(temp, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(tmpdir, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path theirs = tmpdir.resolve("lintas-run-theirs");
        assertThat(OtherUser.run("mkdir -m 700 " + theirs)).isEqualTo("exit 0\n");

        var run = start();

        assertThat(theirs).isDirectory();
        assertThat(OtherUser.run("ls " + run.folder)).contains("Permission denied");
        assertThat(OtherUser.run("cat " + run.folder.resolve("sorted"))).contains("Permission denied");
    }

    private List<Path> folders() throws IOException {
        try (Stream<Path> folders = Files.list(tmpdir)) {
            return folders.toList();
        }
    }

    private Running start() throws IOException {
        var running = new Running(tmpdir);
        started.add(running);
        return running;
    }

    /** A process that keeps a temporary file until it is terminated. */
    private static final class Running {
        private final Process process;
        private final Path folder;
        private final List<String> libraries;

        Running(Path tmpdir) throws IOException {
            var places = new ArrayList<String>();
            for (Class<?> type :
                    List.of(Holder.class, TemporaryFiles.class, LoggerFactory.class, StaticLoggerBinder.class)) {
                places.add(Path.of(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .getPath())
                        .toString());
            }
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-Xmx32m",
                            "-Djava.io.tmpdir=" + tmpdir,
                            "-cp",
                            String.join(File.pathSeparator, places),
                            Holder.class.getName())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
            folder = Path.of(said.readLine());
            libraries = List.of(said.readLine().split(" "));
        }

        void end() throws Exception {
            process.getOutputStream().close();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        }

        void kill() throws Exception {
            process.destroyForcibly();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    /** The main class of that process. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] args) throws IOException {
            TemporaryFiles.open();
            TemporaryFiles.open();
            Files.writeString(TemporaryFiles.folder().resolve("sorted"), "text of an article");
            System.out.println(TemporaryFiles.folder());
            System.out.println(String.join(
                    " ",
                    System.getProperty("java.io.tmpdir"),
                    System.getProperty("ZstdTempFolder"),
                    System.getProperty("org.xerial.snappy.tempdir")));
            System.in.readAllBytes();
        }
    }
}
