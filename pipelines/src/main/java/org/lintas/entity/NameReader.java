package org.lintas.entity;

import java.util.Optional;

/** Reads the name of a person that begins where a title ends. */
interface NameReader {

    /**
     * The name after a title.
     *
     * @param cue the title
     * @return nothing if what follows is no name, or its end is not certain
     */
    Optional<Span> after(String text, NameWords.Cue cue);

    /** The name that ends where a word behind a name begins. */
    default Optional<Span> before(String text, NameWords.Cue cue) {
        return Optional.empty();
    }
}
