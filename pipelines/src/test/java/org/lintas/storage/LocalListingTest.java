package org.lintas.storage;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("timed")
class LocalListingTest {

    @TempDir
    Path temp;

    private final LocalListing listing = new LocalListing();

    /** The temporary folder itself may be reached through a link. */
    @BeforeEach
    void followTheFolder() throws IOException {
        temp = temp.toRealPath();
    }

    @Test
    void aFolderMeansAllBelowThatIsNotHidden() throws IOException {
        files("a.txt", "b/c/d.txt", ".e.txt", "_f/g.txt", "b/.h/i.txt", "b/_j");

        assertThat(list("")).containsExactly("a.txt", "b/c/d.txt");
        assertThat(listing.skipped().counts()).containsExactly(entry("hidden", 4L));
    }

    @Test
    void aGlobMeansWhatItMatchesAndTellsTheFoldersThatItMatches() throws IOException {
        files("a.txt", "b.txt", ".c.txt", "d.txt/e.txt", "f/g.txt");

        assertThat(list("/*.txt")).containsExactly(".c.txt", "a.txt", "b.txt");
        assertThat(listing.skipped().counts()).containsExactly(entry("folder", 1L));
        assertThat(listing.skipped().lines()).singleElement().asString().contains("folder 1", "d.txt");
    }

    @Test
    void aLinkToTheFolderAboveIsNotFollowedRoundAndRound() throws IOException {
        files("a.txt", "b/c.txt");
        Files.createSymbolicLink(temp.resolve("b/up"), Path.of(".."));
        Files.createSymbolicLink(temp.resolve("b/here"), Path.of("."));

        assertThat(list("")).containsExactly("a.txt", "b/c.txt");
        assertThat(listing.skipped().counts()).containsExactly(entry("same_folder", 2L));
    }

    @Test
    void aFileIsReadOnceAndNamedByTheWayWithoutLinks() throws IOException {
        files("z/a.txt", "z/b.txt");
        Files.createSymbolicLink(temp.resolve("a-link.txt"), Path.of("z/a.txt"));
        Files.createSymbolicLink(temp.resolve("folder"), Path.of("z"));
        Files.createLink(temp.resolve("z/hard.txt"), temp.resolve("z/b.txt"));

        assertThat(list("")).containsExactly("z/a.txt", "z/b.txt");
        assertThat(listing.skipped().counts()).containsExactly(entry("same_file", 2L), entry("same_folder", 1L));
    }

    @Test
    void linksLeadOutOfTheFolder() throws IOException {
        files("in/a.txt", "out/b.txt", "out/c/d.txt");
        Files.createSymbolicLink(temp.resolve("in/l"), temp.resolve("out"));
        Files.createSymbolicLink(temp.resolve("in/m"), temp.resolve("out"));

        assertThat(list("/in")).containsExactly("in/a.txt", "in/l/b.txt", "in/l/c/d.txt");
        assertThat(listing.skipped().counts()).containsExactly(entry("same_folder", 1L));
    }

    @Test
    void aFolderThatIsReachedUnderTwoNamesIsSearchedForWhatTheGlobSeeksUnderEach() throws IOException {
        files("data/x.txt", "data/y.csv");
        Files.createSymbolicLink(temp.resolve("2025"), Path.of("data"));

        assertThat(list("/2025*/*.txt")).containsExactly("2025/x.txt");
        assertThat(list("/{data/*.csv,2025/*.txt}")).containsExactly("2025/x.txt", "data/y.csv");
    }

    @Test
    @Timeout(20)
    void foldersThatAllLinkToEachOtherAreSoonSeen() throws IOException {
        for (int i = 0; i < 12; i++) {
            files("f" + i + "/a.txt");
            for (int j = 0; j < 12; j++) {
                Files.createSymbolicLink(temp.resolve("f" + i + "/to" + j), Path.of("../f" + j));
            }
        }

        assertThat(list("")).hasSize(12);
        assertThat(list("/**/a.txt")).hasSize(12);
    }

    @Test
    void placesMayOverlapInAnyOrder() throws IOException {
        files("a/b/c.txt", "a/d.txt", "e.txt");
        Files.createSymbolicLink(temp.resolve("0"), Path.of("a"));
        List<String> places =
                new ArrayList<>(List.of("/0", "/a", "/a/b", "/a/b/c.txt", "/*.txt", "/**.txt", "/a/d.txt"));
        var told = new ArrayList<Object>();
        for (int i = 0; i < places.size(); i++) {
            Collections.rotate(places, 1);
            var turned = new LocalListing();
            for (String place : places) {
                assertThat(turned.add(temp + place)).as(place).isPositive();
            }
            told.add(List.of(
                    turned.files(), turned.skipped().counts(), turned.skipped().examples()));
            assertThat(turned.files().stream()
                            .map(file -> temp.relativize(Path.of(file.path())).toString()))
                    .containsExactly("a/b/c.txt", "a/d.txt", "e.txt");
        }

        assertThat(told).containsOnly(told.get(0));
    }

