package org.lintas.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lintas.archive.ArchiveFormat;
import org.lintas.archive.ArchiveReaders;
import org.lintas.archive.bytes.Budget;
import org.lintas.archive.input.FieldNames;
import org.lintas.archive.input.RecordSink;
import org.lintas.failure.ExitCode;
import org.lintas.record.Capture;
import org.lintas.schemas.Reject;

/** Deep nesting in all formats that allow it: each file is reported, and none ends the run. */
@Tag("timed")
class HostileNestingTest {

    private static final int CASES = 3_000;
    private static final int BUILT = 120;
    private static final Duration SOON = Duration.ofSeconds(20);

    /** A file in memory. */
    private static final class Nested {
        private final String name;
        private final byte[] bytes;

        Nested(String name, byte[] bytes) {
            this.name = name;
            this.bytes = bytes;
        }
    }

    @Test
    void everyFileIsReported() {
        var random = new Random(17);
        for (int i = 0; i < CASES; i++) {
            Nested file = nested(random, i);
            var counter = new Counter();
            assertTimeoutPreemptively(SOON, () -> read(file, counter), file.name);

            assertThat(counter.count).as("case %d: %s", i, file.name).isPositive();
        }
    }

    @Test
    void theRunContinuesAndEveryFileIsInTheCorpus(@TempDir Path temp) throws IOException {
        Path input = Files.createDirectories(temp.resolve("masukan"));
        var random = new Random(19);
        for (int i = 0; i < BUILT; i++) {
            Nested file = nested(random, i);
            Files.write(input.resolve(file.name), file.bytes);
        }
        for (String name : List.of("kosong.parquet", "kosong.avro", "kosong.jsonl")) {
            Files.createFile(input.resolve(name));
        }
        try (var gzip = new GZIPOutputStream(Files.newOutputStream(input.resolve("kosong.warc.gz")))) {
            gzip.finish();
        }
        Files.writeString(
                input.resolve("biasa.jsonl"),
                "{\"id\":\"biasa\",\"text\":\"Polisi menangkap dua orang di pelabuhan.\"}");
        Path output = temp.resolve("keluaran");

        ExitCode code =
                Lintas.run("build", "--input=" + input, "--output=" + output, "--languages=any", "--parallelism=1");

        assertThat(code).isEqualTo(ExitCode.OK);
        var corpus = new Corpus(output);
        assertThat(corpus.query("SELECT record_id FROM articles WHERE record_id = 'biasa'"))
                .hasSize(1);
        assertThat(corpus.query("SELECT count(DISTINCT split_part(archive_file, '!', 1)) FROM ("
                        + "FROM articles SELECT archive_file UNION ALL FROM duplicates SELECT archive_file "
                        + "UNION ALL FROM rejects SELECT archive_file)"))
                .containsExactly("" + (BUILT + 1));
        assertThat(Files.readString(output.resolve("_manifest.json"))).contains("\"empty_file\" : 4");
    }

