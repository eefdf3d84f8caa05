package org.lintas.dedup.shuffle;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.lintas.dedup.text.RepresentativeRank;
import org.lintas.record.CandidateText;
import org.lintas.storage.TemporaryFiles;

/** Candidate texts by id: the first ones in memory up to a limit, the others in a temporary file, which {@link #close} deletes. */
final class TextStore implements AutoCloseable {

    private record Place(long offset, int length) {}

    private final long limit;
    private final Map<ByteBuffer, CandidateText> inMemory = new HashMap<>();
    private final Map<ByteBuffer, Place> onDisk = new HashMap<>();
    private Path file;
    private FileChannel channel;
    private long held;
    private long written;

    /** @param limit bytes of texts that are kept in memory */
    TextStore(long limit) {
        this.limit = limit;
    }

    void add(CandidateText text) throws IOException {
        ByteBuffer id = ByteBuffer.wrap(RepresentativeRank.id(AvroBytes.of(text.getRank())));
        held += text.getTokens().remaining();
        if (held <= limit) {
            inMemory.put(id, text);
            return;
        }
        if (channel == null) {
            file = Files.createTempFile(TemporaryFiles.folder(), "lintas-texts", ".avro");
            channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        }
        ByteBuffer bytes = CandidateText.getEncoder().encode(text);
        onDisk.put(id, new Place(written, bytes.remaining()));
        while (bytes.hasRemaining()) {
            written += channel.write(bytes, written);
        }
    }

    /**
     * The text with an id.
     *
     * @throws IllegalStateException if it was not added
     */
    CandidateText get(byte[] id) throws IOException {
        ByteBuffer key = ByteBuffer.wrap(id);
        CandidateText text = inMemory.get(key);
        if (text != null) {
            return text;
        }
        Place place = onDisk.get(key);
        if (place == null) {
            throw new IllegalStateException("the text of a candidate is missing");
        }
        ByteBuffer bytes = ByteBuffer.allocate(place.length());
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, place.offset() + bytes.position()) < 0) {
                throw new EOFException(file + " is truncated");
            }
        }
        return CandidateText.getDecoder().decode(bytes.flip());
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
            Files.delete(file);
        }
    }
}
