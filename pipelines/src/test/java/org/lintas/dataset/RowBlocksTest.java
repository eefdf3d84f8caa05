package org.lintas.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lintas.schemas.Dataset;
import org.lintas.schemas.Reject;
import org.lintas.schemas.RejectReason;

class RowBlocksTest {

    @TempDir
    Path temp;

    @Test
    void rowsOfAFileCollectInBlocks() {
        Map<String, List<byte[]>> blocks = new TreeMap<>();
        try (var collected = new RowBlocks()) {
            for (int i = 0; i < 20_000; i++) {
                collected.add(
                        "file" + i % 3,
                        row(i, "détail " + i),
                        (file, block) -> blocks.computeIfAbsent(file, any -> new ArrayList<>())
                                .add(block));
            }
            collected.flush((file, block) ->
                    blocks.computeIfAbsent(file, any -> new ArrayList<>()).add(block));
        }

        assertThat(blocks).containsOnlyKeys("file0", "file1", "file2");
        assertThat(blocks.values()).allSatisfy(ofFile -> assertThat(ofFile).hasSizeBetween(2, 20));
        assertThat(blocks.values().stream().flatMap(List::stream).mapToInt(RowBlocks::rows))
                .isNotEmpty()
                .satisfies(counts -> assertThat(
                                counts.stream().mapToInt(Integer::intValue).sum())
                        .isEqualTo(20_000));
    }

    /** From blocks, in which texts are bytes, as from records, in which they are strings. */
    @Test
    void blocksMakeTheSameFile() throws IOException {
        var rows = new ArrayList<Reject>();
        for (int i = 0; i < 2_000; i++) {
            // Of one place, so that the other columns decide on the order, with characters beyond the plane of most.
            rows.add(row(i % 7, (i % 2 == 0 ? "\uD83D\uDC18" : "\uFB01") + i % 13));
        }
        Path fromRows = temp.resolve("rows.parquet");
        try (var channel = Channels.newChannel(Files.newOutputStream(fromRows))) {
            ParquetSink<Reject> sink = ParquetSink.of(Dataset.REJECTS, Map.of());
            sink.open(channel);
            for (Reject row : rows) {
                sink.write(row);
            }
            sink.flush();
        }
        Path fromBlocks = temp.resolve("blocks.parquet");
        var blocks = new ArrayList<byte[]>();
        try (var collected = new RowBlocks()) {
            rows.forEach(row -> collected.add("file", row, (file, block) -> blocks.add(block)));
            collected.flush((file, block) -> blocks.add(block));
        }
        try (var channel = Channels.newChannel(Files.newOutputStream(fromBlocks))) {
            BlockSink sink = BlockSink.of(Dataset.REJECTS, Map.of());
            sink.open(channel);
            for (byte[] block : blocks) {
                sink.write(block);
            }
            sink.flush();
        }

        assertThat(rows(fromBlocks)).hasSize(2_000).isEqualTo(rows(fromRows));
    }

    private static List<String> rows(Path file) throws IOException {
        var rows = new ArrayList<String>();
        try (MergeRows<Reject> merged =
                MergeRows.open(Dataset.REJECTS, List.of(new StoredPart(file.toString(), 2_000, Files.size(file))))) {
            for (Reject row = merged.next(); row != null; row = merged.next()) {
                rows.add(row.toString());
            }
        }
        return rows;
    }

    private static Reject row(int offset, String detail) {
        return Reject.newBuilder()
                .setArchiveFile("f")
                .setArchiveOffset(offset)
                .setStage("archive")
                .setReason(RejectReason.INVALID_JSON)
                .setDetail(detail)
                .build();
    }
}
