package org.lintas.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.flink.FlinkRunner;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.lintas.failure.RunFailure;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** The flags of Beam that users need most; the others are passed through. */
final class EngineFlags {

    private static final Pattern UNKNOWN_FLAG = Pattern.compile("missing a property named '([^']+)'");
    private static final String RUNNER = "--runner=";

    @Option(
            names = "--flinkMaster",
            paramLabel = "HOST:PORT",
            description = "Flink cluster to run on (default: an embedded Flink in this process)")
    private String flinkMaster;

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            description = "number of parallel tasks (default: number of processors, or of slots in the cluster)")
    private Integer parallelism;

    @Option(
            names = "--runner",
            paramLabel = "NAME",
            description = "FlinkRunner (default), or DirectRunner for small tests. Other options of Apache Beam"
                    + " and its Flink runner are accepted as well")
    private String runner;

    /**
     * The pipeline options of Beam.
     *
     * @param command for messages
     * @param others arguments that are not flags of the command
     * @param flags all of the command, for messages
     * @throws RunFailure if an argument is neither one of these flags nor a Beam option
     */
    FlinkPipelineOptions pipelineOptions(String command, List<String> others, Supplier<List<OptionSpec>> flags) {
        List<String> args = new ArrayList<>();
        args.add(RUNNER + (runner == null ? FlinkRunner.class.getSimpleName() : runner));
        if (parallelism != null) {
            if (parallelism < 1) {
                throw RunFailure.usage("--parallelism=" + parallelism + ": give a number from 1 on");
            }
            args.add("--parallelism=" + parallelism);
        }
        if (flinkMaster != null) {
            args.add("--flinkMaster=" + flinkMaster);
            if (others.stream().noneMatch(arg -> arg.startsWith("--executionModeForBatch"))) {
                // Blocking shuffles: when a cluster process is lost, only its part is repeated.
                args.add("--executionModeForBatch=BATCH");
            }
        }
        args.addAll(joined(command, others));
        try {
            return PipelineOptionsFactory.fromArgs(args.toArray(String[]::new)).as(FlinkPipelineOptions.class);
        } catch (IllegalArgumentException e) {
            throw RunFailure.usage(explain(command, e, args, flags));
        }
    }

    /** Beam's flags with their values: {@code --name value} becomes {@code --name=value}. */
    private static List<String> joined(String command, List<String> others) {
        var args = new ArrayList<String>();
        for (String arg : others) {
            boolean isValue = !arg.startsWith("-")
                    && !args.isEmpty()
                    && !args.get(args.size() - 1).contains("=");
            if (isValue) {
                args.set(args.size() - 1, args.get(args.size() - 1) + "=" + arg);
            } else if (arg.startsWith("--")) {
                args.add(arg);
            } else {
                throw RunFailure.usage(arg + ": flags start with --; lintas " + command + " --help lists them");
            }
        }
        return args;
    }

    private static String explain(
            String command, IllegalArgumentException e, List<String> args, Supplier<List<OptionSpec>> flags) {
        String message = String.valueOf(e.getMessage());
        Matcher unknown = UNKNOWN_FLAG.matcher(message);
        if (unknown.find()) {
            String flag = "--" + unknown.group(1);
            List<String> names =
                    flags.get().stream().map(OptionSpec::longestName).toList();
            return flag + ": no such flag" + Nearest.hint(flag, names) + "; lintas " + command + " --help lists them";
        }
        String line = message.lines().findFirst().orElse("");
        return args.stream()
                        .filter(arg -> {
                            String name = arg.replaceAll("^--|=.*", "");
                            String value = arg.replaceAll("^[^=]*=?", "");
                            return line.contains("'" + name + "'")
                                    || (!value.isEmpty() && line.contains("\"" + value + "\""));
                        })
                        .findFirst()
                        .orElse("a flag")
                + ": " + line + "; lintas " + command + " --help lists the flags";
    }
}
