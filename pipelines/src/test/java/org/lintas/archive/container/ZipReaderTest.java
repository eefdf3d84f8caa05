package org.lintas.archive.container;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lintas.archive.ArchiveFormat;
import org.lintas.archive.Damage;
import org.lintas.archive.Found;
import org.lintas.archive.Warcs;
import org.lintas.schemas.RejectReason;

class ZipReaderTest {

    /** Ways to store files in a ZIP. */
    enum Layout {
        STORED,
        DEFLATED,
        /** Sizes follow the data, as in streamed ZIPs. */
        STREAMED
    }

    @ParameterizedTest
    @EnumSource
    void filesAreReadByTheDirectory(Layout layout) throws IOException {
        Found found = Found.in(ArchiveFormat.ZIP, zip(layout, files(3)));

        assertThat(found.ids()).containsExactly("0-a", "0-b", "1-a", "1-b", "2-a", "2-b");
        assertThat(found.captures.get(2).getArchiveFile()).isEqualTo("file!/berkas1.jsonl");
        assertThat(found.rejects).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aZipBehindOtherBytesIsReadByTheDirectory(Layout layout) throws IOException {
        byte[] prefixed = Warcs.concat("#!/bin/sh\nexit\n".getBytes(UTF_8), zip(layout, files(2)));

        Found found = Found.in(ArchiveFormat.ZIP, prefixed);

        assertThat(found.captures).hasSize(4);
        assertThat(found.rejects).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void withoutItsDirectoryAZipIsReadByItsHeaders(Layout layout) throws IOException {
        byte[] zip = zip(layout, files(3));
        int directory = new String(zip, ISO_8859_1).indexOf("PK\1\2");

        Found found = Found.in(ArchiveFormat.ZIP, Arrays.copyOf(zip, directory));

        assertThat(found.ids()).containsExactly("0-a", "0-b", "1-a", "1-b", "2-a", "2-b");
        assertThat(found.reasons()).containsExactly(RejectReason.TRUNCATED);
    }

    @ParameterizedTest
    @EnumSource
    void aClippedZipGivesTheRecordsBeforeTheClip(Layout layout) throws IOException {
        byte[] zip = zip(layout, files(3));
        Damage.clipEverywhere(ArchiveFormat.ZIP, zip);
        for (int length = 60; length < zip.length; length++) {
            Found found = Found.in(ArchiveFormat.ZIP, Arrays.copyOf(zip, length));
            assertThat(found.rejects).as("clipped at %d", length).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDamagedFileIsOneRejectAndTheOthersAreRead(Layout layout) throws IOException {
        byte[] zip = zip(layout, files(3));
        String text = new String(zip, ISO_8859_1);
        int second = text.indexOf("PK\3\4", 1);
        int third = text.indexOf("PK\3\4", second + 1);
        int directory = text.indexOf("PK\1\2");
        for (int length : new int[] {zip.length, directory}) {
            for (int at = second; at < third; at++) {
                byte[] damaged = Arrays.copyOf(zip, length);
                damaged[at] ^= 0x55;
                Found found = Found.in(ArchiveFormat.ZIP, damaged);
                assertThat(found.ids()).as("damaged at %d of %d", at, length).contains("0-a", "0-b", "2-a", "2-b");
            }
        }
    }

    @Test
    void aWrongCheckSumIsAReject() throws IOException {
        byte[] zip = zip(Layout.STORED, Map.of("a.html", "<html><body>halaman</body></html>".getBytes(UTF_8)));
        zip[new String(zip, ISO_8859_1).indexOf("halaman")] = 'H';

        Found found = Found.in(ArchiveFormat.ZIP, zip);

        assertThat(found.captures).isEmpty();
        assertThat(found.reasons()).containsExactly(RejectReason.DAMAGED_RECORD);
    }

    @Test
    void largeFilesAreReadWithoutBeingHeld() throws IOException {
        var lines = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            lines.append("{\"id\": ")
                    .append(i)
                    .append(", \"text\": \"kata ")
                    .append(i * 7919)
                    .append("\"}\n");
        }
        for (Layout layout : Layout.values()) {
            byte[] zip = zip(layout, Map.of("a.jsonl", lines.toString().getBytes(UTF_8)));

            assertThat(Found.in(ArchiveFormat.ZIP, zip, 1_000).captures).hasSize(2_000);
        }
    }

    @Test
    void zipsInZipsAreReadToADepth() throws IOException {
        byte[] zip = zip(Layout.DEFLATED, files(1));
        for (int depth = 2; depth <= 4; depth++) {
            zip = zip(Layout.DEFLATED, Map.of("dalam.zip", zip));
        }
        assertThat(Found.in(ArchiveFormat.ZIP, zip).ids()).containsExactly("0-a", "0-b");
        assertThat(Found.in(ArchiveFormat.ZIP, zip, 300).ids()).as("spilled").containsExactly("0-a", "0-b");

        Found deeper = Found.in(ArchiveFormat.ZIP, zip(Layout.STORED, Map.of("dalam.zip", zip)));
        assertThat(deeper.captures).isEmpty();
        assertThat(deeper.reasons()).containsExactly(RejectReason.UNSUPPORTED_FORMAT);
    }

    @Test
    void bombsEnd() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>(files(1));
        byte[] zeros = new byte[100 << 20];
        for (int i = 0; i < 20; i++) {
            files.put("bom" + i + ".jsonl", zeros);
        }
        byte[] bomb = zip(Layout.DEFLATED, files);

        Found found = Found.in(ArchiveFormat.ZIP, bomb);

        assertThat(found.ids()).containsExactly("0-a", "0-b");
        assertThat(found.reasons()).last().isEqualTo(RejectReason.RECORD_TOO_LARGE);
        assertThat(found.rejects.get(found.rejects.size() - 1).getDetail()).contains("bomb");
    }

    @Test
    void namesAreHarmless() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("../../etc/a.jsonl", line("a"));
        files.put("b\n\u202Elnosj.jsonl", line("b"));
        files.put("/" + "c".repeat(5_000) + ".jsonl", line("c"));

        Found found = Found.in(ArchiveFormat.ZIP, zip(Layout.DEFLATED, files));

        assertThat(found.ids()).containsExactly("a", "b", "c");
        assertThat(found.captures.get(0).getArchiveFile()).isEqualTo("file!/../../etc/a.jsonl");
        assertThat(found.captures.get(1).getArchiveFile()).isEqualTo("file!/b\\u000A\\u202Elnosj.jsonl");
        assertThat(found.captures.get(2).getArchiveFile()).hasSizeLessThan(600);
    }

    @Test
    void encryptedFilesAreRejects() throws IOException {
        byte[] zip = zip(Layout.DEFLATED, files(2));
        int record = new String(zip, ISO_8859_1).indexOf("PK\1\2");
        zip[record + 8] |= 1;

        Found found = Found.in(ArchiveFormat.ZIP, zip);

        assertThat(found.ids()).containsExactly("1-a", "1-b");
        assertThat(found.reasons()).containsExactly(RejectReason.UNSUPPORTED_ENCODING);
    }

    @Test
    void hostileDirectoriesEnd() throws IOException {
        byte[] zip = zip(Layout.DEFLATED, files(2));
        int end = new String(zip, ISO_8859_1).lastIndexOf("PK\5\6");
        for (int at = end + 4; at < zip.length; at++) {
            byte[] hostile = zip.clone();
            hostile[at] = (byte) 0xFF;
            assertThat(Found.in(ArchiveFormat.ZIP, hostile).captures)
                    .as("byte %d", at)
                    .hasSize(4);
        }
    }

    @Test
    void mutationsAreReadToTheEnd() {
        for (Layout layout : Layout.values()) {
            Damage.mutate(ArchiveFormat.ZIP, zip(layout, files(3)), 1_500);
        }
    }

    @Test
    void ofAWaczOnlyTheArchivesAreRead() throws IOException {
        byte[] warc = Warcs.file(Warcs.Storage.GZIP, Warcs.pages(3));
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("archive/data-1.warc.gz", warc);
        files.put("indexes/index.cdx.gz", new byte[] {0x1F, (byte) 0x8B, 8, 0});
        files.put("pages/pages.jsonl", line("p"));
        files.put("pages/extraPages.jsonl", line("q"));
        files.put("datapackage.json", "{\"resources\": [{\"path\": \"../../etc/passwd\"}]}".getBytes(UTF_8));
        files.put("datapackage-digest.json", "{}".getBytes(UTF_8));
        for (Layout layout : Layout.values()) {
            for (int limit : new int[] {1 << 20, 400}) {
                Found found = Found.in(ArchiveFormat.ZIP, zip(layout, files), limit);

                assertThat(found.urls()).containsExactly(Warcs.url(0), Warcs.url(1), Warcs.url(2));
                assertThat(found.captures.get(0).getArchiveFile()).isEqualTo("file!/archive/data-1.warc.gz");
                assertThat(found.skipped)
                        .containsExactly(
                                "wacz_index", "wacz_pages", "wacz_pages", "wacz_datapackage", "wacz_datapackage");
                assertThat(found.rejects).isEmpty();
            }
        }
    }

    @Test
    void foldersAndLinksAreCountedAndFilesWithNamesLikeFoldersRead() throws IOException {
        for (boolean listed : new boolean[] {true, false}) {
            var out = new ByteArrayOutputStream();
            try (var zip = new ZipArchiveOutputStream(out)) {
                var link = new ZipArchiveEntry("tautan.html");
                link.setUnixMode(0120777);
                put(zip, link, "berkas.html".getBytes(UTF_8));
                put(zip, new ZipArchiveEntry("folder/"), new byte[0]);
                put(zip, new ZipArchiveEntry("kabar.jsonl/"), line("a"));
                put(zip, new ZipArchiveEntry("kembar.jsonl"), line("b"));
                put(zip, new ZipArchiveEntry("kembar.jsonl"), line("c"));
                put(zip, new ZipArchiveEntry("kosong.avro"), new byte[0]);
            }
            byte[] whole = out.toByteArray();
            // Without the central directory links cannot be distinguished from files.
            Found found = Found.in(ArchiveFormat.ZIP, listed ? whole : Arrays.copyOf(whole, whole.length - 22));

            assertThat(found.ids()).contains("a", "b", "c").hasSize(listed ? 3 : 4);
            assertThat(found.skipped)
                    .containsExactlyElementsOf(
                            listed
                                    ? List.of("symbolic_link", "folder", "empty_file")
                                    : List.of("folder", "empty_file"));
        }
    }

    private static void put(ZipArchiveOutputStream zip, ZipArchiveEntry entry, byte[] content) throws IOException {
        zip.putArchiveEntry(entry);
        zip.write(content);
        zip.closeArchiveEntry();
    }

    @Test
    void nothingIsLeftBehind() throws IOException {
        Path temp = Path.of(System.getProperty("java.io.tmpdir"));
        byte[] inner = zip(Layout.STORED, files(30));

        assertThat(Found.in(ArchiveFormat.ZIP, zip(Layout.DEFLATED, Map.of("a.zip", inner)), 300).captures)
                .hasSize(60);

        try (Stream<Path> files = Files.list(temp)) {
            assertThat(files.filter(file -> file.getFileName().toString().endsWith(".spill")))
                    .isEmpty();
        }
    }

    private static Map<String, byte[]> files(int count) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            files.put("berkas" + i + ".jsonl", Warcs.concat(line(i + "-a"), line(i + "-b")));
        }
        return files;
    }

    private static byte[] line(String id) {
        return ("{\"id\": \"" + id + "\", \"text\": \"isi " + id + "\"}\n").getBytes(UTF_8);
    }

    private static byte[] zip(Layout layout, Map<String, byte[]> files) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipArchiveOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                var entry = new ZipArchiveEntry(file.getKey());
                if (layout != Layout.STREAMED) {
                    var crc = new CRC32();
                    crc.update(file.getValue());
                    entry.setMethod(layout == Layout.STORED ? ZipArchiveEntry.STORED : ZipArchiveEntry.DEFLATED);
                    entry.setSize(file.getValue().length);
                    entry.setCrc(crc.getValue());
                }
                zip.putArchiveEntry(entry);
                zip.write(file.getValue());
                zip.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
