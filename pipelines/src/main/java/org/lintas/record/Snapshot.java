package org.lintas.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.lintas.schemas.Dataset;

/**
 * Progress of a run, or of one process of it, per work item.
 *
 * @param parts counts of parts of archive files, by keys of the parts
 * @param rows rows written, by paths of files
 * @param signed articles whose signatures have been computed
 * @param labelled articles that have been labelled
 */
public record Snapshot(
        Map<String, PartCounts> parts, Map<String, Long> rows, DistinctCount signed, DistinctCount labelled) {

    /** No work has been done. */
    public static final Snapshot NONE = new Snapshot(Map.of(), Map.of(), new DistinctCount(), new DistinctCount());

    /** The datasets in which each record of the input is one row. */
    private static final Set<Dataset> OF_RECORDS = EnumSet.of(Dataset.ARTICLES, Dataset.DUPLICATES, Dataset.REJECTS);

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Merges the progress of two processes. For an item that both have processed the larger count is taken. */
    public Snapshot with(Snapshot other) {
        var allParts = new HashMap<>(parts);
        other.parts.forEach((key, counts) -> allParts.merge(key, counts, PartCounts::max));
        var allRows = new HashMap<>(rows);
        other.rows.forEach((path, count) -> allRows.merge(path, count, Math::max));
        return new Snapshot(allParts, allRows, signed.with(other.signed), labelled.with(other.labelled));
    }

    /** The totals. */
    public Counts counts() {
        PartCounts all = parts.values().stream().reduce(PartCounts.NONE, PartCounts::plus);
        return new Counts(
                all.files(),
                all.bytes(),
                all.records(),
                all.skipped(),
                all.rejects(),
                signed.estimate(),
                labelled.estimate(),
                rows(EnumSet.allOf(Dataset.class)),
                rows(OF_RECORDS));
    }

    private long rows(Set<Dataset> datasets) {
        return rows.entrySet().stream()
                .filter(file -> datasets.stream().anyMatch(set -> file.getKey().startsWith(set.folder() + "/")))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Serializes to one line of JSON. */
    public String line() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Parses a line written by {@link #line()}.
     *
     * @throws IllegalArgumentException if it is malformed or incomplete
     */
    public static Snapshot parse(String line) {
        try {
            Snapshot read = JSON.readValue(line, Snapshot.class);
            if (Stream.of(read.parts, read.rows, read.signed, read.labelled).allMatch(Objects::nonNull)) {
                return read;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a progress snapshot", e);
        }
        throw new IllegalArgumentException("incomplete progress snapshot");
    }
}
