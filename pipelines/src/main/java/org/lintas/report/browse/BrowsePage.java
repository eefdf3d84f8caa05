package org.lintas.report.browse;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lintas.report.review.ReviewPage;
import org.lintas.text.Sha256;

/**
 * The page: one file, with the script and the style that its policy lets run, and what can be chosen as data.
 *
 * @param policy its content security policy
 */
record BrowsePage(String html, String policy) {

    private static final Pattern PART = Pattern.compile("\\{(style|data|script)}");

    static BrowsePage of(Choices choices) throws IOException {
        String style = "\n" + shared("/org/lintas/report/letters.css") + "\n" + shared("reading.css") + "\n"
                + own("browse.css");
        String script = "\n" + shared("article.js") + "\n" + own("browse.js");
        // It stands in an element of HTML, which it neither ends nor begins.
        String data = new ObjectMapper().writeValueAsString(choices).replace("<", "\\u003c");
        String html = PART.matcher(own("browse.html"))
                .replaceAll(part -> Matcher.quoteReplacement(
                        switch (part.group(1)) {
                            case "style" -> style;
                            case "data" -> data;
                            default -> script;
                        }));
        return new BrowsePage(html, policy(style, script));
    }

    /** <a href="https://www.w3.org/TR/CSP3/">Content Security Policy Level 3</a>. */
    private static String policy(String style, String script) {
        return "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; connect-src 'self'; style-src "
                + hash(style) + "; script-src " + hash(script);
    }

    private static String hash(String content) {
        byte[] digest = Sha256.digest().digest(content.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }

    private static String own(String file) throws IOException {
        return resource(BrowsePage.class, file);
    }

    /** What pages have in common on which articles are read. */
    private static String shared(String file) throws IOException {
        return resource(ReviewPage.class, file);
    }

    private static String resource(Class<?> beside, String file) throws IOException {
        try (InputStream in = beside.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
