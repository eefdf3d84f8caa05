package org.lintas.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.lintas.corpus.FinishedCorpus;
import org.lintas.dataset.Layout;
import org.lintas.failure.ExitCode;
import org.lintas.failure.RunFailure;
import org.lintas.storage.Location;
import org.lintas.storage.Storage;
import org.lintas.text.Sha256;
import org.lintas.topic.OwnModel;
import org.lintas.topic.OwnTaxonomy;
import org.lintas.topic.Taxonomy;
import org.lintas.topic.TopicClassifier;
import org.lintas.topic.TopicFinder;
import org.lintas.topic.TopicUpdate;
import org.lintas.topic.encoder.EncoderFiles;
import org.lintas.topic.encoder.OnnxEncoder;
import org.lintas.topic.training.GradeScore;
import org.lintas.topic.training.HeldOut;
import org.lintas.topic.training.UpdateTraining;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains a model that grades topics as readers decided. */
@Command(
        name = "train",
        description = "Trains a model that grades topics as readers decided, for --model of build and relabel.",
        footer = {
            "The grades of the shipped model, or of --model, are changed as far as held-out decisions become likelier, only of",
            "topics and in languages that readers decided on. Prints what becomes of decisions whose articles were held out.",
            "Exit codes: 0 OK, 2 usage, 3 input missing, 4 failed, 6 held-out grades get no better (nothing is written)",
            "",
            "Examples:",
            "  lintas train --corpus=/data/2025-10 --labels=corrections.jsonl --output=readers.model",
            "  lintas relabel --corpus=/data/2025-10 --output=/data/2025-10-read --model=readers.model --corrections=corrections.jsonl"
        })
final class TrainModel implements Action {

    /** Fewer decisions than these say nothing, held out or not. */
    private static final int LEAST = 30;

    @Mixin
    private CorpusFlag corpora;

    @Option(
            names = "--labels",
            split = ",",
            paramLabel = "FILE",
            description =
                    "what readers decided on articles of the corpus, as JSON lines; what it holds itself counts, too")
    private List<String> labels = List.of();

    @Option(names = "--output", paramLabel = "FILE", description = "model to write; must not exist")
    private String output = "";

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description =
                    "model to begin with in place of the shipped one; decisions on articles that it was trained with are left out")
    private String model = "";

    @Option(
            names = "--taxonomy",
            paramLabel = "DIR",
            description = "folder of YAML files with topics and terms of your own (as for build --taxonomy)")
    private String taxonomy = "";

    @Option(
            names = "--encoder",
            paramLabel = "FILE",
            description = "sentence encoder with which the model will be used (as for build --encoder)")
    private String encoder = "";

    @Option(names = "--force", description = "write the model even if held-out grades get no better")
    private boolean force;

    @Override
    public ExitCode run() throws IOException {
        String folder = corpora.only();
        Storage.open(
                PipelineOptionsFactory.create(),
                Stream.concat(Stream.of(folder, taxonomy, model), labels.stream())
                        .filter(place -> !place.isEmpty())
                        .toList());
        if (output.isBlank()) {
            throw RunFailure.usage("--output is missing: name the model to write");
        }
        try (NewFile file = NewFile.create("--output", output)) {
            return train(folder, file);
        }
    }

    private ExitCode train(String folder, NewFile file) throws IOException {
        FinishedCorpus corpus = FinishedCorpus.open("--corpus", new Layout(Location.absolute(folder)));
        corpus.checkSchema("--corpus");
        if (!corpus.text().equals("full")) {
            throw RunFailure.usage("--corpus=" + folder + ": was built with --text=" + corpus.text()
                    + ", but labels are learned from full texts; give a corpus built with --text=full");
        }
        OwnTaxonomy own = TaxonomyFolder.taxonomy(taxonomy);
        EncoderFiles files = LabelRules.encoder(encoder);
        OwnModel before = ModelFile.model(model, files);
        ModelFile.otherTaxonomy(before, own).ifPresent(System.err::println);
        if (!corpus.taxonomy().equals(own.version())) {
            System.err.printf(
                    "--corpus: its topics are those of taxonomy %s; the model is trained for %s; give the --taxonomy that you will"
                            + " use it with%n",
                    corpus.taxonomy(), own.version());
        }
        CorrectionList corrections =
                CorrectionList.of("--labels", labels, corpus, Taxonomy.of(own).topics());
        if (!files.isGiven()) {
            return train(corpus, corrections, new TopicClassifier(TopicFinder.of(own)), own, before, file);
        }
        try (OnnxEncoder opened = OnnxEncoder.open(files)) {
            TopicClassifier classifier = TopicClassifier.with(opened, TopicFinder.of(own));
            return train(corpus, corrections, classifier, own, before, file);
        }
    }

    private ExitCode train(
            FinishedCorpus corpus,
            CorrectionList corrections,
            TopicClassifier classifier,
            OwnTaxonomy own,
            OwnModel before,
            NewFile file)
            throws IOException {
        TopicUpdate update = before.update();
        DecidedArticles articles = DecidedArticles.of(corpus, corrections, classifier.with(before), update);
        System.out.print(articles.summary());
        if (articles.graded() < LEAST) {
            throw RunFailure.usage(String.format(
                    "--labels: %,d decisions on topics that the model grades; give at least %d; lintas review makes pages to decide on",
                    articles.graded(), LEAST));
        }
        var training = new UpdateTraining(articles.examples(), articles.undecided());
        List<HeldOut> heldOut = training.heldOut();
        SortedMap<String, Double> strengths = training.strengths();
        System.out.print(TrainingTables.of(heldOut, strengths));
        GradeScore now = UpdateTraining.score(heldOut, HeldOut::before);
        GradeScore then = UpdateTraining.score(heldOut, HeldOut::after);
        Optional<String> refusal = refusal(now, then, strengths.isEmpty());
        if (refusal.isPresent() && !force) {
            System.err.println(
                    "lintas: " + refusal.get() + "; nothing is written: decide on more articles, or give --force");
            return ExitCode.EXPECTATION_FAILED;
        }
        refusal.ifPresent(text -> System.err.println("lintas: " + text + "; written all the same (--force)"));
        var learnedUpdate =
                new TopicUpdate(classifier.base(), own.version(), training.fit(update.topics()), articles.ids(update));
        byte[] bytes = learnedUpdate.file();
        try (OutputStream out = file.open()) {
            out.write(bytes);
        }
        System.out.printf(
                Locale.ROOT,
                "model in %s, %,d KiB, SHA-256 %s%n",
                file.finish(),
                (bytes.length + 1023) >> 10,
                Sha256.hex(bytes));
        return ExitCode.OK;
    }

    private static Optional<String> refusal(GradeScore before, GradeScore after, boolean isNothingLearned) {
        if (isNothingLearned) {
            return Optional.of("held-out decisions become likelier on no topic, by more than chance");
        }
        return after.isWorseThan(before)
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "held-out grades get worse: %,d of %,d right before, %,d after; F1 of main %.3f before, %.3f after",
                        before.right(),
                        before.decisions(),
                        after.right(),
                        before.mainF1(),
                        after.mainF1()))
                : Optional.empty();
    }
}
