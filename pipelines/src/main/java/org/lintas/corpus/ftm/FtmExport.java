package org.lintas.corpus.ftm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lintas.corpus.sql.CorpusDatabase;
import org.lintas.entity.Entity;
import org.lintas.entity.SeedEntities;
import org.lintas.schemas.EntityKind;

/**
 * Writes the entities of a corpus, the articles that name them and the mentions between the two as FollowTheMoney, a JSON object a line. Names
 * that are found are mentions only: nobody knows whose they are. Texts are left out, and nothing says that anybody is guilty of anything.
 */
public final class FtmExport {

    /** How many spellings of a name an entity has at most. */
    private static final int MAX_ALIASES = 100;

    private static final String ENTITIES = """
            SELECT entity_id, min(kind::VARCHAR) AS kind, min(normalised_name) AS name,
                   list_slice(list_sort(list(DISTINCT name)), 1, %d) AS names
            FROM article_entities WHERE entity_id IS NOT NULL GROUP BY entity_id ORDER BY entity_id
            """.formatted(MAX_ALIASES);

    private static final String ARTICLES = """
            SELECT article_id, title, url, source, language, countries,
                   strftime(published_at, '%Y-%m-%dT%H:%M:%S') AS published
            FROM articles SEMI JOIN article_entities USING (article_id) ORDER BY article_id
            """;

    private static final String MENTIONS = """
            SELECT article_id, entity_id, kind::VARCHAR AS kind, normalised_name, list_sort(list(DISTINCT name)) AS names
            FROM article_entities GROUP BY ALL ORDER BY article_id, entity_id NULLS LAST, kind, normalised_name
            """;

    private final Writer out;
    private long lines;

    private FtmExport(Writer out) {
        this.out = out;
    }

    /**
     * Writes the lines of a corpus.
     *
     * @return how many
     * @throws SQLException if the corpus cannot be read
     * @throws IOException if they cannot be written
     */
    public static long write(CorpusDatabase database, Writer out) throws SQLException, IOException {
        var export = new FtmExport(out);
        try {
            database.each(ENTITIES, export::entity);
            database.each(ARTICLES, export::article);
            database.each(MENTIONS, export::mention);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return export.lines;
    }

    private void entity(ResultSet row) throws SQLException {
        String id = row.getString("entity_id");
        String name = row.getString("name");
        List<String> aliases = new ArrayList<>(texts(row, "names"));
        aliases.remove(name);
        Optional<Entity> seed = SeedEntities.of(id);
        put(new FtmEntity(FtmEntity.id("entity", id), schema(row.getString("kind")))
                .with("name", name)
                .with("alias", aliases)
                .with("country", lower(seed.map(Entity::countries).orElse(List.of())))
                .with("wikidataId", seed.map(Entity::wikidata).orElse("")));
    }

    private void article(ResultSet row) throws SQLException {
        String id = row.getString("article_id");
        put(new FtmEntity(FtmEntity.id("article", id), "Article")
                .with("fileName", id)
                .with("title", row.getString("title"))
                .with("sourceUrl", row.getString("url"))
                .with("publisher", row.getString("source"))
                .with("language", FtmEntity.language(row.getString("language")))
                .with("country", lower(texts(row, "countries")))
                .with("publishedAt", row.getString("published")));
    }

    private void mention(ResultSet row) throws SQLException {
        String article = row.getString("article_id");
        String entity = row.getString("entity_id");
        String kind = row.getString("kind");
        String key = String.join("\t", article, String.valueOf(entity), kind, row.getString("normalised_name"));
        String document = FtmEntity.id("article", article);
        boolean isLegal = isLegalEntity(kind);
        var mention = new FtmEntity(FtmEntity.id("mention", key), "Mention")
                .with("document", document)
                .with("name", texts(row, "names"))
                .with("detectedSchema", schema(kind));
        if (entity == null) {
            put(mention);
        } else if (isLegal) {
            put(mention.with("resolved", FtmEntity.id("entity", entity)));
        } else {
            // A mention resolves to persons and organisations only; other things are tied to the article by a
            // documentation.
            put(mention);
            put(new FtmEntity(FtmEntity.id("documentation", key), "Documentation")
                    .with("document", document)
                    .with("entity", FtmEntity.id("entity", entity))
                    .with("role", "mentioned"));
        }
    }

    private void put(FtmEntity entity) {
        try {
            out.write(entity.json());
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lines++;
    }

    private static String schema(String kind) {
        return switch (EntityKind.valueOf(kind)) {
            case person -> "Person";
            case organisation, group -> "Organization";
            case company -> "Company";
            case vessel -> "Vessel";
            case compound -> "RealEstate";
            case operation -> "Event";
        };
    }

    private static boolean isLegalEntity(String kind) {
        return switch (EntityKind.valueOf(kind)) {
            case person, organisation, group, company -> true;
            case vessel, compound, operation -> false;
        };
    }

    private static List<String> lower(List<String> countries) {
        return countries.stream().map(code -> code.toLowerCase(Locale.ROOT)).toList();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        var texts = new ArrayList<String>();
        if (array != null) {
            for (Object value : (Object[]) array.getArray()) {
                texts.add(String.valueOf(value));
            }
        }
        return texts;
    }
}
