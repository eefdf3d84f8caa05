package org.lintas.incident;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.Distinct;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.Keys;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.transforms.join.CoGroupByKey;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.lintas.dataset.Layout;
import org.lintas.dataset.ReadDataset;
import org.lintas.dedup.shuffle.ArticleIdFilter;
import org.lintas.privacy.Takedowns;
import org.lintas.record.ArticleReport;
import org.lintas.record.Rejects;
import org.lintas.schemas.Article;
import org.lintas.schemas.ArticleCountry;
import org.lintas.schemas.ArticleEntity;
import org.lintas.schemas.ArticleFigure;
import org.lintas.schemas.ArticlePlace;
import org.lintas.schemas.ArticleTopic;
import org.lintas.schemas.Dataset;
import org.lintas.schemas.IncidentArticle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds to the reports of a run those of the incidents of earlier corpora that a new report may tell of, read from the rows of their articles. An
 * incident comes with all its articles or not at all, so that what is written of it later holds what was written before.
 */
public final class AddEarlierReports extends PTransform<PCollection<ArticleReport>, PCollection<ArticleReport>> {

    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(AddEarlierReports.class);

    /** The months, as {@link ReportReader#month}, between which two days lie that are as far apart as reports of one incident may be. */
    private static final int MONTHS_APART = DayLikeness.FOLLOW_UP_DAYS / 30 + 1;

    /** The month of what has no date; far from all others. */
    private static final int UNDATED = 0;

    private static final TupleTag<KV<String, Integer>> INCIDENT = tag();
    private static final TupleTag<Article> ARTICLE = tag();
    private static final TupleTag<ArticleTopic> TOPICS = tag();
    private static final TupleTag<ArticleCountry> COUNTRIES = tag();
    private static final TupleTag<ArticlePlace> PLACES = tag();
    private static final TupleTag<ArticleFigure> FIGURES = tag();
    private static final TupleTag<ArticleEntity> ENTITIES = tag();

    private final List<Layout> corpora;
    private final long articles;
    private final Takedowns takedowns;

    private AddEarlierReports(List<Layout> corpora, long articles, Takedowns takedowns) {
        this.corpora = List.copyOf(corpora);
        this.articles = articles;
        this.takedowns = takedowns;
    }

    /**
     * The transform.
     *
     * @param corpora earlier ones, with full texts; without any, nothing is added
     * @param articles at least as many articles as they have
     * @param takedowns incidents with an article that these match are left as they are
     */
    public static AddEarlierReports of(List<Layout> corpora, long articles, Takedowns takedowns) {
        return new AddEarlierReports(corpora, articles, takedowns);
    }

    @Override
    public PCollection<ArticleReport> expand(PCollection<ArticleReport> reports) {
        if (corpora.isEmpty()) {
            return reports;
        }
        PCollectionView<List<Integer>> months = reports.apply("MonthOf", ParDo.of(new MonthOf()))
                .apply("Months", Distinct.create())
                .apply("ViewMonths", View.asList());
        PCollection<KV<String, KV<String, Integer>>> wanted = reports.getPipeline()
                .apply(
                        "ReadIncidentArticles",
                        ReadDataset.of(IncidentArticle.class, Dataset.INCIDENT_ARTICLES, corpora))
                .apply("ByIncident", ParDo.of(new ByIncident()))
                .apply("GroupByIncident", GroupByKey.create())
                .apply("ChooseIncidents", ParDo.of(new ChooseIncidents(months)).withSideInputs(months));
        ArticleIdFilter filter = ArticleIdFilter.of(articles);
        PCollectionView<Map<Integer, byte[]>> ids =
                wanted.apply("Ids", Keys.create()).apply("FilterIds", filter);
        var rows = new Rows(reports.getPipeline(), corpora, ids, filter.ids());
        PCollection<ArticleReport> earlier = KeyedPCollectionTuple.of(INCIDENT, wanted)
                .and(ARTICLE, rows.read(Article.class, Dataset.ARTICLES, Article::getArticleId))
                .and(TOPICS, rows.read(ArticleTopic.class, Dataset.ARTICLE_TOPICS, ArticleTopic::getArticleId))
                .and(
                        COUNTRIES,
                        rows.read(ArticleCountry.class, Dataset.ARTICLE_COUNTRIES, ArticleCountry::getArticleId))
                .and(PLACES, rows.read(ArticlePlace.class, Dataset.ARTICLE_PLACES, ArticlePlace::getArticleId))
                .and(FIGURES, rows.read(ArticleFigure.class, Dataset.ARTICLE_FIGURES, ArticleFigure::getArticleId))
                .and(ENTITIES, rows.read(ArticleEntity.class, Dataset.ARTICLE_ENTITIES, ArticleEntity::getArticleId))
                .apply("JoinByArticle", CoGroupByKey.create())
                .apply("Read", ParDo.of(new Read(takedowns)))
                .apply("GatherIncidents", GroupByKey.create())
                .apply("KeepWhole", ParDo.of(new KeepWhole()));
        return PCollectionList.of(reports).and(earlier).apply("All", Flatten.pCollections());
    }

    private static <T> TupleTag<T> tag() {
        return new TupleTag<>() {
            private static final long serialVersionUID = 1;
        };
    }

    /** Reads the rows of the articles that are needed, by their ids. */
    private record Rows(
            Pipeline pipeline,
            List<Layout> corpora,
            PCollectionView<Map<Integer, byte[]>> filter,
            SerializableFunction<Map<Integer, byte[]>, Predicate<String>> ids) {

        <T extends SpecificRecord> PCollection<KV<String, T>> read(
                Class<T> type, Dataset dataset, SerializableFunction<T, String> id) {
            String name = type.getSimpleName();
            return pipeline.apply(
                            "ReadEarlier" + name,
                            ReadDataset.of(type, dataset, corpora).where(filter, ids))
                    .apply("ById" + name, WithKeys.of(id).withKeyType(TypeDescriptors.strings()));
        }
    }

