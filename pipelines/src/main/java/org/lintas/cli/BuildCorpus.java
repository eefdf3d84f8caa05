package org.lintas.cli;

import java.io.IOError;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.lintas.archive.ReadArchives;
import org.lintas.corpus.Finish;
import org.lintas.corpus.OutputFolder;
import org.lintas.corpus.RunManifest;
import org.lintas.corpus.RunMetrics;
import org.lintas.corpus.RunRecord;
import org.lintas.dataset.AsNotes;
import org.lintas.dataset.AsRows;
import org.lintas.dataset.Layout;
import org.lintas.dataset.ReadDataset;
import org.lintas.dataset.ToBlocks;
import org.lintas.dataset.ToRows;
import org.lintas.dataset.WriteDatasets;
import org.lintas.dataset.WriteNotes;
import org.lintas.dedup.shuffle.CutLines;
import org.lintas.dedup.shuffle.DropDuplicates;
import org.lintas.dedup.shuffle.ListOutletLines;
import org.lintas.dedup.shuffle.SignTexts;
import org.lintas.extract.ExtractArticles;
import org.lintas.extract.SettleDates;
import org.lintas.failure.ExitCode;
import org.lintas.failure.RunFailure;
import org.lintas.flink.Flink;
import org.lintas.flink.RunGuard;
import org.lintas.flink.SharedProgress;
import org.lintas.incident.AddEarlierReports;
import org.lintas.incident.FindIncidents;
import org.lintas.language.IdentifyLanguage;
import org.lintas.privacy.DropTakedowns;
import org.lintas.privacy.MaskNumbers;
import org.lintas.privacy.Takedowns;
import org.lintas.record.ArchiveCount;
import org.lintas.record.CountByReason;
import org.lintas.record.KeepType;
import org.lintas.record.OutletDates;
import org.lintas.record.PartFile;
import org.lintas.record.Progress;
import org.lintas.record.ProgressReporter;
import org.lintas.record.Records;
import org.lintas.record.SizeArticles;
import org.lintas.record.Snapshot;
import org.lintas.record.WithoutTexts;
import org.lintas.schemas.Article;
import org.lintas.schemas.Dataset;
import org.lintas.schemas.Fingerprint;
import org.lintas.schemas.Reject;
import org.lintas.storage.Storage;
import org.lintas.topic.ListTaxonomy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Unmatched;

/** Builds a corpus: reads news archives and writes Parquet datasets. */
@Command(
        name = "build",
        description = "Builds a corpus: reads archives and writes Parquet datasets.",
        footer = {
            "Exit codes: 0 OK, 2 usage, 3 input missing, 4 pipeline failed, 5 reject rate exceeded, 6 expectation failed",
            "",
            "Examples:",
            "  lintas build --input='/archives/2025-10/*.warc.gz' --output=/data/2025-10",
            "  lintas build --input=/archives/2025-11 --output=/data/2025-11 --previous=/data/2025-10",
            "  lintas build --input=/archives --output=/data/public --exclude=takedowns.txt --maskPersonalNumbers"
                    + " --text=excerpt"
        })
public final class BuildCorpus implements Action {

    private static final Duration PROGRESS_EVERY = Duration.ofSeconds(10);

    @Mixin
    private BuildFlags flags;

    @Unmatched
    private final List<String> others = new ArrayList<>();

    /** Entry point in Flink application mode. */
    public static void main(String[] args) {
        ExitCode code = Lintas.run("build", args);
        if (!Flink.isInsideCluster()) {
            System.exit(code.number());
        }
        // In application mode the cluster reports failure only if the main method throws.
        if (code != ExitCode.OK) {
            throw new IllegalStateException("exit code " + code.number());
        }
    }

    @Override
    public void prepare() {
        if (Flink.isInsideCluster()) {
            LocaleCharset.check();
        } else {
            Action.super.prepare();
        }
    }

