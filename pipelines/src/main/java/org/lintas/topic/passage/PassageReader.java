package org.lintas.topic.passage;

/**
 * Reads what passages say about topics: their vectors, and the model that knows these vectors. For use by one thread.
 *
 * @param encoder gives vectors of the length that the model expects
 */
public record PassageReader(PassageEncoder encoder, PassageModel model) {

    public PassageReader {
        if (encoder.dimensions() != model.dimensions()) {
            throw new IllegalArgumentException("the encoder gives vectors of " + encoder.dimensions()
                    + " dimensions, the model expects " + model.dimensions());
        }
    }

    /** The token vectors for topics and the model that are shipped. */
    public static PassageReader shipped() {
        return new PassageReader(TokenVectors.forTopics(), PassageModel.load());
    }
}
