package org.lintas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lintas.record.ArchiveFile;
import org.lintas.record.PartProgress;
import org.lintas.record.Progress;
import org.lintas.record.Snapshot;

/** A run of four parts of 1,000 bytes and 100 records each, with one second per line. */
class ProgressLineTest {

    private static final Pattern SHARE = Pattern.compile("  ([0-9]+) %  ");

    private final List<String> lines = new ArrayList<>();
    private final List<Integer> percents = new ArrayList<>();
    private long seconds;
    private ProgressLine line;

    @BeforeEach
    void start() {
        Progress.reset();
        var file = ArchiveFile.newBuilder()
                .setPath("a.jsonl")
                .setFormat("JSON_LINES")
                .setBytes(4_000)
                .setFrom(0)
                .setTo(Long.MAX_VALUE)
                .build();
        line = new ProgressLine(List.of(file), Progress::snapshot, () -> seconds * 1_000_000_000L);
    }

    @Test
    void showsPhasePercentageAndTimeLeft() {
        print();
        for (int part = 0; part < 4; part++) {
            read(part);
            print();
        }
        print();
        for (int article = 0; article < 400; article++) {
            Progress.LABELLED.add("id" + article);
            if (article % 100 == 0) {
                print();
            }
        }
        var rows = Progress.write("articles/language=id/part-00000-of-00001.zstd.parquet");
        for (int i = 0; i < 4; i++) {
            rows.addAndGet(100);
            print();
        }
        line.finishing();
        print();

        assertThat(lines.get(0)).isEqualTo("0:00:01  0 %  starting  files 0/1  records 0  rejects 0  rows written 0");
        assertThat(lines.get(2))
                .isEqualTo("0:00:03  18 %  reading  files 0/1  records 200 (67/s)  rejects 0  rows written 0"
                        + "  about 0:00:05 left");
        assertThat(lines.get(4)).contains("  36 %  comparing texts  files 1/1  records 400  rejects");
        assertThat(lines.get(6)).contains("  55 %  labelling articles (about 1 of at most 400)  files");
        assertThat(lines.get(11)).contains("  90 %  writing  ").contains("  rows written 200  about ");
        assertThat(lines.get(lines.size() - 1)).contains("  95 %  checking the output  ");
        assertThat(percents).isSorted().allMatch(percent -> percent < 100);
        assertThat(lines.subList(2, lines.size())).allMatch(text -> text.endsWith(" left"));
    }

    /** Work is repeated in another process whose counts replace or add to those of the first. */
    @Test
    void aRetryIsNotCountedTwice() {
        for (int part = 0; part < 4; part++) {
            read(part);
        }
        print();
        for (int part = 0; part < 4; part++) {
            read(part);
            print();
        }

        assertThat(lines).allMatch(text -> text.contains("  records 400"));
        assertThat(percents).isSorted();
    }

    @Test
    void percentageDoesNotDecreaseWhenWorkIsLost() {
        var now = new AtomicReference<>(Progress.snapshot());
        var watched = new ProgressLine(
                List.of(ArchiveFile.newBuilder()
                        .setPath("a.jsonl")
                        .setFormat("JSON_LINES")
                        .setBytes(4_000)
                        .setFrom(0)
                        .setTo(Long.MAX_VALUE)
                        .build()),
                now::get,
                () -> ++seconds * 1_000_000_000L);
        read(0);
        read(1);
        now.set(Progress.snapshot());
        int before = percent(watched.text());
        now.set(Snapshot.NONE);

        assertThat(percent(watched.text())).isEqualTo(before).isEqualTo(18);
    }

    private void read(int part) {
        PartProgress progress = Progress.begin("a.jsonl", part * 1_000L, 1_000);
        for (int i = 0; i < 100; i++) {
            progress.record();
            Progress.SIGNED.add("id" + (100 * part + i));
        }
        progress.end(part == 3);
        Progress.leave();
    }

    private void print() {
        seconds++;
        String text = line.text();
        lines.add(text);
        percents.add(percent(text));
    }

    private static int percent(String text) {
        Matcher share = SHARE.matcher(text);
        assertThat(share.find()).as(text).isTrue();
        return Integer.parseInt(share.group(1));
    }
}
