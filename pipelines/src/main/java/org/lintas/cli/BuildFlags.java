package org.lintas.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.flink.FlinkRunner;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.lintas.dedup.text.Thresholds;
import org.lintas.failure.RunFailure;
import org.lintas.text.PublishedText;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The flags of {@code build}; flags of Apache Beam and its Flink runner are passed through. */
public final class BuildFlags {

    private static final Pattern UNKNOWN_FLAG = Pattern.compile("missing a property named '([^']+)'");
    private static final String RUNNER = "--runner=";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @ArgGroup(validate = false, order = 1, heading = "%nInput%n")
    final Reading reading = new Reading();

    @ArgGroup(validate = false, order = 2, heading = "%nOutput%n")
    final Writing writing = new Writing();

    @ArgGroup(validate = false, order = 3, heading = "%nDuplicates%n")
    final Duplicates duplicates = new Duplicates();

    @ArgGroup(validate = false, order = 4, heading = "%nPrivacy%n")
    final Privacy privacy = new Privacy();

    @ArgGroup(validate = false, order = 5, heading = "%nExecution%n")
    private final Running running = new Running();

    /** Input flags. */
    static final class Reading {
        @Option(
                names = "--input",
                split = ",",
                paramLabel = "GLOB",
                description = "archive files, folders or globs: JSON, CSV, Parquet, Avro, WARC, ARC, WET, WACZ, .html,"
                        + " .mhtml, .txt, .zip, .tar; plain or compressed with gzip, zstd, bzip2 or xz")
        List<String> input = List.of();

        @Option(
                names = "--previous",
                split = ",",
                paramLabel = "DIR",
                description =
                        "earlier corpora: copies of their articles become duplicates, only new articles are written")
        List<String> previous = List.of();

        @Option(
                names = "--jsonFields",
                split = ",",
                paramLabel = "PART=NAME",
                description =
                        "field names in JSON, CSV, Parquet and Avro for id, title, text, url, published, modified, source,"
                                + " author, section (default: common names); NAME may be a path with dots; several names are"
                                + " separated by |")
        List<String> jsonFields = List.of();

        @Option(
                names = "--only",
                paramLabel = "FILE",
                description =
                        "hosts whose records are read, with their subdomains, one per line (after a tab anything else);"
                                + " records of other hosts are skipped and counted; # starts a comment line")
        String only = "";

        @Option(
                names = "--maxRecordBytes",
                paramLabel = "N",
                description =
                        "largest record payload in bytes (default: ${DEFAULT-VALUE}); larger records become rejects")
        int maxRecordBytes = 16 << 20;
    }

    /** Output flags. */
    static final class Writing {
        @Option(names = "--output", paramLabel = "DIR", description = "folder for the corpus; must be empty")
        String output = "";

        @Option(names = "--overwrite", description = "remove an earlier corpus from the folder first")
        boolean overwrite;

        @Option(
                names = "--languages",
                paramLabel = "CODES",
                description = "languages to keep (default: ${DEFAULT-VALUE}); any keeps all")
        String languages = "id,ms,th,vi,tl,km,lo,my,en,zh,ta";

        @Option(
                names = "--watch",
                paramLabel = "FILE",
                description =
                        "names to look for in all articles, one per line: id, kind, language (a code, or any), name;"
                                + " separated by tabs; kinds are person, organisation, group, company, vessel, compound and operation;"
                                + " # starts a comment line")
        String watch = "";

        @Option(
                names = "--taxonomy",
                paramLabel = "DIR",
                description =
                        "folder of YAML files with topics and terms of your own, laid over the built-in ones; lintas taxonomy"
                                + " export writes files to start from, lintas taxonomy check says what is wrong with yours")
        String taxonomy = "";

        @Option(
                names = "--encoder",
                paramLabel = "FILE",
                description =
                        "sentence encoder (ONNX, with tokenizer.json beside it) that tells what passages say, in place of the"
                                + " token vectors: better where a crime is told without its words, and many times slower")
        String encoder = "";