    private static void read(Nested file, RecordSink sink) throws IOException {
        byte[] bytes = file.bytes;
        byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, ArchiveFormat.HEAD));
        Optional<ArchiveFormat> format = ArchiveFormat.of(file.name, head);
        new ArchiveReaders(1 << 20, FieldNames.DEFAULT)
                .of(format.orElseThrow())
                .read(file.name, from -> open(bytes, from), sink);
    }

    private static ByteArrayInputStream open(byte[] bytes, long from) {
        int at = (int) Math.min(from, bytes.length);
        return new ByteArrayInputStream(bytes, at, bytes.length - at);
    }

    private static Nested nested(Random random, int number) {
        int depth = 1 + (1 << random.nextInt(15)) + random.nextInt(100);
        String name = "f" + number;
        return switch (number % 10) {
            case 0 -> new Nested(name + ".parquet", parquet(thrift(random, depth)));
            case 1 -> new Nested(name + ".avro", avro(avroSchema(random, Math.min(depth, 5_000)), random));
            case 2 -> new Nested(name + ".avro", avro(multiplied(20 + random.nextInt(40)), random));
            case 3 -> new Nested(name + ".jsonl", jsonLine(random, depth));
            case 4 ->
                new Nested(name + ".json", ("[" + new String(jsonLine(random, depth), UTF_8) + "]").getBytes(UTF_8));
            case 5 -> new Nested(name + ".html", html(random, depth));
            case 6 -> new Nested(name + ".html", jsonLd(random, depth));
            case 7 -> new Nested(name + ".mhtml", mhtml(Math.min(depth, 500)));
            case 8 -> container(name, random, 1 + random.nextInt(12));
            default -> new Nested(name + ".html", repeated(random, depth));
        };
    }

    /** A footer with a field of lists, sets, maps and structures in one another, in Thrift's compact encoding. */
    private static byte[] thrift(Random random, int depth) {
        var out = new ByteArrayOutputStream();
        int type = 9 + random.nextInt(4);
        // Field 8 is one that no footer has.
        out.write(0x80 | type);
        for (int i = 0; i < depth; i++) {
            int inner = random.nextInt(3) == 0 ? 9 + random.nextInt(4) : type;
            switch (type) {
                case 9, 10 -> out.write(0x10 | inner);
                case 11 -> {
                    out.write(1);
                    out.write(0x30 | inner);
                    out.write(7);
                }
                default -> out.write(0x10 | inner);
            }
            type = inner;
        }
        out.writeBytes(new byte[depth + 8]);
        return out.toByteArray();
    }

    private static byte[] parquet(byte[] footer) {
        return ByteBuffer.allocate(footer.length + 12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("PAR1".getBytes(UTF_8))
                .put(footer)
                .putInt(footer.length)
                .put("PAR1".getBytes(UTF_8))
                .array();
    }

    private static String avroSchema(Random random, int depth) {
        var open = new StringBuilder();
        var close = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            switch (random.nextInt(4)) {
                case 0 -> {
                    open.append("{\"type\":\"array\",\"items\":");
                    close.insert(0, "}");
                }
                case 1 -> {
                    open.append("{\"type\":\"map\",\"values\":");
                    close.insert(0, "}");
                }
                case 2 -> {
                    open.append("{\"type\":\"record\",\"name\":\"R").append(i);
                    open.append("\",\"fields\":[{\"name\":\"f\",\"type\":");
                    close.insert(0, "}]}");
                }
                default -> {
                    open.append("[\"null\",{\"type\":\"array\",\"items\":");
                    close.insert(0, "}]");
                }
            }
        }
        return article(open + "\"string\"" + close);
    }

    /** Records of two fields, each a record of two fields: they take no bytes, and more values than there is time for. */
    private static String multiplied(int depth) {
        var type = new StringBuilder("\"null\"");
        for (int i = 0; i < depth; i++) {
            type.insert(0, "{\"type\":\"record\",\"name\":\"R" + i + "\",\"fields\":[{\"name\":\"a\",\"type\":");
            type.append("},{\"name\":\"b\",\"type\":")
                    .append(i == 0 ? "\"null\"" : "\"R" + (i - 1) + "\"")
                    .append("}]}");
        }
        return article(type.toString());
    }

    private static String article(String type) {
        return "{\"type\":\"record\",\"name\":\"A\",\"fields\":[{\"name\":\"text\",\"type\":\"string\"},"
                + "{\"name\":\"author\",\"type\":" + type + "}]}";
    }

    private static byte[] avro(String schema, Random random) {
        var out = new ByteArrayOutputStream();
        byte[] sync = new byte[16];
        random.nextBytes(sync);
        byte[] json = schema.getBytes(UTF_8);
        out.writeBytes(new byte[] {'O', 'b', 'j', 1, 2, 22});
        out.writeBytes("avro.schema".getBytes(UTF_8));
        number(out, json.length);
        out.writeBytes(json);
        out.write(0);
        out.writeBytes(sync);
        byte[] record = new byte[3 + random.nextInt(2_000)];
        record[0] = 4;
        for (int i = 3; i < record.length; i++) {
            record[i] = 2;
        }
        number(out, 1);
        number(out, record.length);
        out.writeBytes(record);
        out.writeBytes(sync);
        return out.toByteArray();
    }

    private static void number(ByteArrayOutputStream out, long value) {
        long rest = value << 1;
        while (rest >= 0x80) {
            out.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    private static byte[] jsonLine(Random random, int depth) {
        boolean list = random.nextBoolean();
        String value = (list ? "[" : "{\"a\":").repeat(depth) + "1" + (list ? "]" : "}").repeat(depth);
        String field = random.nextBoolean() ? "text" : "other";
        return ("{\"text\":\"isi\",\"" + field + "\":" + value + "}\n").getBytes(UTF_8);
    }

    private static byte[] html(Random random, int depth) {
        String[] tags = {
            "div",
            "b",
            "a href='/x'",
            "table><tr><td",
            "ul><li",
            "font",
            "svg",
            "math",
            "template",
            "select",
            "form",
            "p",
            "h1",
            "button",
            "section",
            "blockquote",
            "article",
            "iframe",
            "span",
            "nobr"
        };
        var page = new StringBuilder("<html><head><title>Judul</title></head><body>");
        String one = "<" + tags[random.nextInt(tags.length)] + ">";
        for (int i = 0; i < depth; i++) {
            page.append(random.nextInt(20) == 0 ? "<" + tags[random.nextInt(tags.length)] + ">" : one);
            page.append(random.nextInt(50) == 0 ? "Polisi menangkap dua orang di pelabuhan. " : "");
        }
        return page.append("Polisi menangkap dua orang di pelabuhan pada hari Senin. ".repeat(10))
                .toString()
                .getBytes(UTF_8);
    }

    private static byte[] jsonLd(Random random, int depth) {
        String open = random.nextBoolean() ? "[" : "{\"@graph\":";
        String close = open.equals("[") ? "]" : "}";
        return ("<html><head><script type='application/ld+json'>" + open.repeat(depth)
                        + "{\"@type\":\"NewsArticle\",\"headline\":\"Judul\"}" + close.repeat(depth)
                        + "</script></head><body><p>" + "Polisi menangkap dua orang di pelabuhan. ".repeat(10)
                        + "</p></body></html>")
                .getBytes(UTF_8);
    }

    private static byte[] mhtml(int depth) {
        var message = new StringBuilder("MIME-Version: 1.0\r\n");
        for (int i = 0; i < depth; i++) {
            message.append("Content-Type: multipart/related; boundary=b").append(i);
            message.append("\r\n\r\n--b").append(i).append("\r\n");
        }
        message.append("Content-Type: text/html\r\n\r\n<p>halaman</p>\r\n");
        IntStream.range(0, depth).forEach(i -> message.append("--b" + (depth - 1 - i) + "--\r\n"));
        return message.toString().getBytes(UTF_8);
    }

    private static Nested container(String name, Random random, int depth) {
        byte[] content = "{\"id\":\"dalam\",\"text\":\"isi\"}\n".getBytes(UTF_8);
        String inner = "dalam.jsonl";
        try {
            for (int i = 0; i < depth; i++) {
                var out = new ByteArrayOutputStream();
                boolean isZip = random.nextBoolean();
                if (isZip) {
                    try (var zip = new ZipOutputStream(out)) {
                        zip.putNextEntry(new ZipEntry(inner));
                        zip.write(content);
                    }
                } else {
                    try (var tar = new TarArchiveOutputStream(out)) {
                        var entry = new TarArchiveEntry(inner);
                        entry.setSize(content.length);
                        tar.putArchiveEntry(entry);
                        tar.write(content);
                        tar.closeArchiveEntry();
                    }
                }
                content = out.toByteArray();
                inner = "dalam" + (isZip ? ".zip" : ".tar");
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return new Nested(name + inner, content);
    }

    /** What patterns walk over again and again, and by recursion where they hold alternatives. */
    private static byte[] repeated(Random random, int depth) {
        String[] pieces = {"<!-- x -->", "<?xml x?>", "&amp;amp;", "12/12/2020 ", "(", "a.b.c.", "1,", "Rp1.000 ", "́"};
        var piece = new StringBuilder();
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            piece.append(pieces[random.nextInt(pieces.length)]);
        }
        return ("<html><body><p>" + piece.toString().repeat(depth) + "</p></body></html>").getBytes(UTF_8);
    }

    /** Counts records and rejects. */
    private static final class Counter implements RecordSink {
        private final List<String> rejects = new ArrayList<>();
        private final Budget budget = new Budget(1 << 20);
        private int count;

        @Override
        public Budget budget() {
            return budget;
        }

        @Override
        public void capture(Capture capture) {
            count++;
        }

        @Override
        public void reject(Reject reject) {
            count++;
            rejects.add(reject.getDetail());
        }

        @Override
        public void skip(String kind) {
            count++;
        }
    }
}
