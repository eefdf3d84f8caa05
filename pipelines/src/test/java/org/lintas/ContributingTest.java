package org.lintas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What CONTRIBUTING.md says of the places of things is true: the classes and files of its tables exist. */
class ContributingTest {

    private static final List<Path> SOURCES = List.of(
            Path.of("src/main"),
            Path.of("src/test"),
            Path.of("src/sample"),
            Path.of("../schemas/src"),
            Path.of("../scripts/lab/src"));

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /** A class, or one of its constants; a file with its ending. */
    private static final Pattern CLASS = Pattern.compile("([A-Z][a-z]\\w+)(?:\\.[A-Z_]+)?");

    private static final Pattern FILE = Pattern.compile("(?:[\\w/-]+/)?([\\w-]+\\.(?:tsv|avsc|sql|txt|yaml|css))");

    @Test
    void classesAndFilesOfItsTablesExist() throws IOException {
        Set<String> names = SOURCES.stream().flatMap(ContributingTest::names).collect(Collectors.toSet());
        List<String> codes = Files.readAllLines(Path.of("../CONTRIBUTING.md")).stream()
                .filter(line -> line.startsWith("| "))
                .flatMap(line -> CODE.matcher(line).results().map(found -> found.group(1)))
                .toList();
        List<String> classes = matches(CLASS, codes);
        List<String> files = matches(FILE, codes);

        assertThat(classes).hasSizeGreaterThan(20);
        assertThat(files).hasSizeGreaterThan(5);
        assertThat(names)
                .containsAll(classes.stream().map(name -> name + ".java").toList());
        assertThat(names).containsAll(files);
    }

    private static List<String> matches(Pattern pattern, List<String> codes) {
        return codes.stream()
                .flatMap(code -> pattern.matcher(code).results().filter(found -> isWhole(found, code)))
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    private static boolean isWhole(MatchResult found, String code) {
        return found.start() == 0 && found.end() == code.length();
    }

    private static Stream<String> names(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.map(path -> path.getFileName().toString()).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
