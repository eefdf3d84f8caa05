package org.lintas.lab.hostile;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Texts of a million characters that repeat what is costly to look at, with personal numbers masked and texts cut to excerpts. */
final class TextShapes implements CaseClass {

    private static final int CHARACTERS = 1_000_000;

    private static final List<String> PIECES = List.of(
            "0123456789",
            " ",
            "a",
            "ก",
            "การค้ามนุษย์",
            "e\u0301\u0302\u0303",
            "👩\u200d👩\u200d👧\u200d👦",
            "penipuan daring perdagangan orang ",
            "ယာဘာ",
            "((((",
            "]]]>",
            "<a href=\"x\">b</a>",
            "\"“”'",
            "1.000.000,00 ",
            "US$5 juta dan 3 kg sabu, ",
            "Indonesia Malaysia ",
            "12/12/2025 ",
            "https://warta.example/a?b=c ",
            "a@warta.example ",
            "+62 812-3456-7890 ",
            "\u202e\u200f",
            "-----",
            "\n",
            "A. B. C. ",
            "中",
            "诈骗园区",
            "ក្ដី",
            "&amp;&#x41;");

    @Override
    public String name() {
        return "texts";
    }

    @Override
    public List<String> flags() {
        return List.of("--maskPersonalNumbers", "--text=excerpt");
    }

    @Override
    public int write(Path folder, SoundArticles sound, Random random) throws IOException {
        try (BufferedWriter lines = Files.newBufferedWriter(folder.resolve("teks.jsonl"))) {
            for (String piece : PIECES) {
                lines.write(sound.json(sound.text() + " " + piece.repeat(CHARACTERS / piece.length())));
                lines.newLine();
            }
        }
        return PIECES.size();
    }
}
