package org.lintas.topic.passage;

/** Gives a passage a vector that points where its meaning does: passages that mean the same have similar vectors. For use by one thread. */
public interface PassageEncoder {

    /** Length of the vectors. */
    int dimensions();

    /** The vector of a passage; zero where nothing is known of it. Those of several passages may be added. */
    float[] encode(String passage);
}
