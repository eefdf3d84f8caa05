package org.lintas.dataset;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.lintas.schemas.Dataset;

/** The one place that knows where things lie in a corpus. */
public record Layout(String root) implements Serializable {

    public static final String SUCCESS = "_SUCCESS";
    public static final String MANIFEST = "_manifest.json";
    public static final String REPORT = "report.html";

    /** Folder for what the run notes on its way to the manifest, and for temporary files; gone when the run has ended. */
    private static final String RUN = "_run";

    static final String NOTES = RUN + "/notes.jsonl";

    /** Folder for the corpus that is going to take the place of the one around it. */
    private static final String NEXT = "_next";

    /** Folder in which a run says that it writes here; gone when no run does. */
    private static final String LOCKS = "_lock";

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

    /** What came of the expectations. */
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

    /** How to cite it, in the Citation File Format. */
    public String citation() {
        return root + "/CITATION.cff";
    }

    /** All files beside the datasets, the mark that it is finished first. */
    public List<String> papers() {
        return List.of(success(), manifest(), readme(), checks(), metrics(), croissant(), citation(), report());
    }

    public String run() {
        return root + "/" + RUN;
    }

    /** Says that a run has begun to write here. */
    public String started() {
        return run() + "/started";
    }

    /** What the pipeline notes for the manifest, as JSON lines. */
    public String notes() {
        return root + "/" + NOTES;
    }

    /** Path of a file that is not whole yet, below the root. */
    static String temporary(UUID name) {
        return RUN + "/" + name;
    }

    /** Where the processes of a run tell how far they are. */
    public String progress() {
        return run() + "/progress";
    }

    /** Where a corpus is written that is going to take the place of this one: on the same disk, and gone when it has. */
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
        return String.format(Locale.ROOT, "%s/part-%05d-of-%05d.zstd.parquet", partition, shard, shards);
    }

    /**
     * The dataset that a part file is of, by its path below the root.
     *
     * @throws IllegalArgumentException if it is of none
     */
    public static Dataset dataset(String part) {
        String folder = part.substring(0, Math.max(0, part.indexOf('/')));
        return Arrays.stream(Dataset.values())
                .filter(dataset -> dataset.folder().equals(folder))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(part + " is of no dataset"));
    }
}
