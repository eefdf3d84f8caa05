package org.lintas.topic;

import org.lintas.text.Printable;

/**
 * What is wrong with a file of a taxonomy, or worth a look.
 *
 * @param file its name
 * @param line from 1; 0 for the folder as a whole
 * @param what what is wrong, and what to do
 */
public record TaxonomyProblem(String file, int line, String what) {

    /** {@code FILE:LINE: what}. */
    @Override
    public String toString() {
        return line == 0 ? what : Printable.of(file) + ":" + line + ": " + what;
    }
}
