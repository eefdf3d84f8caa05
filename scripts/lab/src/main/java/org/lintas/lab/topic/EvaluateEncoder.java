package org.lintas.lab.topic;

import java.io.IOException;
import java.nio.file.Path;
import org.lintas.topic.EncoderCheck;
import org.lintas.topic.TopicClassifier;
import org.lintas.topic.encoder.EncoderFiles;
import org.lintas.topic.encoder.OnnxEncoder;

/**
 * Scores topics with a sentence encoder in place of the token vectors, as {@link EvaluateTopics} does without one.
 *
 * <p>Usage: {@code EvaluateEncoder WRITTEN ENCODER ARTICLES LABELS}: folders as {@link LabelledArticle} reads them, and the graph of the encoder
 * with {@code tokenizer.json} beside it.
 */
public final class EvaluateEncoder {

    private EvaluateEncoder() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 4) {
            throw new IllegalArgumentException("usage: EvaluateEncoder WRITTEN ENCODER ARTICLES LABELS");
        }
        EncoderFiles files = EncoderFiles.of(args[1]);
        EncoderCheck.check(files);
        try (OnnxEncoder encoder = OnnxEncoder.open(files)) {
            TopicClassifier classifier = TopicClassifier.with(encoder);
            var evaluation = new TopicEvaluation(() -> classifier);
            var tables = new TopicTables();
            for (LabelledArticle article : LabelledArticle.read(Path.of(args[2]), Path.of(args[3]))) {
                tables.add(article, evaluation.judge(article));
            }
            tables.print();
            EvaluateTopics.written(evaluation, LabelledArticle.readWritten(Path.of(args[0])));
            evaluation.printChecks();
        }
    }
}
