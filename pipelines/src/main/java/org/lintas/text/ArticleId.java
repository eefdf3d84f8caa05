package org.lintas.text;

import java.util.Objects;

/** Computes the key of an article. */
public final class ArticleId {

    private static final int DIGITS = 32;

    private ArticleId() {}

    /**
     * 128 bits in hexadecimal: the same record has the same id in every run.
     *
     * @param url URL, or null if unknown
     * @param contentDigest of title and text
     */
    public static String of(String recordId, String url, String contentDigest) {
        return Sha256.hex(recordId + "\n" + Objects.requireNonNullElse(url, "") + "\n" + contentDigest)
                .substring(0, DIGITS);
    }
}
