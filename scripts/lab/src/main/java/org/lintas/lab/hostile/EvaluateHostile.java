package org.lintas.lab.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Makes hostile input by class, builds a corpus of each class in a process of its own, and prints what came of it: sound articles beside the
 * hostile ones must all be found, no address may be forged, and the build must end with a finished corpus.
 *
 * <p>Usage: {@code EvaluateHostile SAMPLE [--seed=N] [CLASS …]}, where SAMPLE is a folder of sound files of all formats, to be damaged. Ends with 1 if a class
 * fails.
 */
public final class EvaluateHostile {

    private static final String SEED = "--seed=";

    private EvaluateHostile() {}

    public static void main(String[] args) throws IOException, InterruptedException, SQLException {
        var names = new ArrayList<String>();
        long seed = 1;
        for (String arg : List.of(args)) {
            if (arg.startsWith(SEED)) {
                seed = Long.parseLong(arg.substring(SEED.length()));
            } else {
                names.add(arg);
            }
        }
        if (names.isEmpty()) {
            throw new IllegalArgumentException("usage: EvaluateHostile SAMPLE [--seed=N] [CLASS …]");
        }
        Path sample = Path.of(names.remove(0));
        List<CaseClass> classes = List.of(
                new Times(),
                new Names(),
                new Sizes(),
                new Bombs(),
                new Nesting(),
                new Forgeries(),
                new Encodings(),
                new TextShapes(),
                new ManyFiles(),
                new Mutations(sample));
        boolean holds = true;
        System.out.println("| class | cases | sound | found | articles | duplicates | rejects | s | peak MiB | |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        for (CaseClass cases : classes) {
            if (names.isEmpty() || names.contains(cases.name())) {
                holds &= run(cases, seed);
            }
        }
        System.exit(holds ? 0 : 1);
    }

    private static boolean run(CaseClass cases, long seed) throws IOException, InterruptedException, SQLException {
        Path work = Files.createTempDirectory("lintas-hostile");
        try {
            var random = new Random(seed);
            var sound = new SoundArticles(random);
            Path input = Files.createDirectory(work.resolve("input"));
            int count = cases.write(input, sound, random);
            HostileBuild build =
                    HostileBuild.of(input, work.resolve("corpus"), work.resolve("log"), cases.flags(), sound);
            System.out.printf(
                    "| %s | %d | %d | %d | %d | %d | %d | %.0f | %d | %s |%n",
                    cases.name(),
                    count,
                    sound.size(),
                    sound.size() - build.missing().size(),
                    build.articles(),
                    build.duplicates(),
                    build.rejects(),
                    build.seconds(),
                    build.peakMiB(),
                    build.holds() ? "OK" : "FAIL, exit code " + build.exitCode() + ", forged " + build.forged());
            if (!build.holds()) {
                build.log().lines().limit(40).forEach(line -> System.out.println("    " + line));
                build.missing().stream().limit(20).forEach(mark -> System.out.println("    missing: " + mark));
            }
            return build.holds();
        } finally {
            try (Stream<Path> files = Files.walk(work)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
