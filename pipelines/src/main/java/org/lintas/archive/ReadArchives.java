package org.lintas.archive;

import java.io.FilterInputStream;
import java.io.IOError;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.PBegin;
import org.lintas.archive.bytes.Budget;
import org.lintas.archive.input.ArchiveReader;
import org.lintas.archive.input.ByteRange;
import org.lintas.archive.input.HostList;
import org.lintas.archive.input.RecordSink;
import org.lintas.archive.input.SplittableReader;
import org.lintas.record.ArchiveCount;
import org.lintas.record.ArchiveFile;
import org.lintas.record.Capture;
import org.lintas.record.PartProgress;
import org.lintas.record.Progress;
import org.lintas.record.ProgressReporter;
import org.lintas.record.Records;
import org.lintas.record.RejectCounter;
import org.lintas.record.Rejects;
import org.lintas.schemas.Reject;
import org.lintas.schemas.RejectReason;
import org.lintas.storage.ByteSource;
import org.lintas.storage.StoredFile;
import org.lintas.text.Sha256;

/**
 * Reads archive files into captures. Damaged records become rejects, and each part of a file ends with an {@link
 * ArchiveCount}.
 */
public final class ReadArchives extends PTransform<PBegin, Records<Records.Captured>> {

    private static final long serialVersionUID = 1;

    /** Size of the parts that files are split into: small enough to keep all workers busy to the end. */
    private static final long PART_BYTES = 64L << 20;

    private final List<ArchiveFile> files;
    private final ArchiveReaders readers;
    private final ProgressReporter reporter;

    private ReadArchives(List<ArchiveFile> files, ArchiveReaders readers, ProgressReporter reporter) {
        this.files = files;
        this.readers = readers;
        this.reporter = reporter;
    }

    public static ReadArchives of(List<ArchiveFile> files, ArchiveReaders readers) {
        return new ReadArchives(files, readers, ProgressReporter.none());
    }

    /** Reports progress to a reporter. */
    public ReadArchives withReporter(ProgressReporter newReporter) {
        return new ReadArchives(files, readers, newReporter);
    }

    @Override
    public Records<Records.Captured> expand(PBegin input) {
        return Records.of(input.apply("ListFiles", Create.of(files))
                .apply("SplitFiles", ParDo.of(new SplitFile(readers)))
                .apply("SpreadParts", Reshuffle.viaRandomKey())
                .apply("ReadPart", ParDo.of(new ReadPart(readers, reporter))));
    }

    private static final class SplitFile extends DoFn<ArchiveFile, ArchiveFile> {
        private static final long serialVersionUID = 1;

        private final ArchiveReaders readers;

        SplitFile(ArchiveReaders readers) {
            this.readers = readers;
        }

        @ProcessElement
        public void split(@Element ArchiveFile file, OutputReceiver<ArchiveFile> out) {
            boolean splittable = readers.of(ArchiveFormat.valueOf(file.getFormat())) instanceof SplittableReader;
            long from = 0;
            while (splittable && file.getBytes() - from > PART_BYTES) {
                out.output(part(file, from, from + PART_BYTES));
                from += PART_BYTES;
            }
            // The last part has no upper limit, since the file may have grown since it was listed.
            out.output(part(file, from, Long.MAX_VALUE));
        }

        private static ArchiveFile part(ArchiveFile file, long from, long to) {
            return ArchiveFile.newBuilder(file).setFrom(from).setTo(to).build();
        }
    }

    private static final class ReadPart extends DoFn<ArchiveFile, SpecificRecord> {
        private static final long serialVersionUID = 1;

        private final ArchiveReaders readers;

        private final ProgressReporter reporter;

        ReadPart(ArchiveReaders readers, ProgressReporter reporter) {
            this.readers = readers;
            this.reporter = reporter;
        }

        @Setup
        public void enter() {
            reporter.start();
        }

        @Teardown
        public void leave() {
            reporter.stop();
        }

        @ProcessElement
        public void read(@Element ArchiveFile file, OutputReceiver<SpecificRecord> out) {
            boolean isLast = file.getTo() == Long.MAX_VALUE;
            long length = (isLast ? file.getBytes() : file.getTo()) - file.getFrom();
            PartProgress progress = Progress.begin(file.getPath(), file.getFrom(), length);
            try {
                read(file, new CountingSink(file, readers.hosts(), out, progress), progress, out);
                progress.end(isLast);
            } finally {
                Progress.leave();
            }
        }

        private void read(
                ArchiveFile file, CountingSink sink, PartProgress progress, OutputReceiver<SpecificRecord> out) {
            String sha256 = "";
            try {
                ByteSource source = StoredFile.of(file.getPath());
                sha256 = file.getFrom() == 0 ? sha256(source) : "";
                read(file, new CountingSource(source, progress), sink);
            } catch (IOException | RuntimeException | StackOverflowError e) {
                sink.reject(RejectReason.UNREADABLE_FILE, file.getPath(), file.getFrom(), Rejects.cause(e));
            } catch (IOError | OutOfMemoryError | LinkageError e) {
                throw named(file.getPath(), e);
            }
            if (sink.isEmpty() && file.getFrom() == 0 && file.getTo() == Long.MAX_VALUE) {
                sink.skip(RecordSink.EMPTY_FILE);
            }
            out.output(sink.end(sha256));
        }

