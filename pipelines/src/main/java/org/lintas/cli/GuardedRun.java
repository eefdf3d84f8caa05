package org.lintas.cli;

import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.lintas.corpus.OutputFolder;
import org.lintas.corpus.RunMetrics;
import org.lintas.failure.ExitCode;
import org.lintas.flink.RunGuard;

/**
 * A run of a pipeline that writes a corpus: of one that fails or is interrupted, nothing is left that looks finished.
 *
 * @param messages where an interruption is told
 */
record GuardedRun(RunGuard guard, OutputFolder output, Consumer<String> messages) {

    /** Finishes a corpus all of whose rows are written, given the counters of the pipeline. */
    interface Finisher {
        ExitCode finish(Map<String, Long> counters) throws IOException;
    }

    ExitCode of(Supplier<Pipeline> assembled, Finisher finisher) throws IOException {
        try {
            PipelineResult result = assembled.get().run();
            result.waitUntilFinish();
            guard.checkNotInterrupted();
            // Gives back what the workers took, before DuckDB takes memory outside of the heap.
            System.gc();
            return finisher.finish(RunMetrics.counters(result.metrics()));
        } catch (IOException | RuntimeException | Error e) {
            // An Error too: a class that is used first while the process ends cannot be initialised if it registers a
            // shutdown hook.
            output.clearAfter(e);
            if (guard.isInterrupted()) {
                // Printed here because the process ends as soon as the guard is closed.
                messages.accept("lintas: interrupted; the job was cancelled and its output removed");
                return ExitCode.PIPELINE_FAILED;
            }
            throw e;
        }
    }
}
