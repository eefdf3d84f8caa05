package org.lintas.corpus.merge;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.lintas.dataset.CorpusFiles;
import org.lintas.dataset.PartReader;
import org.lintas.dataset.PartRows;
import org.lintas.dataset.StoredPart;
import org.lintas.record.PartFile;
import org.lintas.schemas.Dataset;
import org.lintas.schemas.Incident;

/**
 * Incidents that several corpora hold, since later ones continue them: those of the last one count, which has all articles of those before. Memory:
 * some 200 bytes for each.
 */
public final class ContinuedIncidents {

    private static final String ID = "incident_id";

    private final Set<String> continued = new HashSet<>();
    private final Map<String, Integer> last = new HashMap<>();

    /** Of two rows of one incident that of the later corpus, and remembers it; none of rows of two incidents. */
    public Optional<Incident> later(Incident row, Incident next) {
        if (!row.getIncidentId().equals(next.getIncidentId())) {
            return Optional.empty();
        }
        continued.add(row.getIncidentId());
        return Optional.of(next);
    }

    /** Finds out which corpus holds each of these incidents last. */
    public void locate(List<CorpusFiles> corpora) throws IOException {
        for (int i = 0; i < corpora.size() && !continued.isEmpty(); i++) {
            for (PartFile file : corpora.get(i).of(Dataset.INCIDENTS)) {
                try (PartRows<GenericRecord> rows =
                        PartReader.project(Dataset.INCIDENTS, StoredPart.of(file), List.of(ID))) {
                    for (GenericRecord row = rows.next(); row != null; row = rows.next()) {
                        String id = row.get(ID).toString();
                        if (continued.contains(id)) {
                            last.put(id, i);
                        }
                    }
                }
            }
        }
    }

    /**
     * Whether an article or a figure of an incident is kept.
     *
     * @param corpus the place of its corpus in the list
     */
    public boolean keeps(int corpus, SpecificRecord row) {
        Object id = row.get(row.getSchema().getField(ID).pos());
        return last.getOrDefault(id.toString(), corpus) == corpus;
    }
}