    @Override
    public ExitCode run() {
        FlinkPipelineOptions options = flags.pipelineOptions(others);
        Storage.open(options, flags.places());
        BuildPlan plan = BuildPlan.of(flags, options.getRunner().getSimpleName());
        var timer = RunRecord.begin();
        boolean isRemote = Flink.isRemote(options) || Flink.isInsideCluster();
        Supplier<Snapshot> counts = isRemote ? SharedProgress.read(plan.layout()) : Progress::snapshot;
        Consumer<String> out = System.err::println;
        try (var guard = RunGuard.of(
                        "--output",
                        plan.layout(),
                        Flink.prepare(
                                options,
                                plan.readers().maxRecordBytes(),
                                plan.labels().encoder().libraries()));
                var line = ProgressLine.start(plan.files(), counts, PROGRESS_EVERY, out)) {
            var output = new OutputFolder(plan.layout());
            output.prepare(flags.writing.overwrite);
            out.accept(plan.summary());
            plan.otherLabels().forEach(out);
            ModelFile.otherTaxonomy(plan.labels().model(), plan.labels().taxonomy())
                    .ifPresent(out);
            plan.input().skipped().lines().forEach(out);
            return new GuardedRun(guard, output, out)
                    .of(() -> assemble(Pipeline.create(options), plan, plan.versions(), isRemote), counters -> {
                        line.finishing();
                        return finish(plan, output, timer, counters, guard);
                    });
        } catch (RunFailure e) {
            throw e;
        } catch (IOException | RuntimeException | IOError e) {
            throw Failures.of("the pipeline", e);
        }
    }

    /** Builds the pipeline. */
    private static Pipeline assemble(Pipeline pipeline, BuildPlan plan, Map<String, String> versions, boolean shares) {
        Layout layout = plan.layout();
        ProgressReporter reporter = shares ? SharedProgress.of(layout) : ProgressReporter.none();

        Records<Records.Extracted> extracted = pipeline.apply(
                        "ReadArchives",
                        ReadArchives.of(plan.files(), plan.readers()).withReporter(reporter))
                .apply("ExtractArticles", ExtractArticles.create())
                .apply("DropTakedowns", DropTakedowns.of(plan.privacy().takedowns()));
        if (plan.privacy().maskPersonalNumbers()) {
            extracted = extracted.apply("MaskNumbers", MaskNumbers.create());
        }
        Records<Records.Cut> records = extracted
                .apply("IdentifyLanguage", IdentifyLanguage.of(plan.languages()))
                .apply("SignTexts", SignTexts.of(SettleDates::counts))
                .apply("CutLines", CutLines.create());
        Records<Records.Listed> listed = records.apply("WithoutTexts", WithoutTexts.create());
        PCollectionView<Map<String, Long>> bytes = listed.apply("SizeArticles", SizeArticles.create());
        PCollection<Reject> rejects = listed.apply("Rejects", KeepType.of(Reject.class));

        List<Layout> previous = plan.previous().layouts();
        PCollection<Fingerprint> earlier = pipeline.apply(
                "ReadEarlierFingerprints", ReadDataset.of(Fingerprint.class, Dataset.FINGERPRINTS, previous));
        DropDuplicates.EarlierArticleReader earlierArticles = (filter, ids) -> pipeline.apply(
                "ReadEarlierArticles",
                ReadDataset.of(Article.class, Dataset.ARTICLES, previous).where(filter, ids));
        PCollectionTuple dates = listed.apply("SettleDates", SettleDates.create());
        var settling = new DropDuplicates.Settling(SettleDates.view(dates), SettleDates::isOpen, SettleDates::settle);
        PCollectionTuple distinct = records.apply(
                "DropDuplicates",
                DropDuplicates.of(
                        plan.thresholds(), plan.expectedArticles(), listed, bytes, settling, earlier, earlierArticles));

        ToRows toRows = ToRows.of(plan.privacy().text()).withReporter(reporter);
        LabelArticles label = LabelArticles.of(plan.labels(), toRows);
        PCollectionTuple singletons = distinct.get(DropDuplicates.SINGLETONS).apply("LabelSingletons", label);
        PCollectionTuple representatives =
                distinct.get(DropDuplicates.REPRESENTATIVES).apply("LabelRepresentatives", label);
        PCollection<SpecificRecord> incidents = PCollectionList.of(singletons.get(ToRows.REPORTS))
                .and(representatives.get(ToRows.REPORTS))
                .apply("Reports", Flatten.pCollections())
                .apply(
                        "AddEarlierReports",
                        AddEarlierReports.of(
                                previous,
                                plan.previous().articles(),
                                plan.privacy().takedowns()))
                .apply("FindIncidents", FindIncidents.create());
        PCollection<KV<String, byte[]>> otherRows = PCollectionList.of(
                        distinct.get(DropDuplicates.DUPLICATES).apply("DuplicateRows", AsRows.create()))
                .and(distinct.get(DropDuplicates.MERGED).apply("MergedRows", AsRows.create()))
                .and(rejects.apply("RejectRows", AsRows.create()))
                .and(listed.apply("ListOutletLines", ListOutletLines.create()).apply("OutletLineRows", AsRows.create()))
                .and(incidents)
                .and(pipeline.apply(
                        "ListTaxonomy", ListTaxonomy.of(plan.labels().taxonomy())))
                .apply("OtherRows", Flatten.pCollections())
                .apply("ToBlocks", ToBlocks.of(bytes));
        PCollection<PartFile> files = PCollectionList.of(singletons.get(ToRows.BLOCKS))
                .and(representatives.get(ToRows.BLOCKS))
                .and(otherRows)
                .apply("AllRows", Flatten.pCollections())
                .apply("WriteDatasets", WriteDatasets.of(layout, versions).withReporter(reporter));

        PCollectionList.of(listed.apply("Archives", KeepType.of(ArchiveCount.class))
                        .apply("NoteArchives", AsNotes.of("archives")))
                .and(rejects.apply("CountRejects", CountByReason.create()).apply("NoteRejects", AsNotes.of("rejects")))
                .and(dates.get(SettleDates.ORDERS)
                        .apply("KeepOrders", Filter.by(told -> told.getEither() > 0))
                        .apply("NoteDateOrders", AsNotes.of("date_orders")))
                .and(dates.get(SettleDates.ORDERS)
                        .apply("KeepImports", Filter.by(OutletDates::getIsImport))
                        .apply("NoteImports", AsNotes.of("imports")))
                .and(files.apply("NoteFiles", AsNotes.of("files")))
                .apply("AllNotes", Flatten.pCollections())
                .apply("WriteNotes", WriteNotes.of(layout));
        return pipeline;
    }

