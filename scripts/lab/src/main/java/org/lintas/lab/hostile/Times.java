package org.lintas.lab.hostile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Times that no calendar has, that overflow, or that readers of Parquet cannot hold, in every place that a time is read from. */
final class Times implements CaseClass {

    private static final int CASES = 500;

    private static final List<String> TIMES = List.of(
            "+999999999-12-31",
            "+999999999-12-31T23:59:59.999999999Z",
            "-999999999-01-01",
            "-290308-12-22T19:59:05.224192Z",
            "+294247-01-10T04:00:54.775807Z",
            "0000-00-00T00:00:00Z",
            "0000-01-01",
            "9999-12-31T23:59:59Z",
            "10000-01-01T00:00:00Z",
            "2025-13-45T25:61:61Z",
            "2025-02-30",
            "2025-11-26T00:00:00+99:99",
            "2025-11-26T24:00:00Z",
            "1677-09-21T00:12:43Z",
            "2262-04-11T23:47:17Z",
            "99999999999999999999",
            "-9223372036854775808",
            "9223372036854775807",
            "1e308",
            "NaN",
            "31/31/2025",
            "00/00/0000",
            "29/02/2567 BE",
            "วันที่ 99 มกราคม 9999",
            "၂၀၂၅",
            "\u0000",
            " ",
            "Thu, 99 Xyz 2025 99:99:99 +9999");

    @Override
    public String name() {
        return "times";
    }

    @Override
    public int write(Path folder, SoundArticles sound, Random random) throws IOException {
        var json = new StringBuilder();
        var csv = new StringBuilder("id,title,text,published,modified\n");
        var warc = new StringBuilder();
        for (int i = 0; i < CASES; i++) {
            json.append(sound.json()
                            .replaceFirst(
                                    "\\{",
                                    "{\"published\":" + json(time(random)) + ",\"modified\":" + json(time(random))
                                            + ","))
                    .append('\n');
            csv.append(i)
                    .append(",Laporan,\"")
                    .append(sound.text())
                    .append("\",\"")
                    .append(time(random))
                    .append("\",\"")
                    .append(time(random))
                    .append("\"\n");
            String head = "<meta property=\"article:published_time\" content=\"" + time(random)
                    + "\"><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"datePublished\":"
                    + json(time(random)) + "}</script><time datetime=\"" + time(random) + "\"></time>";
            warc.append(Warc.response(
                    "https://warta.example/w" + i,
                    time(random).strip().replace("\u0000", ""),
                    "Last-Modified: " + time(random).strip().replace("\u0000", ""),
                    SoundArticles.page(head, sound.text())));
        }
        Files.writeString(folder.resolve("times.jsonl"), json);
        Files.writeString(folder.resolve("times.csv"), csv);
        Files.write(folder.resolve("times.warc"), warc.toString().getBytes(StandardCharsets.UTF_8));
        return 3 * CASES;
    }

    private static String json(String time) {
        boolean isNumber = time.matches("-?\\d{1,19}|1e308");
        return isNumber ? time : "\"" + time.replace("\u0000", "\\u0000") + "\"";
    }

    private static String time(Random random) {
        return switch (random.nextInt(4)) {
            case 0 ->
                String.format(
                        "%+d-%02d-%02dT%02d:%02d:%02dZ",
                        (long) (random.nextGaussian() * 1e9),
                        random.nextInt(15),
                        random.nextInt(34),
                        random.nextInt(27),
                        random.nextInt(63),
                        random.nextInt(63));
            case 1 -> Long.toString(random.nextLong() >> random.nextInt(64));
            default -> TIMES.get(random.nextInt(TIMES.size()));
        };
    }
}
