package org.lintas.cli;

import java.io.IOError;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.lintas.corpus.Finish;
import org.lintas.corpus.OutputFolder;
import org.lintas.corpus.RelabelledManifest;
import org.lintas.corpus.RunManifest;
import org.lintas.corpus.RunMetrics;
import org.lintas.corpus.RunRecord;
import org.lintas.correction.ListCorrections;
import org.lintas.correction.RejectCopies;
import org.lintas.correction.TakeArticles;
import org.lintas.dataset.AsNotes;
import org.lintas.dataset.AsRows;
import org.lintas.dataset.Layout;
import org.lintas.dataset.ReadDataset;
import org.lintas.dataset.ToBlocks;
import org.lintas.dataset.ToRows;
import org.lintas.dataset.WriteDatasets;
import org.lintas.dataset.WriteNotes;
import org.lintas.failure.ExitCode;
import org.lintas.failure.RunFailure;
import org.lintas.flink.Flink;
import org.lintas.flink.RunGuard;
import org.lintas.flink.SharedProgress;
import org.lintas.incident.AddEarlierReports;
import org.lintas.incident.FindIncidents;
import org.lintas.privacy.Takedowns;
import org.lintas.record.CountByReason;
import org.lintas.record.KeepType;
import org.lintas.record.PartFile;
import org.lintas.record.Progress;
import org.lintas.record.ProgressReporter;
import org.lintas.record.Records;
import org.lintas.record.Snapshot;
import org.lintas.schemas.Article;
import org.lintas.schemas.Dataset;
import org.lintas.schemas.Duplicate;
import org.lintas.schemas.Fingerprint;
import org.lintas.schemas.OutletLine;
import org.lintas.schemas.Reject;
import org.lintas.storage.SkippedPaths;
import org.lintas.storage.Storage;
import org.lintas.text.PublishedText;
import org.lintas.topic.ListTaxonomy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Unmatched;

/** Labels the articles of a corpus again and writes a new corpus. */
@Command(
        name = "relabel",
        description = "Labels the articles of a corpus again, with what readers decided, and writes a new corpus.",
        footer = {
            "Topics, genres, countries, places, figures, entities and incidents are those of this program; what labels do not",
            "change is taken over: articles, duplicates, fingerprints, rejects. Give --taxonomy, --model, --places,",
            "--watch and --encoder again if the corpus was built with them. Decisions of earlier runs count again.",
            "Exit codes: 0 OK, 2 usage, 3 input missing, 4 pipeline failed, 6 expectation failed",
            "",
            "Examples:",
            "  lintas relabel --corpus=/data/2025-10 --output=/data/2025-10-read --corrections=decisions.jsonl",
            "  lintas relabel --corpus=/data/2025-10 --output=/data/2025-10-own --taxonomy=my-topics"
        })
final class RelabelCorpus implements Action {

    private static final Duration PROGRESS_EVERY = Duration.ofSeconds(10);

    @Mixin
    private RelabelFlags flags;

    @Unmatched
    private final List<String> others = new ArrayList<>();

    @Override
    public ExitCode run() {
        FlinkPipelineOptions options = flags.pipelineOptions(others);
        Storage.open(options, flags.places());
        RelabelPlan plan = RelabelPlan.of(flags, options.getRunner().getSimpleName());
        var timer = RunRecord.begin();
        boolean isRemote = Flink.isRemote(options);
        Supplier<Snapshot> counts = isRemote ? SharedProgress.read(plan.layout()) : Progress::snapshot;
        Consumer<String> out = System.err::println;
        try (var guard = RunGuard.of(
                        "--output",
                        plan.layout(),
                        Flink.prepare(
                                options,
                                plan.maxRecordBytes(),
                                plan.labels().encoder().libraries()));
                var line = LabelProgress.start(plan.articles(), counts, PROGRESS_EVERY, out)) {
            var output = new OutputFolder(plan.layout());
            output.prepare(flags.overwrite);
            plan.summary().forEach(out);
            return new GuardedRun(guard, output, out)
                    .of(() -> assemble(Pipeline.create(options), plan, isRemote), counters -> {
                        line.close();
                        return finish(plan, output, timer, counters, guard);
                    });
        } catch (RunFailure e) {
            throw e;
        } catch (IOException | RuntimeException | IOError e) {
            throw Failures.of("the pipeline", e);
        }
    }