        /** Adds the path of the file to an error that ends the run. */
        private static Error named(String path, Error e) {
            String what = String.valueOf(e.getMessage());
            if (what.contains(path)) {
                return e;
            }
            var named = new IOError(new IOException("while reading " + path + ": " + e));
            named.addSuppressed(e);
            return named;
        }

        private void read(ArchiveFile file, ByteSource source, RecordSink sink) throws IOException {
            ArchiveReader reader = readers.of(ArchiveFormat.valueOf(file.getFormat()));
            if (reader instanceof SplittableReader splittable) {
                var range = new ByteRange(file.getFrom(), file.getTo());
                splittable.read(file.getPath(), source, range, sink);
            } else {
                reader.read(file.getPath(), source, sink);
            }
        }

        private static String sha256(ByteSource source) throws IOException {
            MessageDigest digest = Sha256.digest();
            var buffer = new byte[1 << 17];
            try (InputStream in = source.openAt(0)) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    digest.update(buffer, 0, n);
                }
            }
            return Sha256.hexOf(digest.digest());
        }
    }

    /** Counts the bytes that are read, for the progress line. */
    private record CountingSource(ByteSource source, PartProgress progress) implements ByteSource {

        @Override
        public InputStream openAt(long offset) throws IOException {
            return new ProgressStream(source.openAt(offset), progress);
        }

        @Override
        public long length() throws IOException {
            return source.length();
        }
    }

    private static final class ProgressStream extends FilterInputStream {

        private final PartProgress progress;

        ProgressStream(InputStream in, PartProgress progress) {
            super(in);
            this.progress = progress;
        }

        @Override
        public int read() throws IOException {
            progress.bytes(1);
            return super.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int n = super.read(bytes, offset, length);
            progress.bytes(Math.max(0, n));
            return n;
        }
    }

    /**
     * A downstream step has failed. An error and not an exception, so that readers do not handle it as damage of the
     * file.
     */
    private static final class DownstreamFailure extends Error {
        private static final long serialVersionUID = 1;

        DownstreamFailure(Throwable cause) {
            super(cause);
        }
    }

    /** Emits and counts what a reader finds. */
    private static final class CountingSink implements RecordSink {
        private static final Counter DOCUMENTS = Metrics.counter("archive", "archive.documents");
        private static final Counter SKIPPED = Metrics.counter("archive", "archive.skipped");

        private final ArchiveFile file;
        private final HostList hosts;
        private final DoFn.OutputReceiver<SpecificRecord> out;
        private final Budget budget;
        private final RejectList rejects = new RejectList();
        private final PartProgress progress;
        private final Map<String, Long> skipped = new TreeMap<>();
        private long documents;

        CountingSink(ArchiveFile file, HostList hosts, DoFn.OutputReceiver<SpecificRecord> out, PartProgress progress) {
            this.file = file;
            this.hosts = hosts;
            this.out = out;
            this.progress = progress;
            // If the format cannot be split, the first part is the whole file.
            this.budget = new Budget(
                    file.getFrom() == 0 ? file.getBytes() : Math.min(file.getTo(), file.getBytes()) - file.getFrom());
        }

        @Override
        public Budget budget() {
            return budget;
        }

        @Override
        public void capture(Capture capture) {
            if (!hosts.reads(capture.getUrl())) {
                skip(HostList.OTHER_HOST);
                return;
            }
            budget.takeRecord();
            documents++;
            DOCUMENTS.inc();
            progress.record();
            send(RecordIdLimits.bounded(capture));
        }

        @Override
        public void reject(Reject reject) {
            budget.takeRecord();
            RejectCounter.count("archive", reject.getReason());
            progress.record();
            if (rejects.add(reject)) {
                send(RecordIdLimits.bounded(reject));
            }
        }

        @Override
        public void skip(String kind) {
            budget.takeRecord();
            skipped.merge(kind, 1L, Long::sum);
            SKIPPED.inc();
            progress.skip();
        }

        private void send(SpecificRecord record) {
            try {
                out.output(record);
            } catch (RuntimeException | StackOverflowError e) {
                throw new DownstreamFailure(e);
            }
        }

        /** Whether nothing has been found yet. */
        boolean isEmpty() {
            return documents + rejects.count() == 0 && skipped.isEmpty();
        }

        /** Emits the remaining rejects and returns the counts. */
        ArchiveCount end(String sha256) {
            rejects.rest().forEach(reject -> send(RecordIdLimits.bounded(reject)));
            return ArchiveCount.newBuilder()
                    .setPath(file.getPath())
                    .setBytes(file.getBytes())
                    .setSha256(sha256)
                    .setDocuments(documents)
                    .setRejects(rejects.count())
                    .setUnlistedRejects(rejects.unlisted())
                    .setSkipped(skipped)
                    .build();
        }
    }
}
