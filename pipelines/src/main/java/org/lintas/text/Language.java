package org.lintas.text;

import java.util.Optional;
import java.util.stream.Stream;

/** The supported languages, with their script and the home country of their press. */
public enum Language {
    INDONESIAN("id", Script.LATIN, "ID"),
    MALAY("ms", Script.LATIN, "MY"),
    THAI("th", Script.THAI, "TH"),
    VIETNAMESE("vi", Script.LATIN, "VN"),
    TAGALOG("tl", Script.LATIN, "PH"),
    KHMER("km", Script.KHMER, "KH"),
    LAO("lo", Script.LAO, "LA"),
    BURMESE("my", Script.MYANMAR, "MM"),
    ENGLISH("en", Script.LATIN, ""),
    CHINESE("zh", Script.HAN, "CN"),
    TAMIL("ta", Script.TAMIL, "");

    private final String code;
    private final Script script;
    private final String home;

    Language(String code, Script script, String home) {
        this.code = code;
        this.script = script;
        this.home = home;
    }

    /** BCP 47 code. */
    public String code() {
        return code;
    }

    public Script script() {
        return script;
    }

    /** ISO 3166-1 alpha-2 code of the country whose press writes in the language; empty for English and Tamil. */
    public Optional<String> home() {
        return home.isEmpty() ? Optional.empty() : Optional.of(home);
    }

    /** The language of a BCP 47 code, if it is supported. */
    public static Optional<Language> of(String code) {
        return Stream.of(values())
                .filter(language -> language.code.equals(code))
                .findFirst();
    }
}
