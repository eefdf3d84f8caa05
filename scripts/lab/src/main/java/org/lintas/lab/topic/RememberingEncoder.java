package org.lintas.lab.topic;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.lintas.topic.passage.PassageEncoder;

/** Encodes each passage once, since training asks for the passages of every article in each fold. For any threads that its encoder is for. */
final class RememberingEncoder implements PassageEncoder {

    private final PassageEncoder encoder;
    private final Map<String, float[]> vectors = new ConcurrentHashMap<>();

    RememberingEncoder(PassageEncoder encoder) {
        this.encoder = encoder;
    }

    @Override
    public int dimensions() {
        return encoder.dimensions();
    }

    @Override
    public float[] encode(String passage) {
        return vectors.computeIfAbsent(passage, encoder::encode);
    }
}
