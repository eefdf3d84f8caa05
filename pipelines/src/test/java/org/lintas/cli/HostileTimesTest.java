package org.lintas.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.lintas.archive.ArchiveFormat;
import org.lintas.archive.ArchiveReaders;
import org.lintas.archive.bytes.Budget;
import org.lintas.archive.input.FieldNames;
import org.lintas.archive.input.RecordSink;
import org.lintas.extract.ArticleExtractor;
import org.lintas.failure.ExitCode;
import org.lintas.record.Capture;
import org.lintas.record.Draft;
import org.lintas.schemas.Reject;
import org.lintas.text.NewsTime;

/** Times of all ages in all notations of archives: they are read correctly or not at all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTimesTest {

    private static final int MOMENTS = 2_500;
    private static final int BUILT = 150;

    /** Numbers of seconds since 1970 at which something ends, begins, or flows over. */
    private static final List<Long> EDGES = Stream.of(
                    "-999999999-01-01",
                    "-290308-12-21",
                    "-290307-01-01",
                    "0000-01-01",
                    "1677-09-21",
                    "1969-12-31",
                    "1970-01-01",
                    "1989-12-31",
                    "1990-01-01",
                    "2038-01-19",
                    "2099-12-31",
                    "2100-01-01",
                    "2262-04-11",
                    "9999-12-31",
                    "+294247-01-10",
                    "+999999999-12-31")
            .map(day -> LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toEpochSecond())
            .toList();

    private final ArticleExtractor extractor = new ArticleExtractor();

    @TempDir
    private Path temp;

    private List<Long> moments;

    @BeforeAll
    void makeMoments() {
        moments = moments(MOMENTS);
    }

    @Test
    void captureDatesOfWarcAndArc() {
        for (long second : moments) {
            Instant moment = Instant.ofEpochSecond(second);
            Draft warc = only(ArchiveFormat.WARC, DatedFiles.warc("x", moment.toString(), ""));
            Draft arc = only(ArchiveFormat.WARC, DatedFiles.arc("x", moment));

            assertThat(warc.getCapturedAt()).as("%s", moment).isEqualTo(possible(moment));
            assertThat(arc.getCapturedAt())
                    .as("%s", moment)
                    .isEqualTo(DatedFiles.fourDigits(moment) ? possible(moment) : arc.getCapturedAt());
            assertPossible(arc);
        }
    }

    @Test
    void datesOfPages() {
        var random = new Random(5);
        for (long second : moments) {
            String date = Instant.ofEpochSecond(second).toString();
            String meta = switch (random.nextInt(4)) {
                case 0 -> "<meta property='article:published_time' content='" + date + "'>";
                case 1 ->
                    "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"" + date
                            + "\",\"dateModified\":\"" + date + "\"}</script>";
                case 2 -> "<time datetime='" + date + "'>" + date + "</time>";
                default -> "<meta name='date' content='" + second + "'>";
            };
            // A capture of any age, which publications may not be far behind.
            String captured = random.nextBoolean()
                    ? ""
                    : Instant.ofEpochSecond(pick(random)).toString();
            assertPossible(only(ArchiveFormat.WARC, DatedFiles.warc("x", captured, meta)));
        }
    }

    @Test
    void datesOfSavedPages() {
        for (long second : moments) {
            Instant moment = Instant.ofEpochSecond(second);
            if (DatedFiles.fourDigits(moment)) {
                Draft draft = only(ArchiveFormat.MHTML, DatedFiles.mhtml("x", moment));

                assertThat(draft.getCapturedAt()).as("%s", moment).isEqualTo(possible(moment));
                assertPossible(draft);
            }
        }
    }

    @Test
    void datesOfJsonAndCsv() {
        var random = new Random(7);
        for (long second : moments) {
            Instant moment = Instant.ofEpochSecond(second);
            String date = switch (random.nextInt(5)) {
                case 0 -> Long.toString(second);
                case 1 -> second + "000";
                case 2 -> second + "000000";
                case 3 -> moment.toString();
                default -> LocalDate.ofInstant(moment, ZoneOffset.UTC).toString();
            };
            String value = random.nextBoolean() ? date : "\"" + date + "\"";
            boolean json = value.startsWith("\"") || date.matches("-?[1-9]\\d*");
            Draft csv = only(ArchiveFormat.CSV, "text,published\n" + DatedFiles.text("x") + "," + date + "\n");
            assertPossible(csv);
            if (json) {
                assertPossible(only(
                        ArchiveFormat.JSON_LINES,
                        "{\"text\":\"" + DatedFiles.text("x") + "\",\"published\":" + value + "}\n"));
            }
            if (date.contains("T") && NewsTime.isPossible(moment)) {
                assertThat(csv.getPublishedAt()).isEqualTo(moment);
            }
        }
    }

    @Test
    void datesOfAvroAndParquet() throws IOException {
        Map<String, List<Long>> values = numbers(moments);
        for (Map.Entry<String, List<Long>> column : values.entrySet()) {
            String type = column.getKey();
            Path parquet = temp.resolve(type + ".parquet");
            DatedFiles.writeParquet(parquet, type, column.getValue());
            assertTold(type, column.getValue(), ArchiveFormat.PARQUET, Files.readAllBytes(parquet));
            if (!type.equals("int96")) {
                assertTold(type, column.getValue(), ArchiveFormat.AVRO, DatedFiles.avro(type, column.getValue()));
            }
        }
    }

    /** Written times fit into 64-bit nanoseconds. */
    @Test
    void outputIsReadableForAnyInput() throws IOException {
        Path input = Files.createDirectories(temp.resolve("masukan"));
        List<Long> some = moments(BUILT);
        var warc = new StringBuilder();
        var json = new StringBuilder();
        for (int i = 0; i < some.size(); i++) {
            String date = Instant.ofEpochSecond(some.get(i)).toString();
            String meta = "<meta property='article:published_time' content='" + date + "'>";
            warc.append(DatedFiles.warc("w" + i, date, meta));
            json.append("{\"id\":\"j").append(i).append("\",\"text\":\"").append(DatedFiles.text("j" + i));
            json.append("\",\"published\":\"")
                    .append(date)
                    .append("\",\"modified\":")
                    .append(some.get(i))
                    .append("}\n");
        }
        Files.writeString(input.resolve("a.warc"), warc, ISO_8859_1);
        Files.writeString(input.resolve("a.jsonl"), json);
        int files = 2;
        for (Map.Entry<String, List<Long>> column : numbers(some).entrySet()) {
            DatedFiles.writeParquet(input.resolve(column.getKey() + ".parquet"), column.getKey(), column.getValue());
            files++;
        }
        Path output = temp.resolve("keluaran");

        ExitCode code =
                Lintas.run("build", "--input=" + input, "--output=" + output, "--languages=any", "--parallelism=1");

        assertThat(code).isEqualTo(ExitCode.OK);
        var corpus = new Corpus(output);
        assertThat(corpus.query("SELECT count(*) FROM (FROM articles SELECT 1 UNION ALL FROM duplicates SELECT 1)"))
                .containsExactly("" + files * BUILT);
        for (String column : List.of("captured_at", "published_at", "modified_at", "first_published_at")) {
            // Times with a zone count microseconds here; the cast to nanoseconds fails outside of 1677 to 2262.
            assertThat(corpus.query("SELECT count(" + column + ") > 0, min(" + column
                            + ") >= TIMESTAMPTZ '1990-01-01 00:00:00+00', max(" + column
                            + ") < TIMESTAMPTZ '2100-01-01 00:00:00+00', min((" + column
                            + " AT TIME ZONE 'UTC')::TIMESTAMP_NS) IS NOT NULL FROM articles"))
                    .as(column)
                    .containsExactly("true\ttrue\ttrue\ttrue");
        }
    }

    private void assertTold(String type, List<Long> values, ArchiveFormat format, byte[] file) {
        List<Draft> drafts = drafts(format, file);
        assertThat(drafts).hasSameSizeAs(values);
        for (int i = 0; i < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            assertPossible(draft);
            Optional<Instant> moment = moment(type, values.get(i)).filter(NewsTime::isPossible);
            if (moment.isPresent()) {
                assertThat(draft.getPublishedAt().truncatedTo(ChronoUnit.SECONDS))
                        .as("%s %d", type, values.get(i))
                        .isEqualTo(moment.get().truncatedTo(ChronoUnit.SECONDS));
            } else {
                assertThat(draft.getPublishedAt())
                        .as("%s %d", type, values.get(i))
                        .isNull();
            }
        }
    }

    private static void assertPossible(Draft draft) {
        for (Instant time : new Instant[] {draft.getCapturedAt(), draft.getPublishedAt(), draft.getModifiedAt()}) {
            assertThat(time == null || NewsTime.isPossible(time)).as("%s", time).isTrue();
        }
    }

    private static Instant possible(Instant moment) {
        return NewsTime.isPossible(moment) ? moment : null;
    }

    private static List<Long> moments(int count) {
        var random = new Random(11);
        var moments = new ArrayList<Long>(EDGES);
        while (moments.size() < count) {
            moments.add(pick(random));
        }
        return List.copyOf(moments.subList(0, count));
    }

    /** Near an edge, within the bounds, or anywhere. */
    private static long pick(Random random) {
        long min = LocalDateTime.MIN.toEpochSecond(ZoneOffset.UTC);
        long max = LocalDateTime.MAX.toEpochSecond(ZoneOffset.UTC);
        long second = switch (random.nextInt(3)) {
            case 0 -> EDGES.get(random.nextInt(EDGES.size())) + random.nextInt(200_000) - 100_000;
            case 1 -> 631_152_000L + (long) (random.nextDouble() * 3_471_292_800L);
            default -> random.nextLong() >> random.nextInt(62);
        };
        return Math.max(min, Math.min(max, second));
    }

    /** Moments as numbers of every unit, those too that flow over, and numbers that are no time at all. */
    private static Map<String, List<Long>> numbers(List<Long> seconds) {
        var random = new Random(13);
        Map<String, List<Long>> numbers = new TreeMap<>();
        for (String type : List.of("date", "int96", "micros", "millis", "nanos")) {
            List<Long> values = new ArrayList<>();
            for (long second : seconds) {
                values.add(number(type, second, random));
            }
            numbers.put(type, values);
        }
        return numbers;
    }

    private static long number(String type, long second, Random random) {
        long unit = switch (type) {
            case "millis" -> 1_000;
            case "micros" -> 1_000_000;
            case "nanos" -> 1_000_000_000;
            default -> 0;
        };
        if (unit == 0) {
            return (int) Math.floorDiv(second, 86_400L);
        }
        // Those of the years 2443 to 2642 are numbers of the Common Era, and none of the Buddhist one.
        long thai = 14_900_000_000L + (long) (random.nextDouble() * 6_300_000_000L);
        return switch (random.nextInt(8)) {
            case 0 -> random.nextLong();
            case 1 -> thai * Math.min(unit, 1_000_000);
            default -> second * unit;
        };
    }

    private static Optional<Instant> moment(String type, long value) {
        try {
            return Optional.of(
                    switch (type) {
                        case "millis" -> Instant.EPOCH.plus(value, ChronoUnit.MILLIS);
                        case "micros" -> Instant.EPOCH.plus(value, ChronoUnit.MICROS);
                        case "nanos" -> Instant.EPOCH.plus(value, ChronoUnit.NANOS);
                        default ->
                            LocalDate.ofEpochDay(value)
                                    .atStartOfDay(ZoneOffset.UTC)
                                    .toInstant();
                    });
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private Draft only(ArchiveFormat format, String file) {
        List<Draft> drafts = drafts(format, file.getBytes(UTF_8));
        assertThat(drafts).as(file).hasSize(1);
        return drafts.get(0);
    }

    private List<Draft> drafts(ArchiveFormat format, byte[] file) {
        var drafts = new ArrayList<Draft>();
        var budget = new Budget(file.length);
        var sink = new RecordSink() {
            @Override
            public Budget budget() {
                return budget;
            }

            @Override
            public void capture(Capture capture) {
                drafts.add(extractor.extract(capture).draft());
            }

            @Override
            public void reject(Reject reject) {
                throw new AssertionError(reject.getDetail());
            }

            @Override
            public void skip(String kind) {
                throw new AssertionError(kind);
            }
        };
        try {
            new ArchiveReaders(1 << 20, FieldNames.DEFAULT)
                    .of(format)
                    .read("file", from -> new ByteArrayInputStream(file, (int) from, file.length - (int) from), sink);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return drafts;
    }
}
