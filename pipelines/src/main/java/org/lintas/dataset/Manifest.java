package org.lintas.dataset;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.lintas.record.PartFile;
import org.lintas.schemas.Dataset;
import org.lintas.storage.StoredFile;

/**
 * {@code _manifest.json}: the sources and contents of a corpus, with a check that no record was lost. Reads and writes the file; unknown properties
 * are ignored, missing ones are empty.
 *
 * @param runId unique
 * @param versions of everything that affects the output, by name
 * @param options the flags that affect the output, as given
 * @param skippedInputs files skipped while listing the input, by kind
 * @param dateOrders in which order outlets write day and month, where that is not clear from each date
 * @param imports outlets and days whose stated dates are those of a crawl or an import
 * @param mergedRuns runs of the source corpora of a merge; null for a build
 * @param expectations results of the checks; null before they ran
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Manifest(
        String runId,
        Map<String, String> versions,
        Map<String, String> options,
        Timings timings,
        Conservation conservation,
        Map<String, SkippedInputs> skippedInputs,
        Map<String, Long> rejectsByReason,
        Map<String, Long> articlesByLanguage,
        List<DateOrder> dateOrders,
        List<Import> imports,
        List<Run> mergedRuns,
        List<Input> inputs,
        List<File> files,
        List<Expectation> expectations) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public Manifest {
        runId = Objects.requireNonNullElse(runId, "");
        versions = orEmpty(versions);
        options = orEmpty(options);
        timings = timings == null ? new Timings("", "", 0) : timings;
        conservation = conservation == null ? new Conservation(null, null, null, null, null, false) : conservation;
        skippedInputs = orEmpty(skippedInputs);
        rejectsByReason = orEmpty(rejectsByReason);
        articlesByLanguage = orEmpty(articlesByLanguage);
        dateOrders = orEmpty(dateOrders);
        imports = orEmpty(imports);
        inputs = orEmpty(inputs);
        files = orEmpty(files);
    }

    /**
     * Start, end and duration of a run.
     *
     * @param started as ISO 8601
     * @param finished as ISO 8601
     * @param seconds duration, independent of changes of the clock
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Timings(String started, String finished, double seconds) {
        public Timings {
            started = Objects.requireNonNullElse(started, "");
            finished = Objects.requireNonNullElse(finished, "");
        }

        /** The day on which it ended. */
        public String day() {
            return finished.replaceFirst("T.*", "");
        }
    }

    /**
     * Numbers that show that every record read was written.
     *
     * @param rows rows of each dataset of a merge; null for a build
     * @param unlistedRejects rejects without their own row, by reason
     * @param noDocuments records skipped because they are not documents, by kind
     */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Conservation(
            Read read,
            Written written,
            Map<String, MergedRows> rows,
            Map<String, Long> unlistedRejects,
            Map<String, Long> noDocuments,
            boolean holds) {
        public Conservation {
            read = read == null ? new Read(0, 0, 0) : read;
            written = written == null ? new Written(0, 0, 0, null, 0) : written;
            unlistedRejects = orEmpty(unlistedRejects);
            noDocuments = orEmpty(noDocuments);
        }
    }

    /** Records that were read. */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Read(long documents, long rejectedWhileReading, long total) {}

    /**
     * Records by result.
     *
     * @param rejects including those without their own row
     * @param removed articles and duplicates that were removed later; null for a build
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Written(long articles, long duplicates, long rejects, Long removed, long total) {

        /** Number of removed records, 0 if unknown. */
        public long removals() {
            return removed == null ? 0 : removed;
        }
    }

    /** Row counts of a merged dataset. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record MergedRows(long read, long written, long removed) {}

    /** Files skipped while listing the input, with a few examples. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record SkippedInputs(long count, List<String> examples) {
        public SkippedInputs {
            examples = orEmpty(examples);
        }
    }

    /** The run of a source corpus of a merge. */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Run(String runId, Map<String, String> versions, Map<String, String> options, Timings timings) {
        public Run {
            options = orEmpty(options);
        }
    }

    /**
     * An archive file, and what was read from it.
     *
     * @param sha256 empty if the file could not be read
     */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Input(
            String path,
            long bytes,
            String sha256,
            long documents,
            long rejects,
            Map<String, Long> unlistedRejects,
            Map<String, Long> skipped) {
        public Input {
            sha256 = Objects.requireNonNullElse(sha256, "");
            unlistedRejects = orEmpty(unlistedRejects);
            skipped = orEmpty(skipped);
        }

        /** Merges two parts of a file. */
        public Input and(Input other) {
            return new Input(
                    path,
                    bytes,
                    sha256.isEmpty() ? other.sha256 : sha256,
                    documents + other.documents,
                    rejects + other.rejects,
                    sums(List.of(unlistedRejects, other.unlistedRejects)),
                    sums(List.of(skipped, other.skipped)));
        }
    }

    /**
     * In which order an outlet writes day and month in figures.
     *
     * @param outlet its site, or its name
     * @param column column that the dates are for
     * @param origin where the dates were found, empty for those of changes
     * @param dayFirst number of dates that are only possible with the day first
     * @param monthFirst number of dates that are only possible with the month first
     * @param either number of dates that are possible both ways
     * @param order what these were read as; either where nothing tells, and the convention of the country counts
     * @param sureness 0.5 to 1
     */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record DateOrder(
            String outlet,
            String column,
            String origin,
            long dayFirst,
            long monthFirst,
            long either,
            String order,
            double sureness) {}

    /**
     * An outlet whose stated dates are those of a crawl or an import, or one such day.
     *
     * @param outlet its site, or its name
     * @param origin where the dates are stated
     * @param day the day that is stated; empty for the outlet
     * @param articles of the day; 0 for the outlet
     * @param agreeing articles that open with the stated day or one near it
     * @param earlier articles that open with an earlier day
     * @param later articles that open with a later day
     */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Import(
            String outlet, String origin, String day, long articles, long agreeing, long earlier, long later) {}

    /** A part file; its path is below the root of the corpus. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record File(String path, long rows, long bytes, String sha256) {

        public static File of(PartFile file) {
            return new File(file.getPath(), file.getRows(), file.getBytes(), file.getSha256());
        }

        /** The entry as an Avro record, as passed between pipeline stages. */
        public PartFile part() {
            return PartFile.newBuilder()
                    .setPath(path)
                    .setRows(rows)
                    .setBytes(bytes)
                    .setSha256(Objects.requireNonNullElse(sha256, ""))
                    .build();
        }

        /** Whether it belongs to a dataset. */
        public boolean isOf(Dataset dataset) {
            return path.startsWith(dataset.folder() + "/");
        }
    }

    /**
     * The result of an expectation.
     *
     * @param repeat command that repeats a check that could not run; null otherwise
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Expectation(String name, String status, boolean passed, String detail, String repeat) {}

    /**
     * Reads a manifest.
     *
     * @throws JsonProcessingException if it is not valid
     */
    public static Manifest parse(String json) throws JsonProcessingException {
        return JSON.readValue(json, Manifest.class);
    }

    /**
     * Reads the manifest of a corpus on any storage.
     *
     * @throws IOException if it cannot be read, or is none
     */
    public static Manifest read(Layout layout) throws IOException {
        try (InputStream in = StoredFile.of(layout.manifest()).openAt(0)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** The manifest as JSON. */
    public String json() {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A copy with the results of the checks. */
    public Manifest with(List<Expectation> outcomes) {
        return new Manifest(
                runId,
                versions,
                options,
                timings,
                conservation,
                skippedInputs,
                rejectsByReason,
                articlesByLanguage,
                dateOrders,
                imports,
                mergedRuns,
                inputs,
                files,
                outcomes);
    }

    /** The value of a flag that affects the output. */
    public String option(String name, String otherwise) {
        return options.getOrDefault(name, otherwise);
    }

    /** The earlier corpora that it builds on, as given. */
    public List<String> previous() {
        return Arrays.stream(option("previous", "").split(","))
                .filter(root -> !root.isEmpty())
                .toList();
    }

    /** How much text the corpus contains: full, excerpt or none. */
    public String text() {
        return option("text", "full");
    }

    /** Rows of the articles by language. */
    public static Map<String, Long> articlesByLanguage(List<File> files) {
        String folder = Dataset.ARTICLES.folder() + "/language=";
        Map<String, Long> rows = new TreeMap<>();
        for (File file : files) {
            if (file.path().startsWith(folder)) {
                String language = file.path().substring(folder.length()).split("/")[0];
                rows.merge(language, file.rows(), Long::sum);
            }
        }
        return rows;
    }

    /** Sums by key. */
    public static Map<String, Long> sums(List<Map<String, Long>> counts) {
        Map<String, Long> sums = new TreeMap<>();
        counts.forEach(some -> some.forEach((key, count) -> sums.merge(key, count, Long::sum)));
        return sums;
    }

    /** The sum of some numbers. */
    public static <T> long sum(List<T> of, ToLongFunction<T> number) {
        return of.stream().mapToLong(number).sum();
    }

    private static <V> Map<String, V> orEmpty(Map<String, V> map) {
        return map == null ? Map.of() : map;
    }

    private static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : list;
    }
}
