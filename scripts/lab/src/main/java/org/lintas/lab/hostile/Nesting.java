package org.lintas.lab.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Structures within structures: JSON, HTML, JSON-LD, MIME, the footer of a Parquet file, the schema of an Avro file, zip in zip. */
final class Nesting implements CaseClass {

    private static final int[] DEPTHS = {100, 1_000, 5_000, 20_000, 100_000};

    private static final byte COMPACT_STRUCT_IN_NEXT_FIELD = 0x1C;

    @Override
    public String name() {
        return "nesting";
    }

    @Override
    public int write(Path folder, SoundArticles sound, Random random) throws IOException {
        Files.writeString(folder.resolve("laporan.jsonl"), sound.json() + "\n");
        for (int depth : DEPTHS) {
            String record = sound.json(sound.filler(80));
            String deep = "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
            String lists = "[".repeat(depth) + "]".repeat(depth);
            Files.writeString(
                    folder.resolve(depth + ".jsonl"),
                    record.replaceFirst("\\{", "{\"x\":" + deep + ",") + "\n" + lists + "\n" + sound.json() + "\n");
            Files.writeString(folder.resolve(depth + ".json"), "[" + sound.json() + "," + lists + "]");
            Files.writeString(
                    folder.resolve(depth + ".html"),
                    SoundArticles.page("", "<div>".repeat(depth) + sound.text() + "</div>".repeat(depth)));
            Files.writeString(
                    folder.resolve(depth + "-ld.html"),
                    SoundArticles.page("<script type=\"application/ld+json\">" + deep + "</script>", sound.text()));
            Files.writeString(
                    folder.resolve(depth + "-b.html"),
                    SoundArticles.page("", sound.text() + "<b><i><u>".repeat(depth / 3)));
            Files.writeString(folder.resolve(depth + ".mhtml"), mime(depth));
            Files.write(folder.resolve(depth + ".parquet"), parquet(depth));
            Files.write(folder.resolve(depth + ".avro"), avro(depth));
        }
        var content = (sound.json(sound.filler(80)) + "\n").getBytes(StandardCharsets.UTF_8);
        for (int depth = 0; depth < 30; depth++) {
            var bytes = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(bytes)) {
                zip.putNextEntry(new ZipEntry(depth == 0 ? "a.jsonl" : "a.zip"));
                zip.write(content);
            }
            content = bytes.toByteArray();
        }
        Files.write(folder.resolve("a.zip"), content);
        return 9 * DEPTHS.length + 1;
    }

    private static String mime(int depth) {
        var message = new StringBuilder("From: a\r\nMIME-Version: 1.0\r\n");
        for (int i = 0; i < depth; i++) {
            message.append("Content-Type: multipart/related; boundary=b")
                    .append(i)
                    .append("\r\n\r\n--b")
                    .append(i)
                    .append("\r\n");
        }
        return message.append("Content-Type: text/html\r\n\r\n<p>isi</p>\r\n").toString();
    }

    private static byte[] parquet(int depth) {
        var footer = new byte[depth];
        Arrays.fill(footer, COMPACT_STRUCT_IN_NEXT_FIELD);
        byte[] magic = "PAR1".getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(depth + 12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(magic)
                .put(footer)
                .putInt(depth)
                .put(magic)
                .array();
    }

    private static byte[] avro(int depth) {
        String schema = "{\"type\":\"array\",\"items\":".repeat(depth) + "\"string\"" + "}".repeat(depth);
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {'O', 'b', 'j', 1, 2});
        text(out, "avro.schema");
        text(out, schema);
        out.write(0);
        out.writeBytes(new byte[16]);
        return out.toByteArray();
    }

    /** A string of Avro: its length as a zigzag variable-length number, then its bytes. */
    private static void text(ByteArrayOutputStream out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = bytes.length << 1;
        for (; length > 0x7F; length >>>= 7) {
            out.write((length & 0x7F) | 0x80);
        }
        out.write(length);
        out.writeBytes(bytes);
    }
}
