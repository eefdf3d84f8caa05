package org.lintas.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Invented news in Indonesian, with reprints, as JSON lines in several files. */
final class News {

    private static final int SENTENCES = 14;

    private static final List<String> WHO = List.of(
            "Polisi",
            "Petugas bea cukai",
            "Jaksa penuntut",
            "Warga desa",
            "Kepala kantor imigrasi",
            "Nelayan setempat");
    private static final List<String> WHAT = List.of(
            "menyita paket sabu",
            "menangkap tersangka penipuan daring",
            "memeriksa saksi kasus korupsi",
            "menemukan sisik trenggiling",
            "memulangkan korban perdagangan orang",
            "membahas harga beras");
    private static final List<String> WHERE =
            List.of("Medan", "Batam", "Johor", "Poipet", "Mae Sot", "Vientiane", "Davao", "Kuala Lumpur");
    private static final List<String> WHEN = List.of("Senin pagi", "Selasa malam", "Rabu siang", "pekan lalu");

    private News() {}

    /** Writes articles, every tenth a reprint of an earlier one; the same each time. */
    static Path write(Path folder, int articles, int files) throws IOException {
        var random = new Random(7);
        List<List<String>> lines = new ArrayList<>();
        for (int i = 0; i < files; i++) {
            lines.add(new ArrayList<>());
        }
        var texts = new ArrayList<String>();
        for (int i = 0; i < articles; i++) {
            String text = i % 10 == 9 ? texts.get(random.nextInt(texts.size())) + " (antara)" : text(random);
            texts.add(text);
            lines.get(i % files)
                    .add("{\"id\":\"n" + i + "\",\"title\":\"Kabar " + i + "\",\"url\":\"https://kabar.example/" + i
                            + "\",\"published\":\"2025-03-" + (10 + i % 20) + "\",\"text\":\"" + text + "\"}");
        }
        for (int i = 0; i < files; i++) {
            Files.write(folder.resolve("news-" + i + ".jsonl"), lines.get(i));
        }
        return folder;
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = 0; i < SENTENCES; i++) {
            text.append(one(WHO, random))
                    .append(' ')
                    .append(one(WHAT, random))
                    .append(" di ")
                    .append(one(WHERE, random))
                    .append(" pada ")
                    .append(one(WHEN, random))
                    .append(" dengan nomor perkara ")
                    .append(random.nextInt(1_000_000))
                    .append(". ");
        }
        return text.toString().strip();
    }

    private static String one(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }
}
