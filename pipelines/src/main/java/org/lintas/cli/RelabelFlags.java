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

    @ArgGroup(validate = false, heading = "%nLabels%n")
    final LabelFlags labels = new LabelFlags();

    @ArgGroup(validate = false, heading = "%nExecution%n")
    private final EngineFlags running = new EngineFlags();

    /** The pipeline options of Beam, with arguments that are not flags of this class. */
    FlinkPipelineOptions pipelineOptions(List<String> others) {
        return running.pipelineOptions("relabel", others, () -> spec.options());
    }

    /** All input and output locations. */
    List<String> places() {
        return Stream.of(corpus.folders(), corrections, List.of(output), labels.locations())
                .flatMap(List::stream)
                .filter(place -> !place.isEmpty())
                .toList();
    }
}
