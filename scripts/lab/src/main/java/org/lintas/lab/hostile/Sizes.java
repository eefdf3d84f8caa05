package org.lintas.lab.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Long articles, records of just the largest size that is read and of one byte more, long lines, and files with nothing in them. */
final class Sizes implements CaseClass {

    private static final int MAX_RECORD = 2 << 20;
    private static final int LONG_ARTICLES = 200;
    private static final int LONG_WORDS = 4_300;
    private static final List<String> ENDINGS = List.of(
            ".jsonl",
            ".json",
            ".csv",
            ".tsv",
            ".html",
            ".txt",
            ".mhtml",
            ".warc",
            ".warc.gz",
            ".arc",
            ".avro",
            ".parquet",
            ".zip",
            ".tar",
            ".jsonl.gz",
            ".jsonl.zst");

    @Override
    public String name() {
        return "sizes";
    }

    @Override
    public List<String> flags() {
        return List.of("--maxRecordBytes=" + MAX_RECORD);
    }

    @Override
    public int write(Path folder, SoundArticles sound, Random random) throws IOException {
        var lines = new StringBuilder();
        for (int i = 0; i < LONG_ARTICLES; i++) {
            lines.append(sound.json(sound.text(LONG_WORDS) + " sindikat penipuan daring di Kamboja"))
                    .append('\n');
        }
        // A million characters, every word a term of a topic.
        lines.append(sound.json(sound.text() + " penipuan daring".repeat(62_500)))
                .append('\n');
        Files.writeString(folder.resolve("panjang.jsonl"), lines);
        for (int over = -2; over <= 2; over++) {
            int size = MAX_RECORD + over;
            String text = over > 0 ? "Kasus besar " : sound.text();
            String line = sound.json(text);
            int missing = size - line.length();
            Files.writeString(
                    folder.resolve("batas" + (over + 2) + ".jsonl"),
                    line.replace(text, text + " " + "a".repeat(missing - 1)) + "\n");
        }
        Files.writeString(
                folder.resolve("baris.jsonl"),
                "x".repeat(40 << 20) + "\n" + sound.json() + "\n" + "{\"text\":\"" + "y".repeat(20 << 20));
        for (String ending : ENDINGS) {
            Files.createFile(folder.resolve("kosong" + ending));
        }
        return LONG_ARTICLES + 1 + 5 + 3 + ENDINGS.size();
    }
}
