package org.lintas.record;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import java.nio.ByteBuffer;

/**
 * Compresses what travels between steps: Zstandard at its fastest ordinary level, which halves an article of 5 KB. It holds memory outside of the
 * heap until it is closed, and is for one thread.
 */
public final class Packer implements AutoCloseable {

    private static final int LEVEL = 1;

    private final ZstdCompressCtx compressor = new ZstdCompressCtx().setLevel(LEVEL);
    private final ZstdDecompressCtx decompressor = new ZstdDecompressCtx();

    /** Compresses the first bytes of an array. */
    public byte[] pack(byte[] bytes, int length) {
        var packed = new byte[(int) Zstd.compressBound(length)];
        int size = compressor.compressByteArray(packed, 0, packed.length, bytes, 0, length);
        var exact = new byte[size];
        System.arraycopy(packed, 0, exact, 0, size);
        return exact;
    }

    /**
     * The bytes that were packed; the position of the buffer stays.
     *
     * @throws com.github.luben.zstd.ZstdException if the buffer holds anything else
     */
    public byte[] unpack(ByteBuffer packed) {
        byte[] source = packed.array();
        int offset = packed.arrayOffset() + packed.position();
        var bytes = new byte[(int) Zstd.getFrameContentSize(source, offset, packed.remaining())];
        decompressor.decompressByteArray(bytes, 0, bytes.length, source, offset, packed.remaining());
        return bytes;
    }

    @Override
    public void close() {
        compressor.close();
        decompressor.close();
    }
}
