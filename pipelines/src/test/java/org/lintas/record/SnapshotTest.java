package org.lintas.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotTest {

    @BeforeEach
    void reset() {
        Progress.reset();
    }

    @Test
    void whatIsDoneAgainInTheSameProcessCountsOnce() {
        read("a.warc", 0, 10, 2);
        read("a.warc", 64, 5, 0);
        Progress.write("articles/language=id/part-00000-of-00001.zstd.parquet").addAndGet(7);
        List.of("x", "y").forEach(Progress.SIGNED::add);
        Counts once = Progress.snapshot().counts();

        read("a.warc", 64, 5, 0);
        read("a.warc", 0, 10, 2);
        Progress.write("articles/language=id/part-00000-of-00001.zstd.parquet").addAndGet(7);
        List.of("x", "y").forEach(Progress.SIGNED::add);

        assertThat(Progress.snapshot().counts()).isEqualTo(once);
        assertThat(once).isEqualTo(new Counts(1, 128, 15, 1, 2, 2, 0, 7, 7));
    }

    @Test
    void whatIsDoneAgainInAnotherProcessCountsOnce() {
        read("a.warc", 0, 10, 2);
        read("b.warc", 0, 4, 1);
        Snapshot lost = Snapshot.parse(Progress.snapshot().line());
        Progress.reset();
        read("c.warc", 0, 1, 0);
        PartProgress again = Progress.begin("a.warc", 0, 64);
        again.record();
        Progress.leave();

        assertThat(lost.with(Progress.snapshot()).counts().records())
                .as("as far as the farther one came")
                .isEqualTo(15);
        read("a.warc", 0, 10, 2);
        assertThat(lost.with(Progress.snapshot()).counts().records()).isEqualTo(15);
        assertThat(lost.with(Progress.snapshot()).counts().rejects()).isEqualTo(3);
        assertThat(Snapshot.NONE.with(lost).counts()).isEqualTo(lost.counts());
    }

    @Test
    void manyPartsTakeLittleRoomAndAllCount() {
        for (int i = 0; i < 3 * Progress.PARTS_KEPT; i++) {
            read("many-" + i, 0, 2, 1);
        }

        assertThat(Progress.snapshot().counts().records()).isEqualTo(6L * Progress.PARTS_KEPT);
        assertThat(Progress.snapshot().parts()).hasSizeLessThanOrEqualTo(Progress.PARTS_KEPT + 1);
    }

    @Test
    void bytesAreAtMostThoseOfThePart() {
        PartProgress part = Progress.begin("a.zip", 0, 64);
        part.bytes(60);
        part.bytes(60);
        Progress.leave();

        assertThat(Progress.snapshot().counts().bytes()).isEqualTo(64);
    }

    @Test
    void rowsOfNotesAreNone() {
        Progress.write("_run/notes.jsonl").addAndGet(5);
        Progress.write("article_topics/language=id/part-00000-of-00001.zstd.parquet")
                .addAndGet(3);

        assertThat(Progress.snapshot().counts().rows()).isEqualTo(3);
        assertThat(Progress.snapshot().counts().written()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "1 2 3 4 5",
                "{}",
                "{\"parts\":{\"a\":[1]},\"rows\":{},\"signed\":\"\",\"labelled\":\"\"}"
            })
    void whatIsNotWholeIsNone(String line) {
        assertThatThrownBy(() -> Snapshot.parse(line)).isInstanceOf(IllegalArgumentException.class);
    }

    /** For a file of two parts of 64 bytes. */
    private static void read(String file, long from, int records, int rejects) {
        PartProgress part = Progress.begin(file, from, 64);
        part.bytes(30);
        for (int i = 0; i < records; i++) {
            if (i == 0 && from > 0) {
                part.skip();
            } else {
                part.record();
            }
        }
        for (int i = 0; i < rejects; i++) {
            Progress.reject();
        }
        part.end(from > 0);
        Progress.leave();
    }
}
