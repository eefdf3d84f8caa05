package org.lintas.text;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What is made once for each language, when it is first needed, and shared by all threads: dictionaries take longer to make than to search.
 *
 * @param <T> what is made, safe for use by several threads
 */
public final class PerLanguage<T> {

    private final Function<Language, T> maker;
    private final Map<Language, T> made = new ConcurrentHashMap<>();

    public PerLanguage(Function<Language, T> maker) {
        this.maker = maker;
    }

    /** What was made for a language. */
    public T get(Language language) {
        T known = made.get(language);
        return known == null ? made.computeIfAbsent(language, maker) : known;
    }
}
