package org.lintas.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The stylesheet of a page: files of the project, and the only unescaped content. */
public final class Stylesheet implements Node {

    private final String css;

    private Stylesheet(String css) {
        this.css = css;
    }

    /** Reads resource files next to a class, which follow each other. */
    public static Stylesheet of(Class<?> beside, String... files) {
        var css = new StringBuilder();
        for (String file : files) {
            try (InputStream in = beside.getResourceAsStream(file)) {
                css.append('\n').append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Stylesheet(css.toString());
    }

    /**
     * A content security policy under which a page can load and run nothing, and uses only this stylesheet.
     *
     * <p><a href="https://www.w3.org/TR/CSP3/">Content Security Policy Level 3</a>
     */
    public String policy() {
        return "default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-" + digest() + "'";
    }

    private String digest() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void write(StringBuilder out) {
        out.append("<style>").append(css).append("</style>");
    }
}
