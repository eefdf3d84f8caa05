package org.lintas.incident;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.transforms.join.CoGroupByKey;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.lintas.record.ArticleReport;
import org.lintas.record.LookedUpReport;

/**
 * Joins reports of one incident and makes the rows of {@code incidents}, {@code incident_articles} and {@code incident_figures}; {@link Incidents} is
 * its plain reference. Reports meet by rare keys, of which the number of reports is known beforehand; what is linked, directly or through others, is
 * found out on one worker, from the ids, in parts of bounded size; and what is linked is divided into incidents. Reports that earlier corpora have in an incident stay in it:
 * new ones are added to it under its id, and then all its rows are made anew; without new ones none is.
 */
public final class FindIncidents extends PTransform<PCollection<ArticleReport>, PCollection<SpecificRecord>> {

    private static final long serialVersionUID = 1;

    private static final TupleTag<String> ROOTS = new TupleTag<>() {
        private static final long serialVersionUID = 1;
    };
    private static final TupleTag<ArticleReport> REPORTS = new TupleTag<>() {
        private static final long serialVersionUID = 1;
    };

    private FindIncidents() {}

    public static FindIncidents create() {
        return new FindIncidents();
    }

    @Override
    public PCollection<SpecificRecord> expand(PCollection<ArticleReport> reports) {
        PCollectionView<Iterable<byte[]>> frequencies = reports.apply("CountKeys", CountKeys.create());
        PCollection<KV<String, String>> roots = reports.apply(
                        "ByKey", ParDo.of(new ByKey(frequencies)).withSideInputs(frequencies))
                .apply("GroupByKey", GroupByKey.create())
                .apply("Compare", ParDo.of(new Compare(frequencies)).withSideInputs(frequencies))
                .apply("Gather", GroupByKey.create())
                .apply("Connect", ParDo.of(new Connect()));
        return KeyedPCollectionTuple.of(ROOTS, roots)
                .and(REPORTS, reports.apply("ByNode", ParDo.of(new ByNode())))
                .apply("JoinByNode", CoGroupByKey.create())
                .apply("ByRoot", ParDo.of(new ByRoot()))
                .apply("GroupByRoot", GroupByKey.create())
                .apply("Divide", ParDo.of(new Divide(frequencies)).withSideInputs(frequencies));
    }

    /** The reports of a component, in their order. */
    private static List<Report> sorted(Iterable<ArticleReport> articles) {
        var reports = new ArrayList<Report>();
        articles.forEach(article -> reports.add(new Report(article)));
        reports.sort(null);
        return reports;
    }

    /** What knows how frequent keys are. */
    private abstract static class Knowing<T, R> extends DoFn<T, R> {
        private static final long serialVersionUID = 1;

        private final PCollectionView<Iterable<byte[]>> blocks;
        private transient Frequencies frequencies;
        private transient Likeness likeness;

        Knowing(PCollectionView<Iterable<byte[]>> blocks) {
            this.blocks = blocks;
        }

        /** The same for all elements of a run, so it is put together once. */
        final Frequencies frequencies(ProcessContext context) {
            if (frequencies == null) {
                frequencies = new Frequencies(context.sideInput(blocks));
            }
            return frequencies;
        }

        /** The same for all elements of a run: it remembers what it has weighed. */
        final Likeness likeness(ProcessContext context) {
            if (likeness == null) {
                likeness = new Likeness(frequencies(context));
            }
            return likeness;
        }
    }

    private static final class ByKey extends Knowing<ArticleReport, KV<Long, LookedUpReport>> {
        private static final long serialVersionUID = 1;

        ByKey(PCollectionView<Iterable<byte[]>> frequencies) {
            super(frequencies);
        }

        @ProcessElement
        public void lookUp(ProcessContext context) {
            var report = new Report(context.element());
            List<Long> keys = Keys.lookups(report, frequencies(context));
            LookedUp.forEachKey(
                    report.withSharedWords(frequencies(context)),
                    keys,
                    (key, encoded) -> context.output(KV.of(key, encoded)));
        }
    }

    private static final class Compare
            extends Knowing<KV<Long, Iterable<LookedUpReport>>, KV<Integer, KV<KV<String, String>, Double>>> {
        private static final long serialVersionUID = 1;

        Compare(PCollectionView<Iterable<byte[]>> frequencies) {
            super(frequencies);
        }

        @ProcessElement
        public void compare(ProcessContext context) {
            Likeness likeness = likeness(context);
            var met = new ArrayList<LookedUp>();
            for (LookedUpReport encoded : context.element().getValue()) {
                var report = new LookedUp(encoded);
                for (LookedUp other : met) {
                    if (!report.metBefore(other)) {
                        Links.of(report.report(), other.report(), likeness)
                                .ifPresent(link -> context.output(link(link)));
                    }
                }
                met.add(report);
            }
        }

        private static KV<Integer, KV<KV<String, String>, Double>> link(Links.Link link) {
            return KV.of(0, KV.of(KV.of(link.one().node(), link.other().node()), link.probability()));
        }
    }

    private static final class Connect
            extends DoFn<KV<Integer, Iterable<KV<KV<String, String>, Double>>>, KV<String, String>> {
        private static final long serialVersionUID = 1;

        @ProcessElement
        public void connect(
                @Element KV<Integer, Iterable<KV<KV<String, String>, Double>>> links,
                OutputReceiver<KV<String, String>> out) {
            var components = new Components();
            links.getValue()
                    .forEach(link -> components.link(
                            link.getKey().getKey(), link.getKey().getValue(), link.getValue()));
            components.forEach((article, root) -> out.output(KV.of(article, root)));
        }
    }

    private static final class ByNode extends DoFn<ArticleReport, KV<String, ArticleReport>> {
        private static final long serialVersionUID = 1;

        @ProcessElement
        public void key(@Element ArticleReport report, OutputReceiver<KV<String, ArticleReport>> out) {
            out.output(KV.of(Report.node(report), report));
        }
    }

    private static final class ByRoot extends DoFn<KV<String, CoGbkResult>, KV<String, ArticleReport>> {
        private static final long serialVersionUID = 1;

        @ProcessElement
        public void key(@Element KV<String, CoGbkResult> joined, OutputReceiver<KV<String, ArticleReport>> out) {
            String root = joined.getValue().getOnly(ROOTS, joined.getKey());
            boolean isLinked = joined.getValue().getAll(ROOTS).iterator().hasNext();
            for (ArticleReport report : joined.getValue().getAll(REPORTS)) {
                if (isLinked || report.getIncident() == null) {
                    out.output(KV.of(root, report));
                }
            }
        }
    }

    private static final class Divide extends Knowing<KV<String, Iterable<ArticleReport>>, SpecificRecord> {
        private static final long serialVersionUID = 1;
        private static final Counter INCIDENTS = Metrics.counter("incident", "incident.incidents");

        Divide(PCollectionView<Iterable<byte[]>> frequencies) {
            super(frequencies);
        }

        @ProcessElement
        public void divide(ProcessContext context) {
            Likeness likeness = likeness(context);
            for (Groups.Group group : Groups.of(sorted(context.element().getValue()), likeness)) {
                List<SpecificRecord> rows = IncidentRows.of(group, likeness);
                INCIDENTS.inc(rows.isEmpty() ? 0 : 1);
                rows.forEach(context::output);
            }
        }
    }
}
