package org.lintas.report.review;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lintas.corpus.sql.CorpusDatabase;
import org.lintas.report.Format;
import org.lintas.report.data.RunFacts;
import org.lintas.report.html.Text;
import org.lintas.text.Sha256;

/**
 * The page on which a reader corrects labels: one file that loads nothing. Its content security policy lets only its own script and style run; the
 * articles are data beside them.
 */
public final class ReviewPage {

    private static final Pattern PART = Pattern.compile("\\{(policy|title|style|data|script)}");
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Topic(String id, String name, String definition) {}

    private ReviewPage() {}

    /**
     * Writes the page of a sample of a corpus; gives the number of its articles, which may be smaller than that asked for. Articles are read and
     * written one at a time.
     */
    public static int write(Path corpus, CorpusDatabase database, ReviewSample sample, Writer out)
            throws SQLException, IOException {
        sample.choose(database);
        String name = String.valueOf(corpus.getFileName());
        String style = "\n" + resource("/org/lintas/report/letters.css") + "\n" + resource("reading.css") + "\n"
                + resource("review.css");
        String script = "\n" + resource("article.js") + "\n" + resource("decisions.js") + "\n" + resource("review.js");
        String page = resource("review.html");
        int articles = 0;
        int done = 0;
        Matcher part = PART.matcher(page);
        while (part.find()) {
            out.write(page.substring(done, part.start()));
            done = part.end();
            switch (part.group(1)) {
                case "policy" -> out.write(policy(style, script));
                case "title" -> out.write(escaped("Review of " + name));
                case "style" -> out.write(style);
                case "script" -> out.write(script);
                default -> articles = writeData(corpus, name, database, out);
            }
        }
        out.write(page.substring(done));
        return articles;
    }

    private static int writeData(Path corpus, String name, CorpusDatabase database, Writer out)
            throws SQLException, IOException {
        var about = new LinkedHashMap<String, Object>();
        about.put("corpus", name);
        about.put("run", RunFacts.of(corpus).runId());
        about.put(
                "topics",
                database.query(
                        "SELECT topic, name, definition FROM taxonomy ORDER BY name, topic",
                        row -> new Topic(row.getString(1), row.getString(2), row.getString(3))));
        about.put(
                "languages",
                names(
                        database,
                        "SELECT DISTINCT language FROM articles JOIN chosen USING (article_id)",
                        Format::language));
        about.put(
                "countries",
                names(
                        database,
                        "SELECT DISTINCT country FROM article_countries JOIN chosen USING (article_id)",
                        Format::country));
        String start = JSON.writeValueAsString(about);
        out.write(inScript(start.substring(0, start.length() - 1)));
        out.write(",\"articles\":");
        int articles = ReviewArticles.write(database, out);
        out.write("}");
        return articles;
    }

    private static Map<String, String> names(CorpusDatabase database, String codes, UnaryOperator<String> name)
            throws SQLException {
        var names = new LinkedHashMap<String, String>();
        for (String code : database.query(codes + " ORDER BY 1", row -> row.getString(1))) {
            names.put(code, name.apply(code));
        }
        return names;
    }

    /** JSON that may stand in an element of HTML: it neither ends it nor begins another one. */
    static String inScript(String json) {
        return json.replace("<", "\\u003c");
    }

    /** <a href="https://www.w3.org/TR/CSP3/">Content Security Policy Level 3</a>. */
    private static String policy(String style, String script) {
        return "default-src 'none'; base-uri 'none'; form-action 'none'; style-src " + hash(style) + "; script-src "
                + hash(script);
    }

    private static String hash(String content) {
        byte[] digest = Sha256.digest().digest(content.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }

    private static String escaped(String text) {
        var out = new StringBuilder();
        new Text(text).write(out);
        return out.toString();
    }

    private static String resource(String file) throws IOException {
        try (InputStream in = ReviewPage.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
