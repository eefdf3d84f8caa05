package org.lintas.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlobTest {

    private static final List<String> PATHS = Stream.of(
                    "a.txt",
                    "b.txt",
                    "ab.txt",
                    ".a.txt",
                    "_a",
                    "a",
                    "A.TXT",
                    "a b.txt",
                    "a,b.txt",
                    "a*b",
                    "a[1].txt",
                    "{a}",
                    "a\\b",
                    "-a",
                    "]",
                    "a]b",
                    "a-b",
                    "a!b",
                    "^",
                    "ไทย.txt",
                    "\uD83D\uDE00.txt",
                    "%41.txt",
                    "~")
            .flatMap(name -> Stream.of("/d/" + name, "/d/e/" + name, "/d/e/f/" + name))
            .toList();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/d/*",
                "/d/*.txt",
                "/d/?.txt",
                "/d/**",
                "/d/**.txt",
                "/d/**/a.txt",
                "/d/**/*.txt",
                "/*/a.txt",
                "/d/*/a.txt",
                "/d/[ab].txt",
                "/d/[a-c].txt",
                "/d/[!a].txt",
                "/d/[!a-b]*.txt",
                "/d/{a,b}.txt",
                "/d/{a,e/a}.txt",
                "/d/{a*,?b}.txt",
                "/d/{,a}.txt",
                "/d/\\{a\\}",
                "/d/a\\*b",
                "/d/a\\[1\\].txt",
                "/d/a\\\\b",
                "/d/a[*]b",
                "/d/a[,]b.txt",
                "/d/[-a]*",
                "/d/[a-]*",
                "/d/a[\\\\]b",
                "/d/[^]",
                "/d/ไ*.txt",
                "/d/[ก-๙]*.txt",
                "/d/?.txt",
                "/d/e/***",
                "/d/a b.txt",
                "/d/*,*",
                "/**",
                "/d/e/{a,b}{.txt,}",
                "/d/a?b.txt",
                "/d/a*b*",
                "/d/%41.txt"
            })
    void matchesWhatJavaMatches(String pattern) {
        Glob glob = Glob.of(pattern);
        PathMatcher java = FileSystems.getDefault().getPathMatcher("glob:" + pattern);

        assertThat(PATHS.stream().filter(glob::matches))
                .containsExactlyElementsOf(PATHS.stream()
                        .filter(path -> java.matches(Path.of(path)))
                        .toList());
    }

    /** Java's own globs do not match this name. */
    @Test
    void twoStarsStandForTheEndOfALine() {
        assertThat(Glob.of("/d/**").matches("/d/a\nb.txt")).isTrue();
        assertThat(Glob.of("/d/*.txt").matches("/d/a\nb.txt")).isTrue();
    }

    @Test
    void bracesMayStandInBracesAndABracketInASet() {
        assertThat(List.of("a1", "a2", "b", "c")).allMatch(Glob.of("{a{1,2},b,c}")::matches);
        assertThat(Glob.of("[]a]").matches("]")).isTrue();
        assertThat(Glob.of("[{]{a,b}").matches("{b")).isTrue();
    }

    @Test
    void tellsWhereNothingBelowCanMatch() {
        Glob.Position start = Glob.of("/archives/20*/{a,b}/*.gz").start();

        assertThat(start.after("/archives/2025/").isDead()).isFalse();
        assertThat(start.after("/archives/2025/b/x.gz/").isDead()).isTrue();
        assertThat(start.after("/archives/1999/").isDead()).isTrue();
        assertThat(start.after("/archives/2025/a/")).isEqualTo(start.after("/archives/2024/a/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/d/[a", "/d/[]", "/d/{a", "/d/{a,{b}", "/d/a\\", "{1,2,3,4}{1,2,3,4}{1,2,3,4}{1,2,3,4}{1,2,3,4}"
            })
    void refusesWhatIsNoPattern(String pattern) {
        assertThatThrownBy(() -> Glob.of(pattern)).isInstanceOf(IllegalArgumentException.class);
    }
}
