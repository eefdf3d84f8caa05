package org.lintas.cli;

import java.util.List;
import java.util.stream.Stream;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.lintas.dedup.text.Thresholds;
import org.lintas.failure.RunFailure;
import org.lintas.text.PublishedText;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The flags of {@code build}; flags of Apache Beam and its Flink runner are passed through. */
public final class BuildFlags {

    /** Largest record payload in bytes, unless a flag says otherwise. */
    static final int RECORD_BYTES = 16 << 20;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @ArgGroup(validate = false, order = 1, heading = "%nInput%n")
    final Reading reading = new Reading();

    @ArgGroup(validate = false, order = 2, heading = "%nOutput%n")
    final Writing writing = new Writing();

    @ArgGroup(validate = false, order = 3, heading = "%nLabels%n")
    final LabelFlags labels = new LabelFlags();

    @ArgGroup(validate = false, order = 4, heading = "%nDuplicates%n")
    final Duplicates duplicates = new Duplicates();

    @ArgGroup(validate = false, order = 5, heading = "%nPrivacy%n")
    final Privacy privacy = new Privacy();

    @ArgGroup(validate = false, order = 6, heading = "%nExecution%n")
    private final EngineFlags running = new EngineFlags();

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
                        "earlier corpora: copies of their articles become duplicates, new articles on their incidents join these, only"
                                + " new articles are written")
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
        int maxRecordBytes = RECORD_BYTES;
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

    /**
     * The pipeline options of Beam.
     *
     * @param others arguments that are not flags of this class
     * @throws RunFailure if an argument is neither one of these flags nor a Beam option
     */
    public FlinkPipelineOptions pipelineOptions(List<String> others) {
        return running.pipelineOptions("build", others, () -> spec.options());
    }

    /** All input and output locations. */
    public List<String> places() {
        return Stream.of(reading.input, reading.previous, List.of(writing.output), labels.locations())
                .flatMap(List::stream)
                .filter(place -> !place.isEmpty())
                .toList();
    }
}
