package org.lintas.archive.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lintas.archive.ArchiveFormat;
import org.lintas.archive.Found;
import org.lintas.archive.Warcs;
import org.lintas.record.Capture;
import org.lintas.schemas.RejectReason;

/**
 * Tar members of all types, with names and sizes in all encodings: each file is read under its own name, other members
 * are counted.
 */
class TarMembersTest {

    private static final int TARS = 3_000;

    @Test
    void everyFileIsReadUnderItsNameAndEveryOtherMemberCounted() throws IOException {
        for (int seed = 0; seed < TARS; seed++) {
            var tar = new Generator(seed);
            for (int n = new Random(seed).nextInt(8); n >= 0; n--) {
                tar.addMember();
            }
            // The next file must not get the name of a skipped member.
            tar.addFile("terakhir.jsonl", "terakhir");

            Found found = Found.in(ArchiveFormat.TAR, tar.bytes());

            assertThat(found.rejects).as("seed %d", seed).isEmpty();
            assertThat(found.captures)
                    .as("seed %d", seed)
                    .extracting(Capture::getArchiveFile)
                    .isEqualTo(tar.names);
            assertThat(found.ids()).as("seed %d", seed).isEqualTo(tar.ids);
            assertThat(found.skipped).as("seed %d", seed).isEqualTo(tar.skipped);
        }
    }

    @Test
    void aNameIsNotCutAtALineFeedInAnotherAttribute() throws IOException {
        var tar = new Generator(1);
        tar.member('x', "pax", pax("comment", "a\n18 path=palsu.html\n") + pax("path", "benar.jsonl"));
        tar.member('0', "x", line("a"));

        assertThat(Found.in(ArchiveFormat.TAR, tar.bytes()).captures)
                .extracting(Capture::getArchiveFile)
                .containsExactly("file!/benar.jsonl");
    }

    @Test
    void aSparseFileWithABrokenMapIsOneReject() throws IOException {
        for (String map : List.of("0,9,3,9", "5", "0,999999", "x,1", "9999999,10")) {
            var tar = new Generator(1);
            tar.member('x', "pax", pax("GNU.sparse.map", map) + pax("GNU.sparse.size", "100"));
            tar.member('0', "lubang.jsonl", "data");
            tar.addFile("utuh.jsonl", "utuh");

            Found found = Found.in(ArchiveFormat.TAR, tar.bytes());

            assertThat(found.ids()).as(map).containsExactly("utuh");
            assertThat(found.reasons()).as(map).containsExactly(RejectReason.DAMAGED_RECORD);
            assertThat(found.rejects.get(0).getArchiveFile()).isEqualTo("file!/lubang.jsonl");
        }
    }

    @Test
    void holesOfATerabyteAreABomb() throws IOException {
        var tar = new Generator(1);
        tar.member('x', "pax", pax("GNU.sparse.map", "0,4") + pax("GNU.sparse.size", "1099511627776"));
        tar.member('0', "lubang.jsonl", "data");
        tar.addFile("utuh.jsonl", "utuh");

        Found found = Found.in(ArchiveFormat.TAR, tar.bytes());

        assertThat(found.ids()).containsExactly("utuh");
        assertThat(found.rejects).isNotEmpty();
    }

    @Test
    void aFileThatGoesOnFromAnotherVolumeIsAReject() throws IOException {
        var tar = new Generator(1);
        tar.member('M', "lanjutan.jsonl", line("separuh"));
        tar.addFile("utuh.jsonl", "utuh");

        Found found = Found.in(ArchiveFormat.TAR, tar.bytes());

        assertThat(found.ids()).containsExactly("utuh");
        assertThat(found.reasons()).containsExactly(RejectReason.TRUNCATED);
    }

    @Test
    void filesWithoutRecordsAreCounted() throws IOException {
        var tar = new Generator(1);
        for (String name : List.of("a.parquet", "b.avro", "c.warc", "d.jsonl", "e.csv", "f.json")) {
            tar.member('0', name, "");
        }

        Found found = Found.in(ArchiveFormat.TAR, tar.bytes());

        assertThat(found.skipped).hasSize(6).containsOnly("empty_file");
        assertThat(found.rejects).isEmpty();
    }

    private static String line(String id) {
        return "{\"id\": \"" + id + "\", \"text\": \"isi " + id + "\"}\n";
    }

    /** A record of a pax header: its length includes the length field. */
    private static String pax(String key, String value) {
        int rest = (" " + key + "=" + value + "\n").getBytes(UTF_8).length;
        int length = rest + Integer.toString(rest).length();
        length = rest + Integer.toString(length).length();
        return length + " " + key + "=" + value + "\n";
    }

    /** Creates tars and records the expected content. */
    private static final class Generator {
        private static final String[] KINDS = {
            "hard_link",
            "symbolic_link",
            "device",
            "device",
            "folder",
            "fifo",
            "volume_header",
            "global_attributes",
            "other_member"
        };
        private static final String TYPES = "123456VgA";

        private final Random random;
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final List<String> names = new ArrayList<>();
        private final List<String> ids = new ArrayList<>();
        private final List<String> skipped = new ArrayList<>();
        private int count;

        Generator(int seed) {
            this.random = new Random(seed);
        }

        byte[] bytes() {
            byte[] end = new byte[1024];
            return Warcs.concat(out.toByteArray(), end);
        }

        void addFile(String name, String id) {
            expect(name, id);
            member('0', name, line(id));
        }

        private void expect(String name, String id) {
            names.add("file!/" + name);
            ids.add(id);
        }

