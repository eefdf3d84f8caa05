package org.lintas.archive.table;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.lz4.BlockLZ4CompressorInputStream;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.brotli.dec.BrotliInputStream;
import org.lintas.archive.bytes.GzipStream;
import org.xerial.snappy.Snappy;

/** Decompresses the pages of Parquet files. */
final class PageCodec {

    private PageCodec() {}

    /** Whether a codec is supported. */
    static boolean isReadable(CompressionCodecName codec) {
        return switch (codec) {
            case UNCOMPRESSED, SNAPPY, GZIP, ZSTD, BROTLI, LZ4_RAW -> true;
            case LZO, LZ4 -> false;
        };
    }

    /**
     * Decompresses a page.
     *
     * @param length uncompressed length in the page header; must have been checked against the limit
     * @throws IOException if the page is damaged or not of this length
     */
    static byte[] decompress(CompressionCodecName codec, byte[] page, int length) throws IOException {
        if (codec == CompressionCodecName.UNCOMPRESSED) {
            return checked(page, length);
        }
        if (codec == CompressionCodecName.SNAPPY) {
            if (page.length == 0 || Snappy.uncompressedLength(page) != length) {
                throw new IOException("a page of another length than its header says");
            }
            return Snappy.uncompress(page);
        }
        try (InputStream in = open(codec, new ByteArrayInputStream(page))) {
            return checked(in.readNBytes(length + 1), length);
        }
    }

    private static InputStream open(CompressionCodecName codec, InputStream page) throws IOException {
        return switch (codec) {
            case GZIP -> new GzipStream(page);
            case ZSTD -> new ZstdInputStreamNoFinalizer(page);
            case BROTLI -> new BrotliInputStream(page);
            case LZ4_RAW -> new BlockLZ4CompressorInputStream(page);
            case UNCOMPRESSED, SNAPPY, LZO, LZ4 -> throw new IOException("a page compressed by " + codec);
        };
    }

    private static byte[] checked(byte[] page, int length) throws IOException {
        if (page.length != length) {
            throw new IOException("a page of another length than its header says");
        }
        return page;
    }
}
