package org.lintas.cli;

import java.util.List;
import java.util.stream.Stream;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The flags of {@code relabel}; flags of Apache Beam and its Flink runner are passed through. */
final class RelabelFlags {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    final CorpusFlag corpus = new CorpusFlag();

    @Option(names = "--output", paramLabel = "DIR", description = "folder for the new corpus; must be empty")
    String output = "";

    @Option(names = "--overwrite", description = "remove an earlier corpus from the folder first")
    boolean overwrite;

    @Option(
            names = "--corrections",
            split = ",",
            paramLabel = "FILE",
            description =
                    "what readers decided, as JSON lines; it is kept in the corpus and applied again by later runs")
    List<String> corrections = List.of();

    @Option(
            names = "--taxonomy",
            paramLabel = "DIR",
            description = "folder of YAML files with topics and terms of your own (as for build --taxonomy)")
    String taxonomy = "";

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "grades topics as readers decided: a file that lintas train wrote (as for build --model)")
    String model = "";

    @Option(
            names = "--watch",
            paramLabel = "FILE",
            description = "names to look for in all articles (as for build --watch)")
    String watch = "";

    @Option(
            names = "--encoder",
            paramLabel = "FILE",
            description = "sentence encoder in place of the token vectors (as for build --encoder)")
    String encoder = "";

    @ArgGroup(validate = false, heading = "%nExecution%n")
    private final EngineFlags running = new EngineFlags();

    /** The pipeline options of Beam, with arguments that are not flags of this class. */
    FlinkPipelineOptions pipelineOptions(List<String> others) {
        return running.pipelineOptions("relabel", others, () -> spec.options());
    }

    /** All input and output locations. */
    List<String> places() {
        return Stream.of(corpus.folders(), corrections, List.of(output, taxonomy, model, watch))
                .flatMap(List::stream)
                .filter(place -> !place.isEmpty())
                .toList();
    }
}
