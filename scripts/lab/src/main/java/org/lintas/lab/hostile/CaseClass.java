package org.lintas.lab.hostile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** A class of hostile input: writes cases of one kind, the same ones for the same seed. */
interface CaseClass {

    /** Its name on the command line and in the table. */
    String name();

    /**
     * Writes cases.
     *
     * @param folder an empty folder, which a build then reads
     * @param sound makes the articles that a build must find among them
     * @return how many cases there are
     */
    int write(Path folder, SoundArticles sound, Random random) throws IOException;

    /** Flags of the build, beside those of all. */
    default List<String> flags() {
        return List.of();
    }
}
