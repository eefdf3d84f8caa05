package org.lintas.entity;

import java.util.List;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.lintas.record.Draft;
import org.lintas.record.Drafts;
import org.lintas.record.EntityMention;
import org.lintas.record.LabelStep;

/** Finds the entities that each article names. */
public final class FindEntities extends PTransform<PCollection<Draft>, PCollection<Draft>> {

    private static final long serialVersionUID = 1;

    private final WatchList watchList;

    private FindEntities(WatchList watchList) {
        this.watchList = watchList;
    }

    /**
     * Finds the entities of the table that ships with Lintas, and those of a list.
     *
     * @param watchList what is also looked for, in articles without a topic as well
     */
    public static FindEntities of(WatchList watchList) {
        return new FindEntities(watchList);
    }

    @Override
    public PCollection<Draft> expand(PCollection<Draft> drafts) {
        return drafts.apply("Find", ParDo.of(new Find(watchList)));
    }

    private static final class Find extends LabelStep {
        private static final long serialVersionUID = 1;
        private static final Counter NAMES = Metrics.counter("entity", "entity.names");

        private final WatchList watchList;
        private transient EntityFinder finder;

        Find(WatchList watchList) {
            super("entity");
            this.watchList = watchList;
        }

        @Setup
        public void setup() {
            finder = new EntityFinder(watchList);
        }

        @Override
        protected Draft label(Draft draft) {
            List<EntityMention> entities = finder.find(draft);
            if (entities.isEmpty()) {
                return draft;
            }
            NAMES.inc(entities.size());
            return Drafts.with(draft, labelled -> labelled.setEntities(entities));
        }
    }
}
