package org.lintas.lab.topic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lintas.topic.encoder.EncoderFiles;
import org.lintas.topic.encoder.OnnxEncoder;
import org.lintas.topic.passage.PassageVectors;

/**
 * Trains the model that knows what the vectors of a sentence encoder say about topics. The same labels and texts give the same bytes on
 * machines of one kind.
 *
 * <p>Usage: {@code TrainEncoderModel ARTICLES LABELS[,LABELS] WRITTEN ENCODER MODEL}, folders as {@link LabelledArticle} reads them, the graph of
 * the encoder with {@code tokenizer.json} beside it, and the file to write: {@code passage.model} beside the graph, or {@code encoder.model} of
 * the product for the encoder that it is shipped for. Takes about a quarter of an hour for an encoder of 13 milliseconds a passage.
 */
public final class TrainEncoderModel {

    private TrainEncoderModel() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 5) {
            throw new IllegalArgumentException(
                    "usage: TrainEncoderModel ARTICLES LABELS[,LABELS] WRITTEN ENCODER MODEL");
        }
        var articles = new ArrayList<LabelledArticle>();
        for (String labels : args[1].split(",")) {
            articles.addAll(LabelledArticle.read(Path.of(args[0]), Path.of(labels)));
        }
        articles.addAll(LabelledArticle.readWritten(Path.of(args[2])));
        try (OnnxEncoder encoder = OnnxEncoder.open(EncoderFiles.of(args[3]));
                var out = Files.newOutputStream(Path.of(args[4]))) {
            List<PassageVectors> vectors = articles.stream()
                    .map(article -> PassageVectors.of(encoder, article.language(), article.title(), article.text()))
                    .toList();
            PassageTraining.fit(articles, vectors).write(out);
        }
    }
}
