package org.lintas.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lintas.cli.DigestCorpus;

/**
 * What is done with finished corpora on a storage: one is built of three of the five files of news, one goes on from it, both are merged.
 *
 * @param archives folder of the news
 * @param root folder of the corpora
 * @param environment environment variables with the storage settings
 */
record FarCorpora(String archives, String root, Map<String, String> environment) {

    private static final List<String> HEAP = List.of("-Xmx1500m");

    void build() throws Exception {
        succeed("build", input(0, 1, 2), "--output=" + first(), "--parallelism=2");
        succeed("build", input(3, 4), "--output=" + second(), "--previous=" + first(), "--parallelism=2");
    }

    String first() {
        return root + "/first";
    }

    String second() {
        return root + "/second";
    }

    private String input(int... files) {
        List<String> names = new ArrayList<>();
        for (int file : files) {
            names.add(archives + "/news-" + file + ".jsonl");
        }
        return "--input=" + String.join(",", names);
    }

    Command compact(String output, String... flags) throws IOException {
        return start(
                "compact",
                Stream.concat(Stream.of("--corpus=" + first() + "," + second(), "--output=" + output), Stream.of(flags))
                        .toArray(String[]::new));
    }

    void succeed(String main, String... flags) throws Exception {
        try (Command command = start(main, flags)) {
            assertThat(command.exitCode()).as(command.output()).isZero();
        }
    }

    /** Fails unless a command ends with a code and a line that says why. */
    void fail(int code, String line, String main, String... flags) throws Exception {
        try (Command command = start(main, flags)) {
            assertThat(command.exitCode()).as(command.output()).isEqualTo(code);
            assertThat(command.output()).contains(line);
        }
    }

    private Command start(String main, String... flags) throws IOException {
        return Command.start(main, environment, HEAP, flags);
    }

    /** What is asked on a local disk only says so, and how to go on. */
    void assertLocalCommandsSaySo() throws Exception {
        String corpus = "--corpus=" + first();
        String line = "lintas: " + corpus + ": is not on a local disk; ";
        fail(2, line + "copy it to a local disk", "check", corpus);
        fail(2, line + "copy it to a local disk", "sql", corpus, "SELECT 1");
        fail(2, line + "copy it to a local disk", "report", corpus);
        fail(2, line + "write a new corpus with lintas compact", "remove", corpus, "--articles=none.txt");
    }

    /** The rows that all of it gives on a local disk, a line for every dataset. */
    static List<String> expected(Path news, Path disk) throws Exception {
        var local = new FarCorpora(news.toString(), disk.toString(), Map.of());
        local.build();
        local.succeed("compact", "--corpus=" + local.first() + "," + local.second(), "--output=" + disk + "/merged");
        return DigestCorpus.lines(disk.resolve("merged"), news.toString());
    }
}
