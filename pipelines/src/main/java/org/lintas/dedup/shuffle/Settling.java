package org.lintas.dedup.shuffle;

import java.io.Serializable;
import java.util.Map;
import org.apache.beam.sdk.values.PCollectionView;
import org.lintas.record.Draft;
import org.lintas.record.OutletDates;

/**
 * Settles what an article leaves open by what all articles tell: dates in figures, by the dates of their outlet.
 *
 * @param orders what the dates of outlets tell, by key
 * @param settler settles the dates of an article
 */
public record Settling(PCollectionView<Map<String, OutletDates>> orders, Settler settler) implements Serializable {

    /** Settles the dates of an article. */
    @FunctionalInterface
    public interface Settler extends Serializable {

        Draft settle(Draft draft, Map<String, OutletDates> orders);
    }

    private static final long serialVersionUID = 1;
}
