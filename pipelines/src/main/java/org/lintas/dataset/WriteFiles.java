package org.lintas.dataset;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.beam.sdk.io.FileIO;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.MoveOptions.StandardMoveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.util.MimeTypes;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.lintas.record.Progress;
import org.lintas.record.ProgressReporter;

/**
 * Writes elements to files by their keys, and returns the paths of the files. Every attempt writes to a temporary name and renames the complete
 * file, so that failed or repeated attempts leave nothing behind. {@link FileIO} does the same with many more steps, and collects all elements of a
 * file at once if the file depends on a side input.
 */
final class WriteFiles<T> extends PTransform<PCollection<KV<String, T>>, PCollection<String>> {

    private static final long serialVersionUID = 1;

    private final Layout layout;
    private final SerializableFunction<String, FileIO.Sink<T>> sinks;
    private final SerializableFunction<T, Integer> rows;
    private final ProgressReporter reporter;

    private WriteFiles(
            Layout layout,
            SerializableFunction<String, FileIO.Sink<T>> sinks,
            SerializableFunction<T, Integer> rows,
            ProgressReporter reporter) {
        this.layout = layout;
        this.sinks = sinks;
        this.rows = rows;
        this.reporter = reporter;
    }

    /**
     * Writes files of a corpus.
     *
     * @param sinks creates the sink of a file, by its path below the root
     * @param rows counts the rows of an element
     */
    static <T> WriteFiles<T> of(
            Layout layout, SerializableFunction<String, FileIO.Sink<T>> sinks, SerializableFunction<T, Integer> rows) {
        return new WriteFiles<>(layout, sinks, rows, ProgressReporter.none());
    }

    /** Reports progress to a reporter. */
    WriteFiles<T> withReporter(ProgressReporter newReporter) {
        return new WriteFiles<>(layout, sinks, rows, newReporter);
    }

    @Override
    public PCollection<String> expand(PCollection<KV<String, T>> elements) {
        return elements.apply("GroupByFile", GroupByKey.create())
                .apply("Write", ParDo.of(new Write<>(layout, sinks, rows, reporter)))
                .apply("Keep", Reshuffle.viaRandomKey())
                .apply("Place", ParDo.of(new Place(layout)));
    }

    private static ResourceId file(Layout layout, String path) {
        return FileSystems.matchNewResource(layout.root() + "/" + path, false);
    }

    private static final class Write<T> extends DoFn<KV<String, Iterable<T>>, KV<String, String>> {
        private static final long serialVersionUID = 1;

        private final Layout layout;
        private final SerializableFunction<String, FileIO.Sink<T>> sinks;
        private final SerializableFunction<T, Integer> rows;
        private final ProgressReporter reporter;

        Write(
                Layout layout,
                SerializableFunction<String, FileIO.Sink<T>> sinks,
                SerializableFunction<T, Integer> rows,
                ProgressReporter reporter) {
            this.layout = layout;
            this.sinks = sinks;
            this.rows = rows;
            this.reporter = reporter;
        }

        @Setup
        public void enter() {
            reporter.start();
        }

        @ProcessElement
        public void write(@Element KV<String, Iterable<T>> file, OutputReceiver<KV<String, String>> out)
                throws IOException {
            String temporary = Layout.temporary(UUID.randomUUID());
            FileIO.Sink<T> sink = sinks.apply(file.getKey());
            AtomicLong written = Progress.write(file.getKey());
            try (WritableByteChannel channel = FileSystems.create(file(layout, temporary), MimeTypes.BINARY)) {
                sink.open(channel);
                for (T element : file.getValue()) {
                    sink.write(element);
                    written.addAndGet(rows.apply(element));
                }
                sink.flush();
            }
            out.output(KV.of(temporary, file.getKey()));
        }

        @Teardown
        public void leave() {
            reporter.stop();
        }
    }

    private static final class Place extends DoFn<KV<String, String>, String> {
        private static final long serialVersionUID = 1;

        private final Layout layout;

        Place(Layout layout) {
            this.layout = layout;
        }

        @ProcessElement
        public void place(@Element KV<String, String> written, OutputReceiver<String> out) throws IOException {
            // A previous attempt may already have renamed it.
            FileSystems.rename(
                    List.of(file(layout, written.getKey())),
                    List.of(file(layout, written.getValue())),
                    StandardMoveOptions.IGNORE_MISSING_FILES,
                    StandardMoveOptions.SKIP_IF_DESTINATION_EXISTS);
            out.output(written.getValue());
        }
    }
}
