package org.lintas.archive.warc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.lintas.archive.Warcs.concat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lintas.archive.ArchiveFormat;
import org.lintas.archive.Found;
import org.lintas.archive.Warcs;
import org.lintas.archive.Warcs.Storage;

/** Damage loses only the records that it affects. */
@Tag("timed")
class WarcDamageTest {

    private static final int MUTATIONS = 3_500;

    @ParameterizedTest
    @EnumSource
    void randomMutationsCostOnlyTheRecordsTheyTouch(Storage storage) throws IOException {
        List<byte[]> records = Warcs.pages(10).stream()
                .map(record -> Warcs.stored(storage, record))
                .toList();
        byte[] whole = concat(records.toArray(byte[][]::new));
        var random = new Random(11);
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] mutated = whole.clone();
            var touched = new boolean[records.size()];
            for (int j = 0; j < 1 + i % 4; j++) {
                int at = random.nextInt(mutated.length);
                mutated[at] = (byte) random.nextInt();
                touched[recordAt(records, at)] |= mutated[at] != whole[at];
            }
            List<String> wanted = IntStream.range(0, records.size())
                    .filter(page -> !touched[page])
                    .mapToObj(Warcs::url)
                    .toList();

            Found found = Found.in(ArchiveFormat.WARC, mutated);

