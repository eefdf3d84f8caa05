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
 * How far a run is, or the part of it that one process does, by what is worked on.
 *
 * @param parts counts of parts of archive files, by keys of the parts
 * @param rows rows written, by paths of files
 * @param signed articles that are ready to be compared
 * @param labelled articles that have their labels
 */
public record Snapshot(
        Map<String, PartCounts> parts, Map<String, Long> rows, DistinctCount signed, DistinctCount labelled) {

    /** No work has been done. */
    public static final Snapshot NONE = new Snapshot(Map.of(), Map.of(), new DistinctCount(), new DistinctCount());

    /** What was read is one row of one of these. */
    private static final Set<Dataset> OF_RECORDS = EnumSet.of(Dataset.ARTICLES, Dataset.DUPLICATES, Dataset.REJECTS);

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What two processes have done together; of what both have worked on, as far as the farther one came. */
    public Snapshot with(Snapshot other) {
        var allParts = new HashMap<>(parts);
        other.parts.forEach((key, counts) -> allParts.merge(key, counts, PartCounts::or));
        var allRows = new HashMap<>(rows);
        other.rows.forEach((path, count) -> allRows.merge(path, count, Math::max));
        return new Snapshot(allParts, allRows, signed.with(other.signed), labelled.with(other.labelled));
    }

    /** Added up. */
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

    /** As a line of text. */
    public String line() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Reads a line of text.
     *
     * @throws IllegalArgumentException if it is none, or not whole
     */
    public static Snapshot parse(String line) {
        try {
            Snapshot read = JSON.readValue(line, Snapshot.class);
            if (Stream.of(read.parts, read.rows, read.signed, read.labelled).allMatch(Objects::nonNull)) {
                return read;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not the progress of a process", e);
        }
        throw new IllegalArgumentException("not the progress of a process: something is missing");
    }
}
