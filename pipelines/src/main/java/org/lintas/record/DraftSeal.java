package org.lintas.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;

/** Seals drafts, which encodes and compresses them, and opens them again. For one thread. */
public final class DraftSeal implements AutoCloseable {

    /** A larger buffer is not kept for the next draft. */
    private static final int KEPT_BYTES = 1 << 20;

    private final SpecificDatumWriter<Draft> writer = new SpecificDatumWriter<>(Draft.class);
    private final SpecificDatumReader<Draft> reader = new SpecificDatumReader<>(Draft.class);
    private final Packer packer = new Packer();
    private Buffer buffer = new Buffer();
    private BinaryEncoder encoder;
    private BinaryDecoder decoder;

    /** The sealed bytes of a draft. */
    public ByteBuffer seal(Draft draft) {
        try {
            encoder = EncoderFactory.get().binaryEncoder(buffer, encoder);
            writer.write(draft, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] packed = packer.pack(buffer.bytes(), buffer.size());
        if (buffer.size() > KEPT_BYTES) {
            buffer = new Buffer();
        } else {
            buffer.reset();
        }
        return ByteBuffer.wrap(packed);
    }

    /** The draft that was sealed, with what is known of it since. */
    public Draft open(SealedDraft sealed) {
        Draft draft = open(sealed.getDraft());
        draft.setSignature(sealed.getSignature());
        draft.setCompleteness(sealed.getCompleteness());
        draft.setLanguageBytes(sealed.getLanguageBytes());
        draft.setCorpusBytes(sealed.getCorpusBytes());
        return draft;
    }

    /** The draft that was sealed. */
    public Draft open(ByteBuffer sealed) {
        byte[] bytes = packer.unpack(sealed);
        try {
            decoder = DecoderFactory.get().binaryDecoder(bytes, decoder);
            return reader.read(null, decoder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        packer.close();
    }

    /** Gives access to its bytes without a copy. */
    private static final class Buffer extends ByteArrayOutputStream {
        byte[] bytes() {
            return buf;
        }
    }
}
