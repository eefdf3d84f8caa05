package org.lintas.entity;

import java.util.Optional;
import org.lintas.text.Language;

/**
 * A name of an entity.
 *
 * @param entity whose name it is
 * @param language in whose articles it is looked for; none for all
 * @param name in the syntax of the word tables, without a mark
 * @param use what it takes to count
 */
record Alias(Entity entity, Optional<Language> language, String name, Use use) {

    /** What an occurrence of a name takes to count. */
    enum Use {
        /** Counts wherever it stands. */
        ALONE,
        /** Counts with a term of a topic, a country or another entity near it. */
        IN_COMPANY,
        /** Counts in an article that has a longer name of the same entity. */
        AFTER_FULL_NAME,
        /** Is something else that contains a name. */
        EXCLUSION
    }

    /** A name as tables have it, with its mark. */
    static Alias parse(Entity entity, Optional<Language> language, String marked) {
        Use use = switch (marked.isEmpty() ? ' ' : marked.charAt(0)) {
            case '~' -> Use.IN_COMPANY;
            case '=' -> Use.AFTER_FULL_NAME;
            case '!' -> Use.EXCLUSION;
            default -> Use.ALONE;
        };
        return new Alias(entity, language, use == Use.ALONE ? marked : marked.substring(1), use);
    }

    boolean isIn(Language of) {
        return language.isEmpty() || language.get() == of;
    }
}
