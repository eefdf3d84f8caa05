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
 * {@code _manifest.json}: what a corpus was made from, what it holds, and that nothing was lost in between. The one place that knows how it is
 * written; properties that it does not know are ignored, those that are missing are empty.
 *
 * @param runId unique
 * @param versions of all that shapes the output, by name
 * @param options the flags that shape the output, as they were given
 * @param skippedInputs what the listing of the input passed over, by kind
 * @param mergedRuns what the corpora that it was merged from were made by; null where it was built
 * @param expectations what was checked; null before it was
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
        inputs = orEmpty(inputs);
        files = orEmpty(files);
    }

    /**
     * When a run was.
     *
     * @param started as ISO 8601
     * @param finished as ISO 8601
     * @param seconds how long it took, whatever the clock was set to meanwhile
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
     * Everything that was read was written.
     *
     * @param rows rows of each dataset, of corpora that were merged; null of one that was built
     * @param unlistedRejects rejects without a row of their own, by reason
     * @param noDocuments what was skipped, being sound and no document, by kind
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
     * What became of them.
     *
     * @param rejects those without a row of their own included
     * @param removed articles and duplicates that were removed later; null of a corpus that was built
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Written(long articles, long duplicates, long rejects, Long removed, long total) {

        /** How many were removed, if any. */
        public long removals() {
            return removed == null ? 0 : removed;
        }
    }

    /** Rows of a dataset that was merged. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record MergedRows(long read, long written, long removed) {}

    /** Things that the listing of the input passed over, with a few by name. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record SkippedInputs(long count, List<String> examples) {
        public SkippedInputs {
            examples = orEmpty(examples);
        }
    }

    /** A run whose corpus was merged. */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Run(String runId, Map<String, String> versions, Map<String, String> options, Timings timings) {
        public Run {
            options = orEmpty(options);
        }
    }

    /**
     * An archive file, and what was read of it.
     *
     * @param sha256 empty where the file could not be read
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

        /** Two parts of a file as one. */
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

    /** A part file; its path is below the root of the corpus. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record File(String path, long rows, long bytes, String sha256) {

        public static File of(PartFile file) {
            return new File(file.getPath(), file.getRows(), file.getBytes(), file.getSha256());
        }

        /** As it travels between stages. */
        public PartFile part() {
            return PartFile.newBuilder()
                    .setPath(path)
                    .setRows(rows)
                    .setBytes(bytes)
                    .setSha256(Objects.requireNonNullElse(sha256, ""))
                    .build();
        }

        /** Whether it is of a dataset. */
        public boolean isOf(Dataset dataset) {
            return path.startsWith(dataset.folder() + "/");
        }
    }

    /**
     * What came of an expectation.
     *
     * @param repeat how to check what could not be checked; null of any other
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Expectation(String name, String status, boolean passed, String detail, String repeat) {}

    /**
     * Reads a manifest.
     *
     * @throws JsonProcessingException if it is none
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

    /** As it is written. */
    public String json() {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same with what came of the expectations. */
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
                mergedRuns,
                inputs,
                files,
                outcomes);
    }

    /** A flag that shaped the output. */
    public String option(String name, String otherwise) {
        return options.getOrDefault(name, otherwise);
    }

    /** The earlier corpora that it goes on from, as they were named. */
    public List<String> previous() {
        return Arrays.stream(option("previous", "").split(","))
                .filter(root -> !root.isEmpty())
                .toList();
    }

    /** How much text the corpus holds: full, excerpt or none. */
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
