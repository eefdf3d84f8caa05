package org.lintas.dataset;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;
import org.apache.parquet.io.ParquetDecodingException;
import org.lintas.record.PartFile;
import org.lintas.schemas.Dataset;
import org.lintas.storage.RetryingSource;
import org.lintas.storage.StoredFile;
import org.lintas.text.Sha256;

/** Describes finished part files, and writes part files without rows. */
public final class PartFiles {

    /** A footer ends with its length, four bytes, little-endian, and the magic number. */
    private static final int TAIL = 8;

    /** The footer of a file with some hundred row groups takes a hundredth of that. */
    private static final long MOST_FOOTER = 64L << 20;

    private PartFiles() {}

    /**
     * Rows, bytes and digest of a part file, in one pass.
     *
     * @param path below the corpus
     * @param file as Beam's file system names it
     * @throws IOException naming the file, if it is not whole
     */
    public static PartFile describe(String path, String file) throws IOException {
        RetryingSource source = StoredFile.of(file);
        long bytes = source.length();
        MessageDigest digest = Sha256.digest();
        var last = new byte[(int) Math.min(bytes, 4L << 20)];
        long position = 0;
        var buffer = new byte[1 << 17];
        try (InputStream in = source.openAt(0)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                for (int done = 0, room; done < n; done += room, position += room) {
                    int place = (int) (position % last.length);
                    room = Math.min(n - done, last.length - place);
                    System.arraycopy(buffer, done, last, place, room);
                }
            }
        }
        try {
            return PartFile.newBuilder()
                    .setPath(path)
                    .setRows(rows(file, last, position))
                    .setBytes(bytes)
                    .setSha256(Sha256.hexOf(digest.digest()))
                    .build();
        } catch (ParquetDecodingException e) {
            throw PartRows.unreadable(file, e);
        }
    }

    /**
     * Number of rows of a part file on the local disk, by its footer.
     *
     * @throws IOException if it cannot be read
     * @throws ParquetDecodingException if it is not Parquet
     */
    public static long rows(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            byte[] tail = last(channel, TAIL);
            // A wrong length leads to bytes that are not a footer.
            long footer = tail.length < TAIL
                    ? 0
                    : Math.max(
                            0,
                            ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt());
            byte[] last = last(channel, Math.min(footer, MOST_FOOTER) + TAIL);
            return rows(file.toString(), last, last.length);
        }
    }

    /** The last bytes of a file, at most as many as requested. */
    private static byte[] last(SeekableByteChannel channel, long bytes) throws IOException {
        var last = ByteBuffer.allocate((int) Math.min(bytes, channel.size()));
        channel.position(channel.size() - last.capacity());
        while (last.hasRemaining()) {
            if (channel.read(last) < 0) {
                throw new EOFException("file has become shorter");
            }
        }
        return last.array();
    }

    /** Number of rows by the footer, which is at the end of the ring buffer of last bytes. */
    private static long rows(String file, byte[] ring, long position) {
        if (ring.length < TAIL || position < ring.length) {
            throw new ParquetDecodingException(file + ": has no footer");
        }
        var ordered = new byte[ring.length];
        int split = (int) (position % ring.length);
        System.arraycopy(ring, split, ordered, 0, ring.length - split);
        System.arraycopy(ring, 0, ordered, ring.length - split, split);
        int length = ByteBuffer.wrap(ordered).order(ByteOrder.LITTLE_ENDIAN).getInt(ordered.length - TAIL);
        int start = ordered.length - TAIL - length;
        if (length < 0 || start < 0) {
            throw new ParquetDecodingException(
                    file + ": has no footer, or one of more than " + ordered.length + " bytes");
        }
        try {
            FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(ordered, start, length));
            return footer.getNum_rows();
        } catch (IOException | RuntimeException e) {
            throw new ParquetDecodingException(file + ": has an unreadable footer", e);
        }
    }

    /** Writes a part file without rows, so that readers find the columns of an empty dataset. */
    public static PartFile writeEmpty(Dataset dataset, Layout layout, Map<String, String> metadata) throws IOException {
        String name = "part-00000-of-00001.zstd.parquet";
        String file = layout.folder(dataset) + "/" + name;
        ResourceId resource = FileSystems.matchNewResource(file, false);
        try (WritableByteChannel channel = FileSystems.create(resource, "application/octet-stream")) {
            ParquetSink<SpecificRecord> sink = ParquetSink.of(dataset, metadata);
            sink.open(channel);
            sink.flush();
        }
        return describe(dataset.folder() + "/" + name, file);
    }
}
