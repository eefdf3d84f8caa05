package org.lintas.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workers are killed in every phase of a run; its rows are those of an undisturbed one. */
@Tag("cluster")
class KillTest {

    /** What steps of a phase have in their names, in the order in which phases come. */
    private static final List<String> PHASES = List.of(
            "ReadArchives/SpreadParts",
            "DropDuplicates/SignatureRecords",
            "DropDuplicates/VerifyPairs",
            "ClassifyTopics",
            "WriteDatasets/WriteFiles");

    private static final int ARTICLES = 1_500;
    private static final Pattern PROGRESS = Pattern.compile("(?m)  ([0-9]+) %  .*  records ([0-9,]+)");

    private static final int KILLS = Integer.getInteger("lintas.kills", 20);

    @TempDir
    Path temp;

    @Test
    void rowsAreThoseOfAnUndisturbedRun() throws Exception {
        String input = "--input=" + News.write(Files.createDirectory(temp.resolve("in")), ARTICLES, 8);
        var expected = new Output(temp.resolve("undisturbed"));
        try (var command = Command.build(input, "--output=" + expected.folder(), "--parallelism=2")) {
            assertThat(command.exitCode()).as(command.output()).isZero();
        }
        var kills = new ArrayList<String>();
        try (var cluster = LocalCluster.start(temp.resolve("flink"), 2, 1)) {
            for (int round = 0; kills.size() < KILLS; round++) {
                var output = new Output(temp.resolve("killed-" + round));
                try (var command = Command.build(input, "--output=" + output.folder(), cluster.flag())) {
                    for (String phase : PHASES) {
                        await(cluster, command, phase);
                        cluster.kill(1 + kills.size() % 2);
                        kills.add(phase);
                    }
                    assertThat(command.exitCode()).as(command.output()).isZero();
                    assertProgress(command.output());
                }
                output.assertComplete();
                assertThat(output.digest()).isEqualTo(expected.digest());
                System.out.println(kills.size() + " of " + KILLS + " kills survived");
            }
        }
        assertThat(kills).hasSizeGreaterThanOrEqualTo(KILLS).containsAll(PHASES);
    }

    /** What is done again counts once, and the share that is done never goes back. */
    private static void assertProgress(String output) {
        List<MatchResult> lines = PROGRESS.matcher(output).results().toList();
        assertThat(lines).isNotEmpty();
        assertThat(lines.stream().map(line -> Integer.parseInt(line.group(1))))
                .isSorted()
                .allMatch(percent -> percent < 100);
        assertThat(lines.stream().map(line -> Integer.parseInt(line.group(2).replace(",", ""))))
                .allMatch(records -> records <= ARTICLES)
                .last()
                .isEqualTo(ARTICLES);
    }

    private static void await(LocalCluster cluster, Command command, String phase) throws Exception {
        while (cluster.runningSteps().stream().noneMatch(step -> step.contains(phase))) {
            assertThat(command.isRunning())
                    .as("ended before " + phase + ": " + command.output())
                    .isTrue();
            Thread.sleep(50);
        }
    }
}