    private static final class MonthOf extends DoFn<ArticleReport, Integer> {
        private static final long serialVersionUID = 1;

        @ProcessElement
        public void month(@Element ArticleReport report, OutputReceiver<Integer> out) {
            var one = new Report(report);
            out.output(one.published().isPresent() ? month(one.published().getAsInt()) : UNDATED);
        }

        private static int month(int day) {
            return ReportReader.month(YearMonth.from(LocalDate.ofEpochDay(day)));
        }
    }

    /** Of each article of an incident its id and month. */
    private static final class ByIncident extends DoFn<IncidentArticle, KV<String, KV<String, Integer>>> {
        private static final long serialVersionUID = 1;

        @ProcessElement
        public void key(@Element IncidentArticle row, OutputReceiver<KV<String, KV<String, Integer>>> out) {
            int month = row.getPublishedAt() == null
                    ? UNDATED
                    : ReportReader.month(YearMonth.from(row.getPublishedAt().atOffset(ZoneOffset.UTC)));
            out.output(KV.of(row.getIncidentId(), KV.of(row.getArticleId(), month)));
        }
    }

    /** Of each article of an incident that a new report may tell of, its incident and how many articles that has. */
    private static final class ChooseIncidents
            extends DoFn<KV<String, Iterable<KV<String, Integer>>>, KV<String, KV<String, Integer>>> {
        private static final long serialVersionUID = 1;

        private final PCollectionView<List<Integer>> months;

        ChooseIncidents(PCollectionView<List<Integer>> months) {
            this.months = months;
        }

        @ProcessElement
        public void choose(ProcessContext context) {
            List<Integer> told = context.sideInput(months);
            Set<String> articles = new HashSet<>();
            boolean isNear = false;
            for (KV<String, Integer> article : context.element().getValue()) {
                articles.add(article.getKey());
                isNear = isNear || isNear(article.getValue(), told);
            }
            if (isNear) {
                for (String article : articles) {
                    context.output(KV.of(article, KV.of(context.element().getKey(), articles.size())));
                }
            }
        }

        /** An article without a date may be of any time. */
        private static boolean isNear(int month, List<Integer> told) {
            return told.stream().anyMatch(other -> month == UNDATED || Math.abs(month - other) <= MONTHS_APART);
        }
    }

    /** Reads the report of an article; passes it on by its incident, with the number of that one's articles. */
    private static final class Read extends DoFn<KV<String, CoGbkResult>, KV<KV<String, Integer>, ArticleReport>> {
        private static final long serialVersionUID = 1;
        private static final Counter FAILED = Metrics.counter("incident", "incident.earlier_failed");

        private final Takedowns takedowns;
        private transient ReportReader reader;

        Read(Takedowns takedowns) {
            this.takedowns = takedowns;
        }

        @Setup
        public void setup() {
            reader = new ReportReader();
        }

        @ProcessElement
        public void read(
                @Element KV<String, CoGbkResult> joined, OutputReceiver<KV<KV<String, Integer>, ArticleReport>> out) {
            CoGbkResult rows = joined.getValue();
            // The filter accepts a few articles of no incident. An article of two, in corpora that do not belong
            // together, is of one of them.
            StreamSupport.stream(rows.getAll(INCIDENT).spliterator(), false)
                    .min(Comparator.comparing(KV::getKey))
                    .ifPresent(incident -> distinct(rows.getAll(ARTICLE)).stream()
                            .findFirst()
                            .filter(article -> takedowns
                                    .entries(article.getSource(), article.getUrl())
                                    .isEmpty())
                            .flatMap(article -> report(article, rows))
                            .ifPresent(report -> {
                                report.setIncident(incident.getKey());
                                out.output(KV.of(incident, report));
                            }));
        }

        private Optional<ArticleReport> report(Article article, CoGbkResult rows) {
            try {
                return reader.readKnown(new LabelledArticle(
                                article,
                                distinct(rows.getAll(TOPICS)),
                                distinct(rows.getAll(COUNTRIES)),
                                distinct(rows.getAll(PLACES)),
                                distinct(rows.getAll(FIGURES)),
                                distinct(rows.getAll(ENTITIES)))
                        .draft());
            } catch (RuntimeException | StackOverflowError e) {
                FAILED.inc();
                LOG.warn(
                        "article {} of an earlier corpus could not be read again: {}",
                        article.getArticleId(),
                        Rejects.cause(e));
                return Optional.empty();
            }
        }

        /** Rows in an order of their own; a corpus and one that was merged from it have the same ones. */
        private static <T> List<T> distinct(Iterable<T> rows) {
            return StreamSupport.stream(rows.spliterator(), false)
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    /** Passes on the reports of incidents whose articles were all read. */
    private static final class KeepWhole extends DoFn<KV<KV<String, Integer>, Iterable<ArticleReport>>, ArticleReport> {
        private static final long serialVersionUID = 1;
        private static final Counter READ = Metrics.counter("incident", "incident.earlier_reports");

        @ProcessElement
        public void keep(
                @Element KV<KV<String, Integer>, Iterable<ArticleReport>> incident, OutputReceiver<ArticleReport> out) {
            var reports = new ArrayList<ArticleReport>();
            incident.getValue().forEach(reports::add);
            if (reports.size() == incident.getKey().getValue()) {
                READ.inc(reports.size());
                reports.forEach(out::output);
            }
        }
    }
}
