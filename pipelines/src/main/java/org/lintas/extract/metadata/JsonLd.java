package org.lintas.extract.metadata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.parser.Parser;

/**
 * The description of an article in JSON-LD (schema.org {@code Article} and its subtypes). Tolerates common errors: comments,
 * CDATA, entities, trailing commas; of a script that is not JSON, the plain properties are read.
 */
public final class JsonLd {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();

    private static final String[] ARTICLES = {"Article", "BlogPosting", "LiveBlogPosting", "Report", "ClaimReview"};

    private static final int MAX_NODES = 2_000;
    private static final int MAX_WRAPPING = 40;
    private static final int MAX_AUTHORS = 20;

    /** A comment or CDATA section around the script, and a semicolon after it. */
    private static final Pattern OPENING =
            Pattern.compile("^(?:(?://|/\\*)?\\s{0,9}(?:<!--|<!\\[CDATA\\[)\\s{0,9}(?:\\*/)?)");

    private static final Pattern ENDING =
            Pattern.compile("(?:(?://|/\\*)?\\s{0,9}(?:-->|\\]\\]>)\\s{0,9}(?:\\*/)?|;)$");

    private static final Pattern ARTICLE_TYPE =
            Pattern.compile("\"@type\"\\s{0,9}:\\s{0,9}\\[?\\s{0,9}\"[^\"]{0,60}(?:Article|Posting)\"");

    /** A property with a text on the same line; quotes within it are not escaped, or the script would have been parsed. */
    private static final Pattern PROPERTY = Pattern.compile(
            "\"(headline|datePublished|dateModified|articleSection|inLanguage)\"\\s{0,9}:\\s{0,9}\"([^\\n]{1,400}?)\"\\s{0,9}[,}\\n]");

    private final JsonNode article;
    private final Map<String, JsonNode> named;
    private final Optional<JsonNode> breadcrumbs;
    private final boolean collection;

    private JsonLd(JsonNode article, Map<String, JsonNode> named, Optional<JsonNode> breadcrumbs, boolean collection) {
        this.article = article;
        this.named = named;
        this.breadcrumbs = breadcrumbs;
        this.collection = collection;
    }

    /** The article that the scripts of a page describe; one without any property if they describe none. */
    static JsonLd of(List<String> scripts) {
        var queue = new ArrayDeque<JsonNode>();
        scripts.forEach(script -> queue.add(read(script)));
        JsonNode article = null;
        JsonNode webPage = null;
        JsonNode breadcrumbs = null;
        boolean collection = false;
        var named = new HashMap<String, JsonNode>();
        int seen = 0;
        while (!queue.isEmpty() && seen++ < MAX_NODES) {
            JsonNode node = queue.remove();
            if (node.has("name") && node.has("@id")) {
                named.putIfAbsent(node.path("@id").asText(), node);
            }
            if (article == null && isType(node, ARTICLES)) {
                article = node;
            } else if (webPage == null && isType(node, "WebPage")) {
                webPage = node;
            }
            collection |= isType(node, "CollectionPage", "SearchResultsPage", "ProfilePage");
            if (breadcrumbs == null && isType(node, "BreadcrumbList")) {
                breadcrumbs = node;
            }
            if (node.isArray()) {
                node.forEach(queue::add);
            } else if (node.isObject()) {
                Stream.of("@graph", "mainEntity", "mainEntityOfPage", "breadcrumb")
                        .map(node::path)
                        .forEach(queue::add);
            }
        }
        JsonNode described = Stream.of(article, webPage)
                .filter(node -> node != null)
                .findFirst()
                .orElseGet(JSON::createObjectNode);
        return new JsonLd(described, named, Optional.ofNullable(breadcrumbs), collection);
    }

    private static boolean isType(JsonNode node, String... suffixes) {
        JsonNode type = node.path("@type");
        String name = type.isArray() ? type.path(0).asText() : type.asText();
        return Stream.of(suffixes).anyMatch(name::endsWith);
    }

    private static JsonNode read(String script) {
        String bare = script.strip();
        int tail = Math.max(0, bare.length() - MAX_WRAPPING);
        bare = bare.substring(0, tail) + ENDING.matcher(bare.substring(tail)).replaceFirst("");
        bare = OPENING.matcher(bare).replaceFirst("").strip();
        try {
            return JSON.readTree(bare.startsWith("{&quot;") || bare.startsWith("[{&quot;") ? decoded(bare) : bare);
        } catch (JsonProcessingException e) {
            return salvaged(bare);
        }
    }

    /** The plain properties of an article in a script that is broken. */
    private static JsonNode salvaged(String script) {
        ObjectNode article = JSON.createObjectNode();
        if (ARTICLE_TYPE.matcher(script).find()) {
            article.put("@type", "Article");
            Matcher property = PROPERTY.matcher(script);
            while (property.find()) {
                if (!article.has(property.group(1))) {
                    article.put(
                            property.group(1),
                            property.group(2).replace("\\\"", "\"").replace("\\/", "/"));
                }
            }
        }
        return article;
    }

    /** Whether it describes an article, and no page that lists several. */
    boolean isArticle() {
        return !collection && isType(article, ARTICLES);
    }

    /** Whether it describes a page that lists articles. */
    boolean isCollection() {
        return collection;
    }

    /** The text of the article; entities decoded. */
    public Optional<String> body() {
        JsonNode node = article.path("articleBody");
        return whole(node.isArray() ? node.path(0) : node);
    }

    /** A property as text: of an object its name, of a list the first; entities decoded, cut as all values of a page are. */
    Optional<String> text(String property) {
        JsonNode node = article.path(property);
        return name(node.isArray() ? node.path(0) : node);
    }

    /** A property as texts, of all in a list; an organisation is left out where only persons are wanted. */
    List<String> names(String property, boolean personsOnly) {
        var names = new ArrayList<String>();
        var queue = new ArrayDeque<JsonNode>(List.of(article.path(property)));
        while (!queue.isEmpty() && names.size() < MAX_AUTHORS) {
            JsonNode node = queue.remove();
            if (node.isArray()) {
                node.forEach(item -> {
                    if (queue.size() < MAX_AUTHORS) {
                        queue.add(item);
                    }
                });
            } else if (!personsOnly || !isType(node, "Organization")) {
                name(node).ifPresent(names::add);
            }
        }
        return names;
    }

    /** Names of the breadcrumbs in their order. */
    List<String> breadcrumbs() {
        var names = new ArrayList<String>();
        breadcrumbs.ifPresent(list -> {
            for (JsonNode element : list.path("itemListElement")) {
                if (names.size() < MAX_AUTHORS) {
                    name(element).or(() -> name(element.path("item"))).ifPresent(names::add);
                }
            }
        });
        return names;
    }

    private Optional<String> name(JsonNode node) {
        return whole(node).map(PageHead::cut);
    }

    private Optional<String> whole(JsonNode node) {
        JsonNode text = node;
        if (node.isObject()) {
            text = node.has("name")
                    ? node.path("name")
                    : named.getOrDefault(node.path("@id").asText(), node).path("name");
            text = text.isArray() ? text.path(0) : text;
        }
        return text.isTextual() && !text.asText().isBlank() ? Optional.of(decoded(text.asText())) : Optional.empty();
    }

    /** Without entities; many outlets escape twice. */
    private static String decoded(String text) {
        String once = text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false);
        return once.indexOf('&') < 0 ? once : Parser.unescapeEntities(once, false);
    }
}
