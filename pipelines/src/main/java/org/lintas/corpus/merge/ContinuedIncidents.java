package org.lintas.corpus.merge;

import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.lintas.dataset.CorpusFiles;
import org.lintas.dataset.PartReader;
import org.lintas.dataset.PartRows;
import org.lintas.dataset.StoredPart;
import org.lintas.record.PartFile;
import org.lintas.schemas.Dataset;

/**
 * Incidents that several corpora hold, since later ones continue them: the rows of the last one count, which has all articles of those before.
 * Memory: 16 MB, and some 200 bytes for each.
 */
public final class ContinuedIncidents {

    private static final String ID = "incident_id";

    /** Hashes of ids, to find those that come again. */
    private static final int HASH_BITS = 27;

    private static final int MIX = 0x9E3779B9;

    /** The place of the last corpus that holds each, and of a few that only one holds. */
    private final Map<String, Integer> last;

    private ContinuedIncidents(Map<String, Integer> last) {
        this.last = last;
    }

    /**
     * Finds them.
     *
     * @param corpora each built on those before
     */
    public static ContinuedIncidents of(List<CorpusFiles> corpora) throws IOException {
        Map<String, Integer> last = new HashMap<>();
        if (corpora.size() > 1) {
            var seen = new BitSet(1 << HASH_BITS);
            Set<String> again = new HashSet<>();
            forEach(corpora, (id, corpus) -> {
                int hash = (id.hashCode() * MIX) >>> (Integer.SIZE - HASH_BITS);
                if (seen.get(hash)) {
                    again.add(id);
                }
                seen.set(hash);
            });
            forEach(corpora, (id, corpus) -> {
                if (again.contains(id)) {
                    last.put(id, corpus);
                }
            });
        }
        return new ContinuedIncidents(last);
    }

    private static void forEach(List<CorpusFiles> corpora, ObjIntConsumer<String> action) throws IOException {
        for (int i = 0; i < corpora.size(); i++) {
            for (PartFile file : corpora.get(i).of(Dataset.INCIDENTS)) {
                try (PartRows<GenericRecord> rows =
                        PartReader.project(Dataset.INCIDENTS, StoredPart.of(file), List.of(ID))) {
                    for (GenericRecord row = rows.next(); row != null; row = rows.next()) {
                        action.accept(row.get(ID).toString(), i);
                    }
                }
            }
        }
    }

    /**
     * Whether a row is kept: all but those of incidents that a later corpus holds.
     *
     * @param corpus the place of its corpus in the list
     */
    public boolean keeps(int corpus, Dataset dataset, SpecificRecord row) {
        return switch (dataset) {
            case INCIDENTS, INCIDENT_ARTICLES, INCIDENT_FIGURES -> {
                Object id = row.get(row.getSchema().getField(ID).pos());
                yield last.getOrDefault(id.toString(), corpus) == corpus;
            }
            default -> true;
        };
    }
}
