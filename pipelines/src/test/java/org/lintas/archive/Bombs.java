package org.lintas.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Creates decompression bombs and similar files, of any size and reproducibly. */
public final class Bombs {

    private static final int PIECE = 1 << 20;

    private Bombs() {}

    /** Compresses bytes by the extension of a name: gz, zst, bz2, xz. */
    public static byte[] compressed(String by, byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (OutputStream compressor = compressor(by, out)) {
            compressor.write(bytes);
        }
        return out.toByteArray();
    }

    private static OutputStream compressor(String by, OutputStream out) throws IOException {
        return switch (by) {
            case "gz" -> new GZIPOutputStream(out);
            case "zst" -> new ZstdOutputStream(out);
            case "bz2" -> new BZip2CompressorOutputStream(out);
            case "xz" -> new XZOutputStream(out, new LZMA2Options(0));
            default -> throw new IllegalArgumentException(by);
        };
    }

    /** A valid start followed by spaces, compressed. */
    public static byte[] spaces(String by, String start, int mebibytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (OutputStream compressor = compressor(by, out)) {
            compressor.write(start.getBytes(UTF_8));
            byte[] piece = " ".repeat(PIECE).getBytes(UTF_8);
            for (int i = 0; i < mebibytes; i++) {
                compressor.write(piece);
            }
        }
        return out.toByteArray();
    }

    /** The same bytes repeated, not compressed. */
    public static byte[] repeated(String piece, int times) {
        return piece.repeat(times).getBytes(ISO_8859_1);
    }

    /** An array of empty objects. */
    public static byte[] emptyObjects(int objects) {
        return ("[" + "{},".repeat(objects - 1) + "{}]").getBytes(UTF_8);
    }

    /** A CSV file with one unclosed quote, then rows with one field too many. */
    public static byte[] openQuote(int rows) {
        return ("id,title,text\n1,\"open," + "a,b,c,d\n".repeat(rows)).getBytes(UTF_8);
    }

    /** A CSV file of many columns, where each line opens a quote that the next line closes. */
    public static byte[] quoteInEveryLine(int columns, int lines) {
        return ("text" + ",c".repeat(columns - 1) + "\n" + "x\",\"\n".repeat(lines)).getBytes(UTF_8);
    }

    /** A ZIP of empty files. */
    public static byte[] emptyEntries(int entries) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (int i = 0; i < entries; i++) {
                zip.putNextEntry(new ZipEntry("a" + i + ".json"));
            }
        }
        return out.toByteArray();
    }

    /** Nested ZIPs: each level contains copies of the level below; the innermost contains one file of spaces. */
    public static byte[] nested(int depth, int copies, int innerBytes) throws IOException {
        byte[] inner = " ".repeat(innerBytes).getBytes(UTF_8);
        for (int level = depth; level > 0; level--) {
            String name = level == depth ? ".html" : ".zip";
            var out = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(out)) {
                zip.setLevel(Deflater.BEST_COMPRESSION);
                for (int i = 0; i < copies; i++) {
                    zip.putNextEntry(new ZipEntry(level + "-" + i + name));
                    zip.write(inner);
                }
            }
            inner = out.toByteArray();
        }
        return inner;
    }

    /** A tar of files of spaces. */
    public static byte[] tar(int entries, int bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        byte[] content = " ".repeat(bytes).getBytes(UTF_8);
        try (var tar = new TarArchiveOutputStream(out)) {
            for (int i = 0; i < entries; i++) {
                var entry = new TarArchiveEntry("a" + i + ".jsonl");
                entry.setSize(bytes);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        }
        return out.toByteArray();
    }

    /** WARC records with empty blocks. */
    public static byte[] emptyRecords(int records) {
        return repeated(
                "WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/html\r\nContent-Length: 0\r\n\r\n\r\n\r\n",
                records);
    }

    /** An Avro file of records without text, one byte each before compression. */
    public static byte[] emptyAvro(int records) throws IOException {
        var schema = SchemaBuilder.record("a")
                .fields()
                .name("text")
                .type()
                .nullable()
                .stringType()
                .noDefault()
                .endRecord();
        var out = new ByteArrayOutputStream();
        try (var writer = new DataFileWriter<>(new GenericDatumWriter<>(schema))) {
            writer.setCodec(CodecFactory.zstandardCodec(3));
            writer.setSyncInterval(1 << 22);
            writer.create(schema, out);
            var empty = new GenericRecordBuilder(schema).set("text", null).build();
            for (int i = 0; i < records; i++) {
                writer.append(empty);
            }
        }
        return out.toByteArray();
    }
}
