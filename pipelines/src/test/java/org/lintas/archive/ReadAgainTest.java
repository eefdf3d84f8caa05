package org.lintas.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lintas.archive.input.FieldNames;
import org.lintas.record.ArchiveFile;
import org.lintas.record.Counts;
import org.lintas.record.Progress;

/** A part of a file that is read again, as after the loss of a worker, is counted once in the progress. */
class ReadAgainTest {

    @Test
    void countsOnce(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("a.jsonl");
        Files.write(
                file,
                List.of(
                        "{\"text\": \"Kabar pertama dari desa.\"}",
                        "{\"text\": ",
                        "{\"text\": \"Kabar kedua dari kota.\"}"));
        var files = List.of(ArchiveFile.newBuilder()
                .setPath(file.toString())
                .setFormat(ArchiveFormat.JSON_LINES.name())
                .setBytes(Files.size(file))
                .setFrom(0)
                .setTo(Long.MAX_VALUE)
                .build());
        var read = ReadArchives.of(files, new ArchiveReaders(1 << 20, FieldNames.parse(List.of())));
        Progress.reset();
        Pipeline pipeline = Pipeline.create();
        pipeline.apply("First", read);
        pipeline.apply("Again", read);

        pipeline.run().waitUntilFinish();

        assertThat(Progress.snapshot().counts()).isEqualTo(new Counts(1, Files.size(file), 3, 0, 1, 0, 0, 0, 0));
    }
}