            assertThat(found.urls()).as("mutation %d", i).containsAll(wanted);
            assertThat(found.captures.size() + found.rejects.size() + found.skipped.size())
                    .as("mutation %d: every record is told of", i)
                    .isGreaterThanOrEqualTo(wanted.size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyByteOfARecordFlippedLeavesTheOthers(Storage storage) throws IOException {
        List<byte[]> records = Warcs.pages(3).stream()
                .map(record -> Warcs.stored(storage, record))
                .toList();
        byte[] whole = concat(records.toArray(byte[][]::new));
        int first = records.get(0).length;
        for (int at = first; at < first + records.get(1).length; at++) {
            for (int bit : new int[] {0, 3, 5, 7}) {
                byte[] flipped = whole.clone();
                flipped[at] ^= (byte) (1 << bit);
                Found found = Found.in(ArchiveFormat.WARC, flipped);
                assertThat(found.urls()).as("byte %d bit %d", at, bit).contains(Warcs.url(0), Warcs.url(2));
                boolean told = found.captures.size() + found.rejects.size() + found.skipped.size() >= 3;
                assertThat(told).as("byte %d bit %d", at, bit).isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void clippedAtAnyByteItGivesWhatLiesBeforeTheClip(Storage storage) throws IOException {
        List<byte[]> records = Warcs.pages(4).stream()
                .map(record -> Warcs.stored(storage, record))
                .toList();
        byte[] whole = concat(records.toArray(byte[][]::new));
        for (int length = 0; length < whole.length; length++) {
            int intact = recordAt(records, length);
            Found found = Found.in(ArchiveFormat.WARC, Arrays.copyOf(whole, length));
            assertThat(found.captures.size()).as("length %d", length).isBetween(intact, intact + 1);
            boolean atBoundary = length == start(records, intact);
            boolean told = found.captures.size() > intact || !found.rejects.isEmpty();
            assertThat(told || atBoundary).as("length %d", length).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void shuffledAndCutMembersAreAllFound(Storage storage) throws IOException {
        List<byte[]> records = new ArrayList<>(Warcs.pages(30));
        Collections.shuffle(records, new Random(5));
        var file = new ArrayList<byte[]>();
        var random = new Random(7);
        for (byte[] record : records) {
            byte[] stored = Warcs.stored(storage, record);
            file.add(stored);
            // Half a record and garbage after each record, as after interrupted uploads.
            file.add(Arrays.copyOf(stored, random.nextInt(stored.length)));
            byte[] garbage = new byte[random.nextInt(300)];
            random.nextBytes(garbage);
            file.add(garbage);
        }

        Found found = Found.in(ArchiveFormat.WARC, concat(file.toArray(byte[][]::new)));

        List<String> urls = IntStream.range(0, 30).mapToObj(Warcs::url).toList();
        assertThat(found.urls()).containsAll(urls);
    }

    @ParameterizedTest
    @EnumSource
    void goesOnAfterGarbage(Storage storage) throws IOException {
        byte[] garbage = new byte[5_000];
        new Random(3).nextBytes(garbage);
        List<byte[]> pages = Warcs.pages(3);
        byte[] warc = concat(
                Warcs.stored(storage, pages.get(0)),
                garbage,
                Warcs.stored(storage, pages.get(1)),
                "WARC/1.0\r\nbroken header".getBytes(UTF_8),
                Warcs.stored(storage, pages.get(2)));

        Found found = Found.in(ArchiveFormat.WARC, warc);

        assertThat(found.urls()).containsExactly(Warcs.url(0), Warcs.url(1), Warcs.url(2));
        assertThat(found.rejects).hasSize(2);
        assertThat(found.rejects.get(0).getArchiveOffset()).isEqualTo(Warcs.stored(storage, pages.get(0)).length);
    }

    @ParameterizedTest
    @ValueSource(ints = {-300, -5, -1, 1, 2, 3, 4, 5, 6, 10, 200, 400, 700, 800, 1_000_000})
    void aLyingLengthCostsOneRecord(int excess) throws IOException {
        List<byte[]> pages = new ArrayList<>(Warcs.pages(5));
        pages.set(1, withLength(pages.get(1), excess));

        Found found = Found.in(ArchiveFormat.WARC, concat(pages.toArray(byte[][]::new)));

        assertThat(found.urls()).contains(Warcs.url(0), Warcs.url(2), Warcs.url(3), Warcs.url(4));
        assertThat(found.captures.size() + found.rejects.size()).isEqualTo(5);
    }

    @Test
    void aLengthThatEndsWhereALaterRecordEndsHidesNone() throws IOException {
        List<byte[]> pages = new ArrayList<>(Warcs.pages(5));
        pages.set(1, withLength(pages.get(1), pages.get(2).length + pages.get(3).length));

        Found found = Found.in(ArchiveFormat.WARC, concat(pages.toArray(byte[][]::new)));

        assertThat(found.urls()).containsExactly(Warcs.url(0), Warcs.url(2), Warcs.url(3), Warcs.url(4));
        assertThat(found.rejects).hasSize(1);
        assertThat(found.rejects.get(0).getUrl()).isEqualTo(Warcs.url(1));
    }

    @Test
    void aCheckSumThatDoesNotMatchRejectsTheRecord() throws IOException {
        List<byte[]> pages = Warcs.pages(2).stream()
                .map(record -> Warcs.stored(Storage.GZIP, record))
                .toList();
        byte[] first = pages.get(0).clone();
        first[first.length - 6] ^= 1;

        Found found = Found.in(ArchiveFormat.WARC, concat(first, pages.get(1)));

        assertThat(found.urls()).containsExactly(Warcs.url(1));
        assertThat(found.rejects.get(0).getDetail()).contains("check sum");
        assertThat(found.rejects.get(0).getUrl()).isEqualTo(Warcs.url(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WARC/1.0\r\nWARC-Type: response\r\nWARC-Block-Digest: sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\r\nContent-Length: 99999999999\r\n\r\n",
                "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999\r\n\r\n",
                "WARC/1.0\r\nA: b\r\n",
                "\u001f\u008b\b\0\0\0\0\0\0\0",
                "(\u00b5/\u00fd",
                "http://a.example/ 1.1.1.1 20040102030405 text/html 9999999\n",
                "a:\n",
                "W",
            })
    void repeatedForMegabytesItEndsInTime(String piece) {
        byte[] hostile = piece.repeat((4 << 20) / piece.length()).getBytes(ISO_8859_1);

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            Found found = Found.in(ArchiveFormat.WARC, hostile);
            assertThat(found.captures).isEmpty();
            assertThat(found.rejects).isNotEmpty();
        });
    }

    @Test
    void theClippedSampleGivesNoMoreThanTheWhole() throws IOException {
        byte[] whole = Files.readAllBytes(Path.of("src/sample/crawl.warc.gz"));
        List<String> all = Found.in(ArchiveFormat.WARC, whole).urls();
        for (int length = 0; length < whole.length; length += 13) {
            List<String> urls =
                    Found.in(ArchiveFormat.WARC, Arrays.copyOf(whole, length)).urls();
            assertThat(urls).isEqualTo(all.subList(0, urls.size()));
        }
    }

    private static byte[] withLength(byte[] record, int excess) {
        String text = new String(record, ISO_8859_1);
        int length = text.length() - text.indexOf("HTTP/1.1") - 4;
        String wrong = text.replace(
                "Content-Length: " + length + "\r\n\r\nHTTP", "Content-Length: " + (length + excess) + "\r\n\r\nHTTP");
        assertThat(wrong).isNotEqualTo(text);
        return wrong.getBytes(ISO_8859_1);
    }

    private static int recordAt(List<byte[]> records, int at) {
        int end = 0;
        for (int i = 0; i < records.size(); i++) {
            end += records.get(i).length;
            if (at < end) {
                return i;
            }
        }
        return records.size();
    }

    private static int start(List<byte[]> records, int index) {
        return records.subList(0, index).stream()
                .mapToInt(record -> record.length)
                .sum();
    }
}
