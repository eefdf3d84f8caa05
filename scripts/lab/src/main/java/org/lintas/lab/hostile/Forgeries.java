package org.lintas.lab.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Sound pages whose bodies hold records of archives that name another address, in WARC files whose lengths are right. */
final class Forgeries implements CaseClass {

    private static final int CASES = 400;

    @Override
    public String name() {
        return "forgeries";
    }

    @Override
    public int write(Path folder, SoundArticles sound, Random random) throws IOException {
        var plain = new ByteArrayOutputStream();
        var members = new ByteArrayOutputStream();
        for (int i = 0; i < CASES; i++) {
            String forged = forged(sound, random);
            String page = SoundArticles.page(
                    random.nextBoolean() ? "<!-- " + forged + " -->" : "",
                    sound.text() + (random.nextBoolean() ? "\r\n\r\n" : "\n") + "<pre>" + forged + "</pre>");
            if (random.nextInt(4) == 0) {
                page = page + "\r\n\r\n" + forged;
            }
            byte[] record = Warc.response("https://warta.example/" + i, page).getBytes(StandardCharsets.UTF_8);
            plain.writeBytes(record);
            try (var member = new GZIPOutputStream(members)) {
                member.write(record);
            }
        }
        Files.write(folder.resolve("tanpa-kompresi.warc"), plain.toByteArray());
        Files.write(folder.resolve("gzip.warc.gz"), members.toByteArray());
        return CASES;
    }

    private static String forged(SoundArticles sound, Random random) {
        String url = "https://" + HostileBuild.FORGED_HOST + "/" + random.nextInt(1_000_000);
        String page = SoundArticles.page("", sound.filler(80));
        String record = random.nextBoolean()
                ? Warc.response(url, page)
                : url + " 127.0.0.1 20251126000000 text/html " + page.length() + "\n" + page + "\n";
        return switch (random.nextInt(4)) {
            case 0 -> record;
            case 1 -> "\r\n\r\n" + record + record;
            case 2 -> record.substring(0, record.length() / 2);
            default -> Base64.getMimeEncoder().encodeToString(record.getBytes(StandardCharsets.UTF_8)) + record;
        };
    }
}
