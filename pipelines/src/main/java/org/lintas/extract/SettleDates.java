package org.lintas.extract;

import java.io.Serializable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Top;
import org.apache.beam.sdk.transforms.Values;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.lintas.extract.dates.DateOrder;
import org.lintas.extract.dates.ImportDays;
import org.lintas.record.Draft;
import org.lintas.record.OutletDates;
import org.lintas.record.Records;
import org.lintas.record.SealedDraft;

/**
 * Finds out what the dates of an outlet tell together: how those in figures that can be read with the day or the month first (3/4/2025) are
 * read, and whether those that the archive states are of a crawl or an import; {@link #settle} applies it to an article when all are known.
 */
public final class SettleDates extends PTransform<Records<Records.Listed>, PCollectionTuple> {

    /** What outlets with such dates tell, and days of imports: those with most of them. */
    public static final TupleTag<OutletDates> ORDERS = new TupleTag<>() {};

    /** What is told of more outlets is not used, so that memory is bounded; their dates are unsure. */
    private static final int MAX_OUTLETS = 10_000;

    private static final long serialVersionUID = 1;

    private SettleDates() {}

    public static SettleDates create() {
        return new SettleDates();
    }

    @Override
    public PCollectionTuple expand(Records<Records.Listed> records) {
        PCollection<List<OutletDates>> orders = records.all()
                .apply("CountOrders", ParDo.of(new CountOrders()))
                .apply("SumByOutlet", Combine.perKey(SettleDates::sum))
                .apply("TakeCounts", Values.create())
                .apply("KeepOpen", Filter.by(dates -> dates.getEither() > 0 || ImportDays.isTold(dates)))
                .apply(
                        "Decide",
                        MapElements.into(TypeDescriptor.of(OutletDates.class)).via(DateOrder::decided))
                .apply("KeepMostOpen", Top.of(MAX_OUTLETS, new MostOpen()));
        return PCollectionTuple.of(ORDERS, orders.apply("TakeOrders", Flatten.iterables()));
    }

    /** The orders by key, as {@link #settle} takes them. */
    public static PCollectionView<Map<String, OutletDates>> view(PCollectionTuple settled) {
        return settled.get(ORDERS)
                .apply("DateOrders", WithKeys.of(DateOrder::key))
                .setCoder(KvCoder.of(StringUtf8Coder.of(), settled.get(ORDERS).getCoder()))
                .apply("DateOrdersByOutlet", View.asMap());
    }

    /** What an article tells of its outlet. */
    public static List<OutletDates> counts(Draft draft) {
        return Stream.concat(DateOrder.of(draft).stream(), ImportDays.of(draft).stream())
                .toList();
    }

    /** Whether anything that an article leaves open is told by its outlet, or nobody can tell it. */
    public static boolean isOpen(List<OutletDates> counts, Map<String, OutletDates> orders) {
        return counts.stream().anyMatch(count -> count.getEither() > 0 || orders.containsKey(DateOrder.key(count)));
    }

    /** An article with its open dates in the order of its outlet, and without those of imports. */
    public static Draft settle(Draft draft, Map<String, OutletDates> orders) {
        Map<String, OutletDates> told = new HashMap<>();
        for (OutletDates own : DateOrder.of(draft)) {
            told.put(own.getColumn(), orders.get(DateOrder.key(own)));
        }
        return ImportDays.settle(DateOrder.settle(draft, told.get("published_at"), told.get("modified_at")), orders);
    }

    private static OutletDates sum(Iterable<OutletDates> counts) {
        OutletDates sum = null;
        for (OutletDates count : counts) {
            sum = sum == null ? count : DateOrder.sum(sum, count);
        }
        return sum;
    }

    /** By the number of dates that they tell of, then by name, so that the same outlets are kept in every run. */
    private static final class MostOpen implements Comparator<OutletDates>, Serializable {
        private static final long serialVersionUID = 1;

        @Override
        public int compare(OutletDates one, OutletDates other) {
            int open = Long.compare(one.getEither() + one.getEarlier(), other.getEither() + other.getEarlier());
            return open != 0 ? open : DateOrder.key(other).compareTo(DateOrder.key(one));
        }
    }

    private static final class CountOrders extends DoFn<SpecificRecord, KV<String, OutletDates>> {
        private static final long serialVersionUID = 1;

        @ProcessElement
        public void count(@Element SpecificRecord record, OutputReceiver<KV<String, OutletDates>> out) {
            if (record instanceof SealedDraft draft) {
                draft.getDates().forEach(count -> out.output(KV.of(DateOrder.key(count), count)));
            }
        }
    }
}
