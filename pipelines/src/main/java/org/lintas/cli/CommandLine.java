package org.lintas.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.beam.runners.flink.FlinkRunner;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.lintas.failure.ExitCode;
import org.lintas.failure.RunFailure;
import org.lintas.flink.ClusterJob;
import org.lintas.flink.Flink;
import org.lintas.flink.FlinkJob;
import org.lintas.flink.MemoryNeed;
import org.lintas.storage.Credentials;
import org.lintas.storage.Storage;
import org.lintas.storage.TemporaryFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns arguments into options, and what is wrong with them into one line. */
public final class CommandLine {

    private static final Logger LOG = LoggerFactory.getLogger(CommandLine.class);

    private static final Pattern UNKNOWN_FLAG = Pattern.compile("missing a property named '([^']+)'");
    private static final Pattern NO_FLAG = Pattern.compile("Argument '([^']+)' does not begin with '--'");

    private CommandLine() {}

    /**
     * Options of a command line; empty after {@code --help}.
     *
     * @throws RunFailure if an argument cannot be understood
     */
    public static Optional<BuildCorpusOptions> parse(String... args) {
        if (Arrays.asList(args).contains("--help")) {
            System.out.print(BuildHelp.TEXT);
            return Optional.empty();
        }
        LocaleCharset.check();
        Credentials.refuseIn(args);
        PipelineOptionsFactory.register(BuildCorpusOptions.class);
        List<String> completed = new ArrayList<>(List.of(args));
        complete(completed, "--runner=", FlinkRunner.class.getSimpleName());
        if (completed.stream().anyMatch(arg -> arg.startsWith("--flinkMaster="))) {
            // Shuffles that are kept: when a process of the cluster is lost, only its part is done again.
            complete(completed, "--executionModeForBatch=", "BATCH");
        }
        BuildCorpusOptions options;
        try {
            options = PipelineOptionsFactory.fromArgs(completed.toArray(String[]::new))
                    .as(BuildCorpusOptions.class);
        } catch (IllegalArgumentException e) {
            throw RunFailure.usage(explain(e, args));
        }
        Storage.open(options, places(options));
        if (!Flink.isInsideCluster()) {
            openTemporaryFiles();
        }
        return Optional.of(options);
    }

    private static List<String> places(BuildCorpusOptions options) {
        return Stream.of(options.getInput(), options.getPrevious(), Collections.singletonList(options.getOutput()))
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .filter(Objects::nonNull)
                .toList();
    }

    private static void openTemporaryFiles() {
        try {
            TemporaryFiles.open();
        } catch (IOException e) {
            throw new RunFailure(
                    ExitCode.PIPELINE_FAILED,
                    "cannot write to " + System.getProperty("java.io.tmpdir") + " (" + e
                            + "): set -Djava.io.tmpdir in LINTAS_JAVA_OPTS");
        }
    }

    private static void complete(List<String> args, String flag, String value) {
        if (args.stream().noneMatch(arg -> arg.startsWith(flag))) {
            args.add(flag + value);
        }
    }

    /**
     * Makes the runner ready, and gives the job that the pipeline is going to be, where that is known.
     *
     * @throws RunFailure if it cannot be reached, or would fail for memory later
     */
    public static Optional<FlinkJob> prepareRunner(BuildCorpusOptions options) {
        if (options.getRunner() != FlinkRunner.class) {
            return Optional.empty();
        }
        Optional<FlinkJob> job = Flink.configure(options);
        if (Flink.isEmbedded(options)) {
            MemoryNeed.checkClasses(MemoryNeed.limitOfClasses());
            MemoryNeed.check(
                    options.getParallelism(),
                    options.getMaxRecordBytes(),
                    Runtime.getRuntime().maxMemory());
        } else if (job.orElse(null) instanceof ClusterJob known) {
            MemoryNeed.check(known.cluster(), options.getMaxRecordBytes());
        }
        return job;
    }

    /** One line for a pipeline that failed, with the innermost cause, which says most. */
    static RunFailure pipelineFailed(Throwable e) {
        return failed("the pipeline", e);
    }

    /**
     * One line for work that failed, with the innermost cause, which says most.
     *
     * @param what failed
     */
    static RunFailure failed(String what, Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        LOG.debug("{} failed", what, e);
        var failure = new RunFailure(ExitCode.PIPELINE_FAILED, what + " failed: " + cause);
        failure.initCause(e);
        return failure;
    }

    private static String explain(IllegalArgumentException e, String... args) {
        String message = String.valueOf(e.getMessage());
        Matcher unknown = UNKNOWN_FLAG.matcher(message);
        if (unknown.find()) {
            return "--" + unknown.group(1) + ": no such flag; --help lists them";
        }
        Matcher bare = NO_FLAG.matcher(message);
        if (bare.find()) {
            return bare.group(1) + ": flags start with --; --help lists them";
        }
        String line = message.lines().findFirst().orElse("");
        String flag = Arrays.stream(args)
                .filter(arg -> {
                    String name = arg.replaceAll("^--|=.*", "");
                    String value = arg.replaceAll("^[^=]*=?", "");
                    return line.contains("'" + name + "'") || (!value.isEmpty() && line.contains("\"" + value + "\""));
                })
                .findFirst()
                .orElse("a flag");
        return flag + ": " + line + "; --help lists the flags";
    }
}