    /** Builds the pipeline. */
    private static Pipeline assemble(Pipeline pipeline, RelabelPlan plan, boolean shares) {
        Layout layout = plan.layout();
        ProgressReporter reporter = shares ? SharedProgress.of(layout) : ProgressReporter.none();
        List<Layout> from = List.of(plan.from().layout());
        Map<String, Long> bytes = plan.from().files().rowBytes();
        Set<String> notArticles = plan.corrections().applied().notArticles();

        PCollectionTuple taken = pipeline.apply("ReadArticles", ReadDataset.of(Article.class, Dataset.ARTICLES, from))
                .apply("TakeArticles", TakeArticles.of(plan.corrections().applied(), bytes));
        Records<Records.Listed> copies = pipeline.apply(
                        "ReadDuplicates", ReadDataset.of(Duplicate.class, Dataset.DUPLICATES, from))
                .apply("RejectCopies", RejectCopies.of(notArticles));
        PCollection<Reject> rejects = PCollectionList.of(
                        pipeline.apply("ReadRejects", ReadDataset.of(Reject.class, Dataset.REJECTS, from)))
                .and(taken.get(TakeArticles.REJECTS))
                .and(copies.apply("RejectedCopies", KeepType.of(Reject.class)))
                .apply("Rejects", Flatten.pCollections());
        PCollection<Fingerprint> fingerprints = pipeline.apply(
                        "ReadFingerprints", ReadDataset.of(Fingerprint.class, Dataset.FINGERPRINTS, from))
                .apply("KeepFingerprints", Filter.by(row -> !notArticles.contains(row.getRepresentativeId())));
        PCollection<OutletLine> lines =
                pipeline.apply("ReadOutletLines", ReadDataset.of(OutletLine.class, Dataset.OUTLET_LINES, from));

        PCollectionTuple labelled = taken.get(TakeArticles.DRAFTS)
                .apply(
                        "LabelArticles",
                        LabelArticles.of(
                                plan.labels(),
                                ToRows.of(PublishedText.FULL)
                                        .withoutFingerprints()
                                        .withReporter(reporter)));
        PCollection<SpecificRecord> incidents = labelled.get(ToRows.REPORTS)
                .apply(
                        "AddEarlierReports",
                        AddEarlierReports.of(
                                plan.previous().layouts(), plan.previous().articles(), Takedowns.parse(List.of())))
                .apply("FindIncidents", FindIncidents.create());

        PCollectionView<Map<String, Long>> sizes = pipeline.apply(
                        "Sizes", Create.of(bytes).withCoder(KvCoder.of(StringUtf8Coder.of(), VarLongCoder.of())))
                .apply("ViewSizes", View.asMap());
        PCollection<KV<String, byte[]>> otherRows = PCollectionList.of(
                        copies.apply("Copies", KeepType.of(Duplicate.class)).apply("DuplicateRows", AsRows.create()))
                .and(fingerprints.apply("FingerprintRows", AsRows.create()))
                .and(rejects.apply("RejectRows", AsRows.create()))
                .and(lines.apply("OutletLineRows", AsRows.create()))
                .and(incidents)
                .and(pipeline.apply(
                        "ListCorrections", ListCorrections.of(plan.corrections().all())))
                .and(pipeline.apply(
                        "ListTaxonomy", ListTaxonomy.of(plan.labels().taxonomy())))
                .apply("OtherRows", Flatten.pCollections())
                .apply("ToBlocks", ToBlocks.of(sizes));
        PCollection<PartFile> files = PCollectionList.of(labelled.get(ToRows.BLOCKS))
                .and(otherRows)
                .apply("AllRows", Flatten.pCollections())
                .apply(
                        "WriteDatasets",
                        WriteDatasets.of(layout, plan.versions()).withReporter(reporter));

        PCollectionList.of(rejects.apply("CountRejects", CountByReason.create())
                        .apply("NoteRejects", AsNotes.of("rejects")))
                .and(files.apply("NoteFiles", AsNotes.of("files")))
                .apply("AllNotes", Flatten.pCollections())
                .apply("WriteNotes", WriteNotes.of(layout));
        return pipeline;
    }

    /** Checks that nothing was lost, and finishes the corpus. */
    private static ExitCode finish(
            RelabelPlan plan,
            OutputFolder output,
            Function<Map<String, String>, RunRecord> timer,
            Map<String, Long> counters,
            RunGuard guard)
            throws IOException {
        Layout layout = plan.layout();
        RelabelledManifest manifest = RelabelledManifest.of(
                plan.from().manifest(), RunManifest.of(layout, plan.versions(), new SkippedPaths()));
        manifest.loss().ifPresent(loss -> {
            throw new IllegalStateException(loss);
        });
        RunRecord run = timer.apply(plan.options());
        OutputFolder.write(layout.metrics(), RunMetrics.json(counters));
        ExitCode code = Finish.finish(
                layout,
                output,
                manifest.manifest(run, plan.versions()),
                made -> ReportCorpus.atEndOfBuild(made, System.err::println),
                guard::checkNotInterrupted);
        System.out.print(summary(plan, manifest, run));
        return code;
    }

    private static String summary(RelabelPlan plan, RelabelledManifest manifest, RunRecord run) {
        String corrections = plan.corrections().summary();
        return String.format(
                """
                %,d articles labelled again in %.1f s; %,d are none any more
                topics %,d rows, countries %,d rows, incidents %,d
                %scorpus in %s
                """,
                manifest.rows(Dataset.ARTICLES),
                run.seconds(),
                manifest.rowsBefore(Dataset.ARTICLES) - manifest.rows(Dataset.ARTICLES),
                manifest.rows(Dataset.ARTICLE_TOPICS),
                manifest.rows(Dataset.ARTICLE_COUNTRIES),
                manifest.rows(Dataset.INCIDENTS),
                corrections.isEmpty() ? "" : corrections + "\n",
                plan.layout().root());
    }
}