        @Option(
                names = "--maxRejectRate",
                paramLabel = "SHARE",
                description = "fail if a larger share of the records is rejected (default: ${DEFAULT-VALUE})")
        double maxRejectRate = 1;
    }

    /** Thresholds for near duplicates. */
    static final class Duplicates {
        @Option(
                names = "--reprintSimilarity",
                paramLabel = "SHARE",
                description =
                        "minimum similarity of a near duplicate to its representative (default: ${DEFAULT-VALUE})")
        double reprintSimilarity = Thresholds.REPRINT;

        @Option(
                names = "--excerptContainment",
                paramLabel = "SHARE",
                description =
                        "minimum share of an excerpt that its representative contains (default: ${DEFAULT-VALUE})")
        double excerptContainment = Thresholds.EXCERPT;
    }

    /** Flags that limit what is published. */
    static final class Privacy {
        @Option(
                names = "--exclude",
                paramLabel = "FILE",
                description = "articles to reject, one entry per line: an address; a host, with its subdomains and with"
                        + " articles of an outlet of that name at other addresses, as behind short links; outlet:NAME,"
                        + " all articles whose column source is NAME; # starts a comment")
        String exclude = "";

        @Option(
                names = "--maskPersonalNumbers",
                description =
                        "mask telephone numbers, e-mail addresses, national ids, passports, payment cards and bank accounts")
        boolean maskPersonalNumbers;

        @Option(
                names = "--text",
                paramLabel = "full|excerpt|none",
                description =
                        "how much of each text is written (default: ${DEFAULT-VALUE}); archive_file and archive_offset"
                                + " locate the full text in the archive")
        String text = "full";

        @Option(
                names = "--excerptCharacters",
                paramLabel = "N",
                description =
                        "maximum length of an excerpt (default: ${DEFAULT-VALUE}); cut at the end of a sentence or word")
        int excerptCharacters = PublishedText.EXCERPT_CHARACTERS;
    }

    /** The Beam flags that users need most. */
    private static final class Running {
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
    }

    /**
     * The pipeline options of Beam.
     *
     * @param others arguments that are not flags of this class
     * @throws RunFailure if an argument is neither one of these flags nor a Beam option
     */
    public FlinkPipelineOptions pipelineOptions(List<String> others) {
        List<String> args = new ArrayList<>();
        args.add(RUNNER + (running.runner == null ? FlinkRunner.class.getSimpleName() : running.runner));
        if (running.parallelism != null) {
            args.add("--parallelism=" + running.parallelism);
        }
        if (running.flinkMaster != null) {
            args.add("--flinkMaster=" + running.flinkMaster);
            if (others.stream().noneMatch(arg -> arg.startsWith("--executionModeForBatch"))) {
                // Blocking shuffles: when a cluster process is lost, only its part is repeated.
                args.add("--executionModeForBatch=BATCH");
            }
        }
        args.addAll(joined(others));
        try {
            return PipelineOptionsFactory.fromArgs(args.toArray(String[]::new)).as(FlinkPipelineOptions.class);
        } catch (IllegalArgumentException e) {
            throw RunFailure.usage(explain(e, args));
        }
    }

    /** Beam's flags with their values: {@code --name value} becomes {@code --name=value}. */
    private static List<String> joined(List<String> others) {
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
                throw RunFailure.usage(arg + ": flags start with --; lintas build --help lists them");
            }
        }
        return args;
    }

    private String explain(IllegalArgumentException e, List<String> args) {
        String message = String.valueOf(e.getMessage());
        Matcher unknown = UNKNOWN_FLAG.matcher(message);
        if (unknown.find()) {
            String flag = "--" + unknown.group(1);
            List<String> names =
                    spec.options().stream().map(OptionSpec::longestName).toList();
            return flag + ": no such flag" + Nearest.hint(flag, names) + "; lintas build --help lists them";
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
                + ": " + line + "; lintas build --help lists the flags";
    }

    /** All input and output locations. */
    public List<String> places() {
        return Stream.of(reading.input, reading.previous, List.of(writing.output, writing.taxonomy))
                .flatMap(List::stream)
                .filter(place -> !place.isEmpty())
                .toList();
    }
}
