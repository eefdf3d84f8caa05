package org.lintas.extract;

import java.io.Serializable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.lintas.extract.dates.DateOrder;
import org.lintas.record.DayMonth;
import org.lintas.record.Draft;
import org.lintas.record.OutletDates;

/**
 * Settles dates in figures that can be read with the day or the month first (3/4/2025) by the other dates of their outlet. Only
 * drafts with such dates wait for what all records tell; others pass straight. It comes before duplicates are dropped, since the
 * earliest of them represents the others.
 */
public final class SettleDates extends PTransform<PCollection<Draft>, PCollectionTuple> {

    public static final TupleTag<Draft> DRAFTS = new TupleTag<>() {};

    /** What outlets with such dates tell: those with most of them. */
    public static final TupleTag<OutletDates> ORDERS = new TupleTag<>() {};

    /** What is told of more outlets is not used, so that memory is bounded; their dates are unsure. */
    private static final int MAX_OUTLETS = 10_000;

    private static final long serialVersionUID = 1;

    private SettleDates() {}

    public static SettleDates create() {
        return new SettleDates();
    }

    @Override
    public PCollectionTuple expand(PCollection<Draft> drafts) {
        PCollection<List<OutletDates>> orders = drafts.apply("CountOrders", ParDo.of(new CountOrders()))
                .apply("SumByOutlet", Combine.perKey(SettleDates::sum))
                .apply("TakeCounts", Values.create())
                .apply("KeepOpen", Filter.by(dates -> dates.getEither() > 0))
                .apply(
                        "Decide",
                        MapElements.into(TypeDescriptor.of(OutletDates.class)).via(DateOrder::decided))
                .apply("KeepMostOpen", Top.of(MAX_OUTLETS, new MostOpen()));
        PCollectionView<List<OutletDates>> view = orders.apply("View", View.asSingleton());
        PCollection<Draft> clear = drafts.apply("Clear", Filter.by(draft -> !isOpen(draft)));
        PCollection<Draft> settled = drafts.apply("Open", Filter.by(SettleDates::isOpen))
                .apply("Settle", ParDo.of(new Settle(view)).withSideInputs(view));
        return PCollectionTuple.of(
                        DRAFTS, PCollectionList.of(clear).and(settled).apply("All", Flatten.pCollections()))
                .and(ORDERS, orders.apply("TakeOrders", Flatten.iterables()));
    }

    private static boolean isOpen(Draft draft) {
        return draft.getPublishedOrder() == DayMonth.either || draft.getModifiedOrder() == DayMonth.either;
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
            int open = Long.compare(one.getEither(), other.getEither());
            return open != 0 ? open : DateOrder.key(other).compareTo(DateOrder.key(one));
        }
    }

    private static final class CountOrders extends DoFn<Draft, KV<String, OutletDates>> {
        private static final long serialVersionUID = 1;

        @ProcessElement
        public void count(@Element Draft draft, OutputReceiver<KV<String, OutletDates>> out) {
            DateOrder.of(draft).forEach(count -> out.output(KV.of(DateOrder.key(count), count)));
        }
    }

    private static final class Settle extends DoFn<Draft, Draft> {
        private static final long serialVersionUID = 1;

        private final PCollectionView<List<OutletDates>> view;

        private transient Map<String, OutletDates> orders;

        Settle(PCollectionView<List<OutletDates>> view) {
            this.view = view;
        }

        @ProcessElement
        public void settle(ProcessContext context) {
            if (orders == null) {
                orders = new HashMap<>();
                context.sideInput(view).forEach(dates -> orders.put(DateOrder.key(dates), dates));
            }
            Draft draft = context.element();
            Map<String, OutletDates> told = new HashMap<>();
            for (OutletDates own : DateOrder.of(draft)) {
                told.put(own.getColumn(), orders.get(DateOrder.key(own)));
            }
            context.output(DateOrder.settle(draft, told.get("published_at"), told.get("modified_at")));
        }
    }
}