        void addMember() {
            String id = "m" + count++;
            String name = name(id);
            int kind = random.nextInt(16);
            if (kind < 9) {
                tellName(name.replace(".jsonl", "/"));
                skipped.add(KINDS[kind]);
                char type = TYPES.charAt(kind);
                boolean data = type == 'V' || type == 'g' || type == 'A';
                if (data) {
                    member(type, cut(name), "d".repeat(random.nextInt(1_200)));
                } else {
                    // Some writers give folders and links a size, but no data.
                    header(type, cut(name), random.nextInt(3) * 700L, new byte[512]);
                }
            } else if (kind == 9) {
                tellName(name.replace(".jsonl", "/"));
                skipped.add("folder");
                member('\0', cut(name.replace(".jsonl", "/")), "");
            } else if (kind < 13) {
                expect(name, id);
                tellName(name);
                member(random.nextBoolean() ? '0' : '7', cut(name), line(id));
            } else {
                expect(name, id);
                sparse(name, id);
            }
        }

        /** Names of all lengths, often with a slash at the length limit of the header. */
        private String name(String id) {
            var name = new StringBuilder();
            while (name.length() < random.nextInt(300)) {
                name.append(random.nextInt(5) == 0 ? "/" : "n");
            }
            if (random.nextInt(3) == 0) {
                name.setLength(0);
                name.append("n".repeat(99)).append("/d/");
            }
            return "f" + name + id + ".jsonl";
        }

        private static String cut(String name) {
            return name.substring(0, Math.min(name.length(), 100));
        }

        private void tellName(String name) {
            if (name.length() > 100 || random.nextInt(4) == 0) {
                if (random.nextBoolean()) {
                    member('L', "././@LongLink", name + "\0");
                } else {
                    member('x', "PaxHeaders/x", pax("mtime", "1.5") + pax("path", name));
                }
            }
        }

        /** A sparse file in one of four formats; its holes are where white space is allowed. */
        private void sparse(String name, String id) {
            String text = line(id);
            String left = text.substring(0, 5);
            String right = text.substring(5);
            // Zeros between lines would be invalid lines: the hole is at the end, empty or missing.
            String data = left + right;
            long size = data.length();
            String map = "0," + left.length() + "," + left.length() + "," + right.length();
            switch (random.nextInt(4)) {
                case 0 -> {
                    tellName(name);
                    byte[] block = new byte[512];
                    pieces(block, 386, 0, left.length(), left.length(), right.length(), size, 0);
                    boolean more = random.nextBoolean();
                    block[482] = (byte) (more ? 1 : 0);
                    number(block, 483, size);
                    header('S', cut(name), size, block);
                    out.writeBytes(more ? new byte[512] : new byte[0]);
                    fill(data.getBytes(UTF_8));
                }
                case 1 -> {
                    member(
                            'x',
                            "pax",
                            pax("path", name)
                                    + pax("GNU.sparse.size", "" + size)
                                    + pax("GNU.sparse.numblocks", "2")
                                    + pax("GNU.sparse.offset", "0")
                                    + pax("GNU.sparse.numbytes", "" + left.length())
                                    + pax("GNU.sparse.offset", "" + left.length())
                                    + pax("GNU.sparse.numbytes", "" + right.length()));
                    member('0', "GNUSparseFile.1/x", data);
                }
                case 2 -> {
                    member(
                            'x',
                            "pax",
                            pax("GNU.sparse.size", "" + size)
                                    + pax("GNU.sparse.name", name)
                                    + pax("GNU.sparse.map", map));
                    member('0', "GNUSparseFile.1/x", data);
                }
                default -> {
                    member(
                            'x',
                            "pax",
                            pax("GNU.sparse.major", "1")
                                    + pax("GNU.sparse.minor", "0")
                                    + pax("GNU.sparse.name", name)
                                    + pax("GNU.sparse.realsize", "" + size));
                    String lines = "2\n" + map.replace(',', '\n') + "\n";
                    member('0', "GNUSparseFile.1/x", lines + "\0".repeat(512 - lines.length()) + data);
                }
            }
        }

        private static void pieces(byte[] block, int at, long... numbers) {
            for (int i = 0; i < numbers.length; i++) {
                number(block, at + 12 * i, numbers[i]);
            }
        }

        private static void number(byte[] block, int at, long value) {
            System.arraycopy(String.format(Locale.ROOT, "%011o\0", value).getBytes(UTF_8), 0, block, at, 12);
        }

        void member(char type, String name, String data) {
            byte[] bytes = data.getBytes(UTF_8);
            header(type, name, bytes.length, new byte[512]);
            fill(bytes);
        }

        private void fill(byte[] bytes) {
            out.writeBytes(bytes);
            out.writeBytes(new byte[(512 - bytes.length % 512) % 512]);
        }

        private void header(char type, String name, long size, byte[] block) {
            byte[] bytes = name.getBytes(UTF_8);
            System.arraycopy(bytes, 0, block, 0, bytes.length);
            number(block, 124, size);
            block[156] = (byte) type;
            System.arraycopy((type == 'S' ? "ustar  \0" : "ustar\00000").getBytes(UTF_8), 0, block, 257, 8);
            Arrays.fill(block, 148, 156, (byte) ' ');
            int sum = 0;
            for (byte b : block) {
                sum += b & 0xFF;
            }
            System.arraycopy(String.format(Locale.ROOT, "%06o\0 ", sum).getBytes(UTF_8), 0, block, 148, 8);
            out.writeBytes(block);
        }
    }
}