    @Test
    void whatIsNeitherFileNorFolderIsCountedInAFolderAndRefusedByName() throws IOException, InterruptedException {
        files("a.txt");
        String pipe = temp + "/pipe.txt";
        assumeThat(hasRun("mkfifo", pipe)).isTrue();
        Files.createSymbolicLink(temp.resolve("null.txt"), Path.of("/dev/null"));
        try (var socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(temp.resolve("socket.txt")));

            assertThat(list("")).containsExactly("a.txt");
            assertThat(list("/*.txt")).containsExactly("a.txt");
        }
        assertThat(listing.skipped().counts()).contains(entry("pipe", 2L), entry("device", 2L), entry("socket", 2L));
        assertThatThrownBy(() -> listing.add(pipe))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("is a pipe, not a file or folder");
        assertThatThrownBy(() -> listing.add("/dev/null")).hasMessageContaining("is a device");
    }

    @Test
    void linksToNothingAndToThemselvesAreCounted() throws IOException {
        files("a.txt");
        Files.createSymbolicLink(temp.resolve("gone.txt"), Path.of("nowhere"));
        Files.createSymbolicLink(temp.resolve("self.txt"), Path.of("self.txt"));

        assertThat(list("")).containsExactly("a.txt");
        assertThat(listing.skipped().counts()).containsExactly(entry("dangling_link", 2L));
        assertThatThrownBy(() -> listing.add(temp + "/gone.txt"))
                .hasMessageContaining("is a symbolic link whose target does not exist");
    }

    @Test
    void namesThatAreNotUtf8AreToldWithTheirBytes() throws IOException, InterruptedException {
        files("ไทย.txt");
        // The byte E9 is é in Latin-1 and invalid in UTF-8.
        assumeThat(hasRun(
                        "bash",
                        "-c",
                        "cd '" + temp + "' && touch $'caf\\xe9.txt' && mkdir $'d\\xe9' && touch $'d\\xe9/a.txt'"))
                .isTrue();

        assertThat(list("")).containsExactly("ไทย.txt");
        assertThat(listing.skipped().counts()).containsExactly(entry("unreadable_name", 2L));
        assertThat(listing.skipped().examples().get("unreadable_name"))
                .containsExactly(temp + "/caf%E9.txt", temp + "/d%E9/");
        assertThat(list("/c*.txt")).isEmpty();
    }

    @Test
    void aFolderThatCannotBeOpenedIsTold() throws IOException {
        files("a.txt");
        // Each half is a valid path; together they exceed the path limit of Linux. Not even root can open it.
        Path deep = temp;
        for (int i = 0; i < 10; i++) {
            deep = deep.resolve("n".repeat(250));
        }
        Files.createDirectories(deep);
        Path half = temp.resolve("half");
        Files.createDirectory(half);
        Files.move(temp.resolve("n".repeat(250)), half.resolve("d"));
        Path other = temp;
        for (int i = 0; i < 9; i++) {
            other = other.resolve("m".repeat(250));
        }
        Files.createDirectories(other);
        Files.move(half.resolve("d"), other.resolve("d"));
        try {
            assertThat(list("")).containsExactly("a.txt");
            assertThat(listing.skipped().counts()).containsEntry("unreadable", 1L);
        } finally {
            Files.move(other.resolve("d"), half.resolve("d"));
        }
    }

    @Test
    void aFolderThatMustNotBeReadIsTold() throws IOException {
        files("a.txt", "closed/b.txt", "unsearchable/c.txt");
        Path closed = temp.resolve("closed");
        Path unsearchable = temp.resolve("unsearchable");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        Files.setPosixFilePermissions(unsearchable, PosixFilePermissions.fromString("r--------"));
        try {
            assumeThat(Files.isReadable(closed)).as("root may read all").isFalse();

            assertThat(list("")).containsExactly("a.txt");
            assertThat(listing.skipped().counts()).containsExactly(entry("unreadable", 2L));
            assertThatThrownBy(() -> listing.add(closed.toString())).hasMessageContaining("permission denied");
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
            Files.setPosixFilePermissions(unsearchable, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void aNameThatLooksLikeAGlobIsAlsoItself() throws IOException {
        files("[1] a/b.txt", "1 a/c.txt", "*.txt", "d.txt", "[", "x{");

        assertThat(list("/[1] a")).containsExactly("[1] a/b.txt");
        assertThat(list("/[1] a/*.txt")).containsExactly("1 a/c.txt");
        assertThat(list("/\\[1\\] a/*.txt")).containsExactly("[1] a/b.txt");
        assertThat(list("/*.txt")).containsExactly("*.txt", "d.txt");
        assertThat(list("/[")).containsExactly("[");
        assertThat(list("/x{")).containsExactly("x{");
        assertThatThrownBy(() -> listing.add(temp + "/y{")).isInstanceOf(IllegalArgumentException.class);
    }

    /** The files of one location; skipped kinds are accumulated. */
    private List<String> list(String place) throws IOException {
        var one = new LocalListing();
        one.add(temp + place);
        listing.add(temp + place);
        return one.files().stream()
                .map(file -> temp.relativize(Path.of(file.path())).toString())
                .toList();
    }

    private void files(String... names) throws IOException {
        for (String name : names) {
            Path file = temp.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, name);
        }
    }

    private static boolean hasRun(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
