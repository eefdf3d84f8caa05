package org.lintas.lab.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** JSON, CSV, HTML and text in UTF-8, UTF-16 and UTF-32, with and without a byte order mark, and with broken bytes among them. */
final class Encodings implements CaseClass {

    private static final List<String> CHARSETS = List.of("UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE");

    private static final byte[][] BROKEN = {
        {(byte) 0xFF},
        {(byte) 0xC0, (byte) 0xAF},
        {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
        {(byte) 0xF5, (byte) 0x80},
        {(byte) 0xE0}
    };

    @Override
    public String name() {
        return "encodings";
    }

    @Override
    public int write(Path folder, SoundArticles sound, Random random) throws IOException {
        int cases = 0;
        for (String charset : CHARSETS) {
            for (boolean isMarked : new boolean[] {true, false}) {
                String mark = isMarked ? "\uFEFF" : "";
                String name = charset + (isMarked ? "-bom" : "");
                Charset encoding = Charset.forName(charset);
                write(folder, name + ".jsonl", mark + sound.json() + "\n" + sound.json() + "\r\n", encoding);
                write(folder, name + ".json", mark + "[" + sound.json() + ",\n" + sound.json() + "]", encoding);
                write(folder, name + ".csv", mark + "id,title,text\n1,Laporan,\"" + sound.text() + "\"\n", encoding);
                // Without a mark neither a page nor a text says what it is, unless each letter is one byte.
                if (isMarked || charset.equals("UTF-8")) {
                    write(folder, name + ".html", mark + SoundArticles.page("", sound.text()), encoding);
                    write(folder, name + ".txt", mark + "Laporan\n\n" + sound.text(), encoding);
                }
                cases += 5;
            }
        }
        for (byte[] broken : BROKEN) {
            var lines = new ByteArrayOutputStream();
            lines.writeBytes((sound.json() + "\n").getBytes(StandardCharsets.UTF_8));
            lines.writeBytes("{\"title\":\"".getBytes(StandardCharsets.UTF_8));
            lines.writeBytes(broken);
            lines.writeBytes(("\",\"text\":\"" + sound.filler(60) + "\"}\n" + sound.json() + "\n")
                    .getBytes(StandardCharsets.UTF_8));
            Files.write(folder.resolve("rusak" + cases++ + ".jsonl"), lines.toByteArray());
        }
        return cases;
    }

    private static void write(Path folder, String name, String text, Charset charset) throws IOException {
        Files.write(folder.resolve(name), text.getBytes(charset));
    }
}