    /** Checks that every record read was written, and finishes the corpus. */
    private static ExitCode finish(
            BuildPlan plan,
            OutputFolder output,
            Function<Map<String, String>, RunRecord> timer,
            Map<String, Long> counters,
            RunGuard guard)
            throws IOException {
        Layout layout = plan.layout();
        Map<String, String> versions = plan.versions();
        RunManifest manifest = RunManifest.of(layout, versions, plan.input().skipped());
        if (!manifest.isConserved()) {
            throw new IllegalStateException("read " + manifest.read() + " records and wrote " + manifest.written());
        }
        if (manifest.rejectRate() > plan.maxRejectRate()) {
            throw new RunFailure(
                    ExitCode.REJECT_RATE_EXCEEDED,
                    String.format(
                            "--maxRejectRate=%s exceeded: %.4f of the records were rejected: %s",
                            plan.maxRejectRate(), manifest.rejectRate(), manifest.rejectsByReason()));
        }
        var run = timer.apply(plan.options());
        OutputFolder.write(layout.metrics(), RunMetrics.json(counters));
        ExitCode code = Finish.finish(
                layout,
                output,
                manifest.manifest(run, versions),
                made -> ReportCorpus.atEndOfBuild(made, System.err::println),
                guard::checkNotInterrupted);
        Takedowns takedowns = plan.privacy().takedowns();
        LineFile.reportUnmatched(
                "--exclude",
                plan.options().get("exclude"),
                takedowns.linesWithout(takedowns.entriesIn(manifest.takedowns())),
                takedowns.size());
        System.out.print(Summary.of(manifest, run, layout));
        Summary.noArticles(manifest).ifPresent(message -> System.err.println("lintas: " + message));
        return code;
    }
}
