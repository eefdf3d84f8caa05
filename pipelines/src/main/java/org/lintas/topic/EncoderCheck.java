package org.lintas.topic;

import java.io.IOException;
import java.util.List;
import org.lintas.topic.encoder.EncoderFiles;
import org.lintas.topic.encoder.OnnxEncoder;

/** Tells before a run whether an encoder can be used: vectors that the model does not know would give labels by chance. */
public final class EncoderCheck {

    /** A plain sentence about a topic: it must say more about it than {@link #OTHER}. */
    private record Probe(String topic, String sentence) {}

    private static final List<Probe> PROBES = List.of(
            new Probe("drug_trafficking", "Police seized 40 kilograms of heroin hidden in a lorry."),
            new Probe(
                    "wildlife_trafficking",
                    "Customs officers found elephant ivory and pangolin scales in a container."),
            new Probe("maritime_piracy", "Pirates boarded a tanker in the strait and took the crew hostage."));

    private static final String OTHER = "The football team won the final after extra time.";

    private EncoderCheck() {}

    /**
     * Opens the encoder and asks what it makes of a few sentences.
     *
     * @throws IOException saying why it cannot be used and what to do
     */
    public static void check(EncoderFiles files) throws IOException {
        try (OnnxEncoder encoder = OnnxEncoder.open(files)) {
            TopicClassifier classifier = TopicClassifier.with(encoder);
            List<String> topics = Taxonomy.builtIn().topics();
            float[] other = classifier.logOdds(OTHER);
            if (other.length != topics.size()) {
                throw new IOException("passage.model knows " + other.length + " topics, not " + topics.size()
                        + ": train it again with TrainTopicModel");
            }
            for (Probe probe : PROBES) {
                int topic = topics.indexOf(probe.topic);
                if (!(classifier.logOdds(probe.sentence)[topic] > other[topic])) {
                    throw new IOException("'" + probe.sentence + "' is not about " + probe.topic
                            + " by its vector: use the encoder that passage.model was trained with");
                }
            }
        } catch (NoClassDefFoundError e) {
            throw new IOException("ONNX Runtime is not on the class path: run scripts/lintas, which adds it", e);
        } catch (UnsatisfiedLinkError e) {
            throw new IOException("ONNX Runtime does not load on this machine (" + e.getMessage() + ")", e);
        } catch (IllegalStateException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /**
     * Checks that a user's own model was trained with the models that it is laid over.
     *
     * @param files those of the encoder, if one is used
     * @throws IOException saying that it was not
     */
    public static void check(EncoderFiles files, OwnModel model) throws IOException {
        if (files.isGiven()) {
            try (OnnxEncoder encoder = OnnxEncoder.open(files)) {
                TopicClassifier.with(encoder).with(model);
            }
        } else {
            new TopicClassifier().with(model);
        }
    }
}
