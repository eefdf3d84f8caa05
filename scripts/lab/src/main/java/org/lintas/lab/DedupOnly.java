package org.lintas.lab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.io.Compression;
import org.apache.beam.sdk.io.TextIO;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.lintas.archive.ReadArchives;
import org.lintas.cli.BuildFlags;
import org.lintas.cli.BuildPlan;
import org.lintas.dedup.shuffle.CutLines;
import org.lintas.dedup.shuffle.DropDuplicates;
import org.lintas.dedup.shuffle.SignTexts;
import org.lintas.extract.SettleDates;
import org.lintas.failure.RunFailure;
import org.lintas.flink.Flink;
import org.lintas.record.Capture;
import org.lintas.record.Draft;
import org.lintas.record.Progress;
import org.lintas.record.Records;
import org.lintas.record.SizeArticles;
import org.lintas.record.Step;
import org.lintas.record.WithoutTexts;
import org.lintas.schemas.Article;
import org.lintas.schemas.Duplicate;
import org.lintas.schemas.Fingerprint;
import org.lintas.storage.Storage;
import org.lintas.storage.TemporaryFiles;
import org.lintas.text.ContentDigest;
import org.lintas.text.Sha256;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Reads JSON lines, drops duplicates, and writes what is kept and who represents what was dropped as JSON lines: what deduplication costs by
 * itself. For benchmarks; takes the flags of {@code build}.
 */
public final class DedupOnly {

    private DedupOnly() {}

    public static void main(String[] args) throws IOException {
        var flags = new BuildFlags();
        var command = new CommandLine(CommandSpec.create().addMixin("flags", CommandSpec.forAnnotatedObject(flags)));
        command.setUnmatchedArgumentsAllowed(true).parseArgs(args);
        TemporaryFiles.open();
        try {
            run(flags, command.getUnmatchedArguments());
        } catch (RunFailure e) {
            System.err.println("lintas: " + e.getMessage());
            System.exit(e.code().number());
        }
    }

    private static void run(BuildFlags flags, List<String> others) {
        FlinkPipelineOptions options = flags.pipelineOptions(others);
        Storage.open(options, flags.places());
        BuildPlan plan = BuildPlan.of(flags, options.getRunner().getSimpleName());
        Flink.prepare(options, plan.readers().maxRecordBytes(), List.of());
        Pipeline pipeline = Pipeline.create(options);
        Records<Records.Cut> drafts = pipeline.apply("ReadArchives", ReadArchives.of(plan.files(), plan.readers()))
                .apply("TakeTexts", new TakeTexts())
                .apply("SignTexts", SignTexts.of(SettleDates::counts))
                .apply("CutLines", CutLines.create());
        Records<Records.Listed> listed = drafts.apply("WithoutTexts", WithoutTexts.create());
        PCollectionTuple distinct = drafts.apply(
                "DropDuplicates",
                DropDuplicates.of(
                        plan.thresholds(),
                        plan.expectedArticles(),
                        listed,
                        listed.apply("SizeArticles", SizeArticles.create()),
                        new DropDuplicates.Settling(
                                SettleDates.view(listed.apply("SettleDates", SettleDates.create())),
                                SettleDates::isOpen,
                                SettleDates::settle),
                        pipeline.apply("NoEarlier", Create.empty(TypeDescriptor.of(Fingerprint.class))),
                        (filter, ids) ->
                                pipeline.apply("NoEarlierTexts", Create.empty(TypeDescriptor.of(Article.class)))));
        PCollectionList.of(distinct.get(DropDuplicates.SINGLETONS))
                .and(distinct.get(DropDuplicates.REPRESENTATIVES))
                .apply("Articles", Flatten.pCollections())
                .apply("WriteArticle", ParDo.of(new WriteArticle()))
                .apply("WriteArticles", lines(plan.layout().root() + "/articles"));
        distinct.get(DropDuplicates.DUPLICATES)
                .apply("WriteDuplicate", ParDo.of(new WriteDuplicate()))
                .apply("WriteDuplicates", lines(plan.layout().root() + "/duplicates"));
        pipeline.run().waitUntilFinish();
        System.out.printf("%d records%n", Progress.snapshot().counts().records());
    }

    private static TextIO.Write lines(String prefix) {
        return TextIO.write().to(prefix).withSuffix(".jsonl").withCompression(Compression.ZSTD);
    }

    /** Takes texts as they are: sound JSON lines of articles without markup, with dates in ISO 8601. */
    private static final class TakeTexts extends PTransform<Records<Records.Captured>, Records<Records.Identified>> {
        private static final long serialVersionUID = 1;

        @Override
        public Records<Records.Identified> expand(Records<Records.Captured> records) {
            return Records.of(records.all().apply("Take", ParDo.of(new TakeText())));
        }
    }

    private static final class TakeText extends Step<Capture> {
        private static final long serialVersionUID = 1;

        TakeText() {
            super(Capture.class, "extract");
        }

        @Override
        protected SpecificRecord step(Capture capture) {
            Map<String, String> fields = capture.getFields();
            String text = fields.getOrDefault("text", "");
            String digest = ContentDigest.of("", text);
            String published = fields.get("published");
            return Draft.newBuilder()
                    .setArticleId(
                            Sha256.hex(capture.getRecordId() + "\n" + digest).substring(0, 32))
                    .setRecordId(capture.getRecordId())
                    .setArchiveFile(capture.getArchiveFile())
                    .setArchiveOffset(capture.getArchiveOffset())
                    .setUrl(fields.get("url"))
                    .setTitle(fields.get("title"))
                    .setText(text)
                    .setSource(fields.get("source"))
                    .setPublishedAt(published == null ? null : Instant.parse(published))
                    .setContentDigest(digest)
                    .build();
        }
    }

    private abstract static class WriteJson<T> extends DoFn<T, String> {
        private static final long serialVersionUID = 1;
        private static final ObjectMapper JSON = new ObjectMapper();

        @ProcessElement
        public void write(@Element T row, OutputReceiver<String> out) throws JsonProcessingException {
            Map<String, Object> fields = new LinkedHashMap<>();
            fill(row, fields);
            out.output(JSON.writeValueAsString(fields));
        }

        abstract void fill(T row, Map<String, Object> fields);
    }

    private static final class WriteArticle extends WriteJson<Draft> {
        private static final long serialVersionUID = 1;

        @Override
        void fill(Draft article, Map<String, Object> fields) {
            fields.put("id", article.getRecordId());
            fields.put("url", article.getUrl());
            fields.put("title", article.getTitle());
            fields.put("text", article.getText());
            fields.put("copies", article.getClusterSize());
        }
    }

    private static final class WriteDuplicate extends WriteJson<Duplicate> {
        private static final long serialVersionUID = 1;

        @Override
        void fill(Duplicate copy, Map<String, Object> fields) {
            fields.put("id", copy.getRecordId());
            fields.put("representative", copy.getRepresentativeRecordId());
            fields.put("relation", copy.getRelation().name());
            fields.put("similarity", copy.getSimilarity());
        }
    }
}
