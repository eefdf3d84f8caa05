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
import org.apache.beam.sdk.values.PCollection;
import org.lintas.archive.bytes.Budget;
import org.lintas.element.ArchiveCount;
import org.lintas.element.ArchiveFile;
import org.lintas.element.Capture;
import org.lintas.progress.Progress;
import org.lintas.rejects.RejectCounter;
import org.lintas.rejects.Rejects;
import org.lintas.schemas.Reject;
import org.lintas.schemas.RejectReason;
import org.lintas.storage.ByteSource;
import org.lintas.storage.StoredFile;
import org.lintas.text.Sha256;

/** Reads archive files into captures; what is damaged becomes rejects, and at the end of every part of a file comes its count. */
public final class ReadArchives extends PTransform<PBegin, PCollection<SpecificRecord>> {

    private static final long serialVersionUID = 1;

    /** Files are cut into parts of this size: small enough to keep all workers busy to the end. */
    private static final long PART_BYTES = 64L << 20;

    private final List<ArchiveFile> files;
    private final ArchiveReaders readers;
    private final long partBytes;

    private ReadArchives(List<ArchiveFile> files, ArchiveReaders readers, long partBytes) {
        this.files = files;
        this.readers = readers;
        this.partBytes = partBytes;
    }

    public static ReadArchives of(List<ArchiveFile> files, ArchiveReaders readers) {
        return new ReadArchives(files, readers, PART_BYTES);
    }

    /** With other parts: a file of a format that can be split is read in parts of so many bytes. */
    ReadArchives withPartBytes(long bytes) {
        return new ReadArchives(files, readers, bytes);
    }

    @Override
    public PCollection<SpecificRecord> expand(PBegin input) {
        return input.apply("ListFiles", Create.of(files))
                .apply("SplitFiles", ParDo.of(new SplitFile(readers, partBytes)))
                .apply("SpreadParts", Reshuffle.viaRandomKey())
                .apply("ReadPart", ParDo.of(new ReadPart(readers)));
    }

    private static final class SplitFile extends DoFn<ArchiveFile, ArchiveFile> {
        private static final long serialVersionUID = 1;

        private final ArchiveReaders readers;
        private final long partBytes;

        SplitFile(ArchiveReaders readers, long partBytes) {
            this.readers = readers;
            this.partBytes = partBytes;
        }

        @ProcessElement
        public void split(@Element ArchiveFile file, OutputReceiver<ArchiveFile> out) {
            boolean splittable = readers.of(ArchiveFormat.valueOf(file.getFormat())) instanceof SplittableReader;
            long from = 0;
            while (splittable && file.getBytes() - from > partBytes) {
                out.output(part(file, from, from + partBytes));
                from += partBytes;
            }
            // The last part is open: a file may have grown since it was listed.
            out.output(part(file, from, Long.MAX_VALUE));
        }

        private static ArchiveFile part(ArchiveFile file, long from, long to) {
            return ArchiveFile.newBuilder(file).setFrom(from).setTo(to).build();
        }
    }

    private static final class ReadPart extends DoFn<ArchiveFile, SpecificRecord> {
        private static final long serialVersionUID = 1;

        private final ArchiveReaders readers;

        ReadPart(ArchiveReaders readers) {
            this.readers = readers;
        }

        @ProcessElement
        public void read(@Element ArchiveFile file, OutputReceiver<SpecificRecord> out) {
            var sink = new CountingSink(file, out);
            String sha256 = "";
            try {
                ByteSource source = StoredFile.of(file.getPath());
                sha256 = file.getFrom() == 0 ? sha256(source) : "";
                read(file, new WatchedSource(source), sink);
            } catch (IOException | RuntimeException | StackOverflowError e) {
                sink.reject(RejectReason.UNREADABLE_FILE, file.getPath(), file.getFrom(), Rejects.cause(e));
            } catch (IOError | OutOfMemoryError | LinkageError e) {
                throw named(file.getPath(), e);
            }
            if (sink.isUntold() && file.getFrom() == 0 && file.getTo() == Long.MAX_VALUE) {
                sink.skip(RecordSink.EMPTY_FILE);
            }
            out.output(sink.end(sha256));
            if (file.getTo() == Long.MAX_VALUE) {
                Progress.FILES_READ.increment();
            }
        }

        /** What ends the run, with the file that was being read. */
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

    /** A file whose bytes are counted while they are read, for the progress line. */
    private record WatchedSource(ByteSource source) implements ByteSource {

        @Override
        public InputStream openAt(long offset) throws IOException {
            return new ProgressStream(source.openAt(offset));
        }

        @Override
        public long length() throws IOException {
            return source.length();
        }
    }

    private static final class ProgressStream extends FilterInputStream {

        ProgressStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            Progress.BYTES_READ.increment();
            return super.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int n = super.read(bytes, offset, length);
            Progress.BYTES_READ.add(Math.max(0, n));
            return n;
        }
    }

    /** A later step has failed: no fault of what is being read, so that no reader may take it for damage. */
    private static final class LaterStepFailed extends Error {
        private static final long serialVersionUID = 1;

        LaterStepFailed(Throwable cause) {
            super(cause);
        }
    }

    /** Sends what a reader finds on its way and counts it. */
    private static final class CountingSink implements RecordSink {
        private static final Counter DOCUMENTS = Metrics.counter("archive", "archive.documents");
        private static final Counter SKIPPED = Metrics.counter("archive", "archive.skipped");

        private final ArchiveFile file;
        private final DoFn.OutputReceiver<SpecificRecord> out;
        private final Budget budget;
        private final RejectList rejects = new RejectList();
        private final Map<String, Long> skipped = new TreeMap<>();
        private long documents;

        CountingSink(ArchiveFile file, DoFn.OutputReceiver<SpecificRecord> out) {
            this.file = file;
            this.out = out;
            // The first part of a file is all of it, where the format cannot be read in parts.
            this.budget = new Budget(
                    file.getFrom() == 0 ? file.getBytes() : Math.min(file.getTo(), file.getBytes()) - file.getFrom());
        }

        @Override
        public Budget budget() {
            return budget;
        }

        @Override
        public void capture(Capture capture) {
            budget.takeRecord();
            documents++;
            DOCUMENTS.inc();
            Progress.RECORDS_READ.increment();
            send(RecordNames.bounded(capture));
        }

        @Override
        public void reject(Reject reject) {
            budget.takeRecord();
            RejectCounter.count("archive", reject.getReason());
            Progress.RECORDS_READ.increment();
            if (rejects.add(reject)) {
                send(RecordNames.bounded(reject));
            }
        }

        @Override
        public void skip(String kind) {
            budget.takeRecord();
            skipped.merge(kind, 1L, Long::sum);
            SKIPPED.inc();
            Progress.RECORDS_READ.increment();
        }

        private void send(SpecificRecord record) {
            try {
                out.output(record);
            } catch (RuntimeException | StackOverflowError e) {
                throw new LaterStepFailed(e);
            }
        }

        /** Whether nothing has been found yet. */
        boolean isUntold() {
            return documents + rejects.count() == 0 && skipped.isEmpty();
        }

        /** Hands on what is left to tell, and gives the sums. */
        ArchiveCount end(String sha256) {
            rejects.rest().forEach(reject -> send(RecordNames.bounded(reject)));
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
