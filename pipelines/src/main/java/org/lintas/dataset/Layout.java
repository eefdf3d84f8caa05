package org.lintas.dataset;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.lintas.schemas.Dataset;

/** Paths of all files and folders of a corpus. */
public record Layout(String root) implements Serializable {

    public static final String SUCCESS = "_SUCCESS";
    public static final String MANIFEST = "_manifest.json";
    public static final String REPORT = "report.html";
    public static final String QUALITY = "quality.html";

    /** Folder for the notes of a run and for temporary files; removed when the run has ended. */
    private static final String RUN = "_run";

    static final String NOTES = RUN + "/notes.jsonl";

    /** Folder for the corpus that will replace the enclosing one. */
    private static final String NEXT = "_next";

    /** Folder for the locks of runs that write here; removed when there are none. */
    private static final String LOCKS = "_lock";

    private static final Pattern PART = Pattern.compile("part-\\d{5,}-of-\\d{5,}\\.zstd\\.parquet");

    public Layout {
        root = root.endsWith("/") ? root.substring(0, root.length() - 1) : root;
    }

    public String success() {
        return root + "/" + SUCCESS;
    }

    public String manifest() {
        return root + "/" + MANIFEST;
    }

    public String readme() {
        return root + "/README.md";
    }

    public String report() {
        return root + "/" + REPORT;
    }

    /** The page on quality, beside the report. */
    public String quality() {
        return root + "/" + QUALITY;
    }

    /** Results of the checks. */
    public String checks() {
        return root + "/_checks.json";
    }

    /** Counters of the pipeline that built it. */
    public String metrics() {
        return root + "/_metrics.json";
    }

    /** Metadata for catalogues of datasets, in Croissant. */
    public String croissant() {
        return root + "/croissant.json";
    }

    /** How to cite the corpus, in the Citation File Format. */
    public String citation() {
        return root + "/CITATION.cff";
    }

    /** All files other than datasets, with {@code _SUCCESS} first. */
    public List<String> metadataFiles() {
        return List.of(
                success(), manifest(), readme(), checks(), metrics(), croissant(), citation(), report(), quality());
    }

    public String run() {
        return root + "/" + RUN;
    }

    /** Marks that a run has started to write here. */
    public String started() {
        return run() + "/started";
    }

    /** Notes of the pipeline for the manifest, as JSON lines. */
    public String notes() {
        return root + "/" + NOTES;
    }

    /** Path of an incomplete file, below the root. */
    static String temporary(UUID name) {
        return RUN + "/" + name;
    }

    /** Folder in which the processes of a run report their progress. */
    public String progress() {
        return run() + "/progress";
    }

    /** Folder for the corpus that will replace this one: on the same disk, and removed after the replacement. */
    public Layout next() {
        return new Layout(root + "/" + NEXT);
    }

    public String locks() {
        return root + "/" + LOCKS;
    }

    public String folder(Dataset dataset) {
        return root + "/" + dataset.folder();
    }

    /**
     * Path of a partition, below the root.
     *
     * @param value of the partition column, empty for datasets without one
     */
    public static String partition(Dataset dataset, String value) {
        return dataset.partition()
                .map(column -> dataset.folder() + "/" + column + "=" + value)
                .orElse(dataset.folder());
    }

    /** Path of a part file of a partition, below the root. */
    public static String part(String partition, int shard, int shards) {
        return partition + "/part-" + padded(shard) + "-of-" + padded(shards) + ".zstd.parquet";
    }

    /** Whether a file in the folder of a dataset has the name of a part file. */
    public static boolean isPart(String file) {
        return PART.matcher(file.substring(file.lastIndexOf('/') + 1)).matches();
    }

    /** Five digits or more. It is asked for each row, and {@code String.format} takes a microsecond. */
    private static String padded(int number) {
        String digits = Integer.toString(number);
        return "0".repeat(Math.max(0, 5 - digits.length())) + digits;
    }

    /**
     * The dataset of a part file, by its path below the root.
     *
     * @throws IllegalArgumentException if it belongs to no dataset
     */
    public static Dataset dataset(String part) {
        String folder = part.substring(0, Math.max(0, part.indexOf('/')));
        return Arrays.stream(Dataset.values())
                .filter(dataset -> dataset.folder().equals(folder))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(part + " belongs to no dataset"));
    }
}
