package org.lintas.archive.container;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lintas.archive.ArchiveFormat;
import org.lintas.archive.ArchiveReaders;
import org.lintas.archive.Bombs;
import org.lintas.archive.Damage;
import org.lintas.archive.Found;
import org.lintas.archive.Warcs;
import org.lintas.archive.input.FieldNames;
import org.lintas.schemas.RejectReason;

class TarReaderTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "gz", "zst", "bz2"})
    void filesAreRead(String compression) throws IOException {
        byte[] tar = compressed(compression, tar(3));

        assertThat(ArchiveFormat.of("file", Arrays.copyOf(tar, Math.min(tar.length, ArchiveFormat.HEAD))))
                .hasValue(ArchiveFormat.TAR);
        for (int limit : new int[] {1 << 20, 50}) {
            Found found = Found.in(ArchiveFormat.TAR, tar, limit);
            assertThat(found.ids()).containsExactly("0-a", "0-b", "1-a", "1-b", "2-a", "2-b");
            assertThat(found.rejects).isEmpty();
        }
    }

    @Test
    void aDamagedHeaderIsOneRejectAndReadingGoesOnAtTheNext() throws IOException {
        byte[] tar = tar(3);
        int second = new String(tar, ISO_8859_1).indexOf("berkas1");
        // The check sum ends before its last two bytes.
        for (int at = second; at < second + 154; at++) {
            byte[] damaged = tar.clone();
            damaged[at] ^= 0x41;
            Found found = Found.in(ArchiveFormat.TAR, damaged);
            assertThat(found.ids()).as("damaged at %d", at).contains("0-a", "0-b", "2-a", "2-b");
            assertThat(found.reasons()).as("damaged at %d", at).containsExactly(RejectReason.DAMAGED_RECORD);
            assertThat(found.rejects.get(0).getArchiveOffset()).isEqualTo(second);
        }
    }

    @Test
    void whereBytesAreMissingTheNextHeaderIsFound() throws IOException {
        byte[] tar = tar(3);
        int second = new String(tar, ISO_8859_1).indexOf("berkas1");
        for (int missing : new int[] {1, 100, 400}) {
            byte[] shorter = Warcs.concat(
                    Arrays.copyOf(tar, second + 512 + 10), Arrays.copyOfRange(tar, second + 522 + missing, tar.length));
            Found found = Found.in(ArchiveFormat.TAR, shorter);
            assertThat(found.ids()).as("without %d bytes", missing).contains("0-a", "0-b", "2-a", "2-b");
            assertThat(found.reasons()).contains(RejectReason.DAMAGED_RECORD);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gz"})
    void aClippedTarGivesTheRecordsBeforeTheClip(String compression) throws IOException {
        byte[] tar = compressed(compression, tar(3));
        int from = compression.isEmpty() ? 520 : 30;
        for (int length = from; length < tar.length; length++) {
            Found found = Found.in(ArchiveFormat.TAR, Arrays.copyOf(tar, length));
            assertThat(found.rejects.size()).as("clipped at %d", length).isLessThanOrEqualTo(2);
            if (length < tar.length - 9_000 || !compression.isEmpty()) {
                assertThat(found.rejects).as("clipped at %d", length).isNotEmpty();
            }
        }
        if (compression.isEmpty()) {
            Damage.clipEverywhere(ArchiveFormat.TAR, Arrays.copyOf(tar, 3 * 1024));
        }
    }

    @Test
    void longNamesAndSizesAreTakenFromAttributes() throws IOException {
        for (int mode : new int[] {TarArchiveOutputStream.LONGFILE_GNU, TarArchiveOutputStream.LONGFILE_POSIX}) {
            var out = new ByteArrayOutputStream();
            String name = "folder/".repeat(30) + "berkas.jsonl";
            try (var tar = new TarArchiveOutputStream(out)) {
                tar.setLongFileMode(mode);
                put(tar, new TarArchiveEntry(name), line("a"));
            }
            assertThat(Found.in(ArchiveFormat.TAR, out.toByteArray()).captures)
                    .singleElement()
                    .satisfies(capture -> assertThat(capture.getArchiveFile()).isEqualTo("file!/" + name));
        }
    }

    @Test
    void aNameOfManyZerosIsReadInLittleTime() throws IOException {
        var name = new byte[60_000];
        name[name.length - 1] = 'a';
        var out = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(out)) {
            for (int i = 0; i < 10; i++) {
                put(tar, new TarArchiveEntry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME), name);
                put(tar, new TarArchiveEntry("b.jsonl"), line("b" + i));
            }
        }

        Assertions.assertTimeout(
                Duration.ofSeconds(20),
                () -> assertThat(Found.in(ArchiveFormat.TAR, out.toByteArray()).ids())
                        .hasSize(10));
    }

    @Test
    void linksAndFoldersCountForNothing() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(out)) {
            var link = new TarArchiveEntry("a.jsonl", TarConstants.LF_SYMLINK);
            link.setLinkName("/etc/passwd");
            put(tar, link, new byte[0]);
            put(tar, new TarArchiveEntry("b/"), new byte[0]);
            put(tar, new TarArchiveEntry("b/b.jsonl"), line("b"));
        }
        Found found = Found.in(ArchiveFormat.TAR, out.toByteArray());

        assertThat(found.ids()).containsExactly("b");
        assertThat(found.rejects).isEmpty();
    }

    @Test
    void hostileSizesEnd() throws IOException {
        byte[] tar = tar(2);
        // 2^62 bytes in base 256, with the right check sum.
        byte[] huge = tar.clone();
        Arrays.fill(huge, 124, 136, (byte) 0);
        huge[124] = (byte) 0x80;
        huge[128] = 0x40;
        sign(huge);

        Found found = Found.in(ArchiveFormat.TAR, huge);

        assertThat(found.ids()).startsWith("0-a", "0-b");
        assertThat(found.reasons()).last().isEqualTo(RejectReason.TRUNCATED);
    }

    @Test
    void mutationsAreReadToTheEnd() {
        Damage.mutate(ArchiveFormat.TAR, Arrays.copyOf(tar(2), 3 * 1024), 2_000);
    }

    private static void sign(byte[] header) {
        Arrays.fill(header, 148, 156, (byte) ' ');
        int sum = 0;
        for (int i = 0; i < 512; i++) {
            sum += header[i] & 0xFF;
        }
        System.arraycopy(String.format("%06o\0 ", sum).getBytes(UTF_8), 0, header, 148, 8);
    }

    private static byte[] tar(int count) {
        var out = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(out)) {
            for (int i = 0; i < count; i++) {
                put(tar, new TarArchiveEntry("berkas" + i + ".jsonl"), Warcs.concat(line(i + "-a"), line(i + "-b")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void put(TarArchiveOutputStream tar, TarArchiveEntry entry, byte[] content) throws IOException {
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    private static byte[] line(String id) {
        return ("{\"id\": \"" + id + "\", \"text\": \"isi " + id + "\"}\n").getBytes(UTF_8);
    }

    private static byte[] compressed(String compression, byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (OutputStream out = switch (compression) {
            case "gz" -> new GZIPOutputStream(bytes);
            case "zst" -> new ZstdOutputStream(bytes);
            case "bz2" -> new BZip2CompressorOutputStream(bytes);
            default -> bytes;
        }) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Test
    void filesTooLargeToHoldAreDecompressedOnce() throws IOException {
        byte[] tar = Bombs.compressed("gz", Bombs.tar(40, 300_000));
        var found = new Found(tar.length);
        var opened = new AtomicInteger();

        new ArchiveReaders(100_000, FieldNames.DEFAULT)
                .of(ArchiveFormat.TAR)
                .read(
                        "file",
                        from -> {
                            opened.incrementAndGet();
                            return Found.source(tar).openAt(from);
                        },
                        found);

        // Once for the magic number, once for the content.
        assertThat(opened).hasValue(2);
        assertThat(found.rejects).hasSize(40);
        assertThat(found.reasons()).containsOnly(RejectReason.RECORD_TOO_LARGE);
    }
}
