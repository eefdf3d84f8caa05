package org.lintas.lab.hostile;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Files and members of archives with names that are long, escape their folder, look like globs, addresses, options or folders, or are not printable. */
final class Names implements CaseClass {

    private static final List<String> FILES = List.of(
            "berita & harga",
            "100%25 asli",
            "a*b?c[d]{e,f}",
            "-rf",
            "--output=x",
            "http:",
            "file:",
            "~",
            "a\\b",
            "dua\nbaris",
            "tab\there",
            "kutip'\"`$(x)",
            "ขบวนการค้ามนุษย์",
            "ទីក្រុង",
            "新闻",
            "e\u0301 \u00e9",
            "\u202e terbalik",
            "x".repeat(240),
            "language=th",
            "part-00000-of-00001");

    private static final List<String> MEMBERS = List.of(
            "../../keluar",
            "/mutlak",
            "./titik",
            "a/../b",
            "a//b",
            "C:\\windows",
            "nama!/lain",
            "\u0001\u0007kendali",
            "ขบวนการ",
            "spasi di akhir ",
            ".tersembunyi/berkas",
            "a/b/c/d/e/f/g");

    @Override
    public String name() {
        return "names";
    }

    @Override
    public int write(Path folder, SoundArticles sound, Random random) throws IOException {
        int cases = 0;
        for (String name : FILES) {
            Files.writeString(folder.resolve(name + ".jsonl"), sound.json() + "\n");
            cases++;
        }
        try (OutputStream out = Files.newOutputStream(folder.resolve("anggota.zip"));
                var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (String name : MEMBERS) {
                zip.putNextEntry(new ZipEntry(name + ".jsonl"));
                zip.write((sound.json() + "\n").getBytes(StandardCharsets.UTF_8));
                cases++;
            }
        }
        for (boolean isPax : new boolean[] {false, true}) {
            try (OutputStream out = Files.newOutputStream(folder.resolve(isPax ? "pax.tar" : "gnu.tar"));
                    var tar = new TarArchiveOutputStream(out, StandardCharsets.UTF_8.name())) {
                tar.setLongFileMode(
                        isPax ? TarArchiveOutputStream.LONGFILE_POSIX : TarArchiveOutputStream.LONGFILE_GNU);
                for (String name : MEMBERS) {
                    add(tar, name + ".jsonl", sound);
                    cases++;
                }
                // Among them those whose hundredth byte, the last that a header holds, is a slash.
                for (int folderLength = 90; folderLength < 130; folderLength++) {
                    add(tar, "d".repeat(folderLength) + "/" + random.nextInt(1000) + ".jsonl", sound);
                    cases++;
                }
            }
        }
        return cases;
    }

    private static void add(TarArchiveOutputStream tar, String name, SoundArticles sound) throws IOException {
        byte[] content = (sound.json() + "\n").getBytes(StandardCharsets.UTF_8);
        var entry = new TarArchiveEntry(name, true);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }
}
