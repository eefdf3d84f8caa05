package org.lintas.corpus.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;
import org.lintas.dataset.Layout;
import org.lintas.dataset.Manifest;
import org.lintas.schemas.Dataset;

/**
 * Describes a corpus for catalogues, in Croissant 1.1 (MLCommons; JSON-LD over schema.org): every part file with its digest, every dataset as
 * a record set, every column as a field.
 */
final class Croissant {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** The name used by the reference implementation, mlcroissant; the registered name is application/vnd.apache.parquet. */
    private static final String PARQUET = "application/x-parquet";

    private static final String PAGES = "pages";

    private final Manifest manifest;

    private Croissant(Manifest manifest) {
        this.manifest = manifest;
    }

    /**
     * The description of a corpus.
     */
    static String json(Manifest manifest) {
        return new Croissant(manifest).describe().toPrettyString() + "\n";
    }

    private ObjectNode describe() {
        String finished = manifest.timings().finished();
        String runId = manifest.runId();
        ObjectNode root = JSON.createObjectNode();
        root.set("@context", context());
        root.put("@type", "sc:Dataset");
        root.put("conformsTo", "http://mlcommons.org/croissant/1.1");
        root.put("name", "lintas-corpus");
        root.put(
                "description",
                "Southeast Asian news, deduplicated and labelled with topics of transnational crime and countries. Topics say what"
                        + " an article is about, never that anybody is guilty. README.md holds the dataset card."
                        + OwnLabels.sentence(manifest).map(text -> " " + text).orElse(""));
        root.put("url", "urn:uuid:" + runId);
        root.put("version", version());
        root.put("datePublished", finished);
        root.put("dateCreated", finished);
        root.put("citeAs", Citation.bibtex(runId, finished));
        root.putObject("creator").put("@type", "sc:Organization").put("name", "Lintas");
        root.putObject("license")
                .put("@type", "sc:CreativeWork")
                .put("name", "The texts belong to their publishers; see the section on licence and care of README.md");
        root.put("isLiveDataset", false);
        ArrayNode keywords = root.putArray("keywords");
        List.of("news", "Southeast Asia", "transnational crime", "topic classification")
                .forEach(keywords::add);
        ArrayNode languages = root.putArray("inLanguage");
        new TreeSet<>(manifest.articlesByLanguage().keySet()).forEach(languages::add);
        distribution(root.putArray("distribution"));
        ArrayNode recordSets = root.putArray("recordSet");
        for (Dataset dataset : Dataset.values()) {
            recordSet(dataset, recordSets.addObject());
        }
        return root;
    }

    /** {@code MAJOR.MINOR.PATCH}, as the specification recommends. */
    private String version() {
        return manifest.versions().getOrDefault("lintas.version", "0.0.0").replaceFirst("-.*", "");
    }

    /** The context from appendix 1 of the specification, and the keys that the reference implementation asks for beside them. */
    private static JsonNode context() {
        try (InputStream in = Croissant.class.getResourceAsStream("croissant_context.json")) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Patterns of files are relative to the folder of this description, as nothing contains them. */
    private void distribution(ArrayNode distribution) {
        for (Dataset dataset : Dataset.values()) {
            ObjectNode set = distribution
                    .addObject()
                    .put("@type", "cr:FileSet")
                    .put("@id", files(dataset))
                    .put("name", files(dataset))
                    .put("description", "Part files of " + dataset.folder() + ".");
            set.put("encodingFormat", PARQUET);
            set.put("includes", dataset.folder() + (dataset.partition().isPresent() ? "/*/*.parquet" : "/*.parquet"));
        }
        // No digests: the pages are written after this file, and again by the command for reports.
        ObjectNode pages = distribution
                .addObject()
                .put("@type", "cr:FileSet")
                .put("@id", PAGES)
                .put("name", PAGES)
                .put(
                        "description",
                        Layout.REPORT + ", what the articles tell; " + Layout.QUALITY + ", how far to trust it.");
        pages.put("encodingFormat", "text/html").put("includes", "*.html");
        for (Manifest.File file : manifest.files()) {
            distribution
                    .addObject()
                    .put("@type", "cr:FileObject")
                    .put("@id", file.path())
                    .put("name", file.path())
                    .put("contentUrl", file.path())
                    .put("contentSize", file.bytes() + " B")
                    .put("encodingFormat", PARQUET)
                    .put("sha256", file.sha256());
        }
    }

    private static String files(Dataset dataset) {
        return dataset.folder() + "-files";
    }

    private static void recordSet(Dataset dataset, ObjectNode recordSet) {
        recordSet.put("@type", "cr:RecordSet");
        recordSet.put("@id", dataset.folder());
        recordSet.put("name", dataset.folder());
        recordSet.put("description", dataset.schema().getDoc());
        if (dataset != Dataset.REJECTS && dataset != Dataset.DUPLICATES) {
            ArrayNode key = recordSet.putArray("key");
            dataset.sort().forEach(column -> key.addObject().put("@id", id(dataset, column)));
        }
        ArrayNode fields = recordSet.putArray("field");
        for (Schema.Field field : dataset.schema().getFields()) {
            field(dataset, List.of(field), fields.addObject());
        }
    }

    private static String id(Dataset dataset, String column) {
        return dataset.folder() + "/" + column;
    }

    /** @param path the column, followed by nested fields down to the described one */
    private static void field(Dataset dataset, List<Schema.Field> path, ObjectNode node) {
        Schema.Field field = path.get(path.size() - 1);
        String name = String.join("/", path.stream().map(Schema.Field::name).toList());
        node.put("@type", "cr:Field");
        node.put("@id", id(dataset, name));
        node.put("name", name);
        node.put("description", field.doc());
        Schema type = withoutNull(field.schema());
        if (type.getType() == Schema.Type.ARRAY) {
            node.put("isArray", true);
            node.put("arrayShape", "-1");
            type = withoutNull(type.getElementType());
        }
        if (type.getType() == Schema.Type.RECORD) {
            ArrayNode inner = node.putArray("subField");
            for (Schema.Field below : type.getFields()) {
                field(dataset, Stream.concat(path.stream(), Stream.of(below)).toList(), inner.addObject());
            }
        } else {
            node.put("dataType", dataType(type));
        }
        ObjectNode source = node.putObject("source");
        source.putObject("fileSet").put("@id", files(dataset));
        ObjectNode extract = source.putObject("extract");
        extract.put("column", path.get(0).name());
        if (path.size() > 1) {
            source.putObject("transform")
                    .put(
                            "jsonPath",
                            String.join(
                                    ".",
                                    path.stream()
                                            .skip(1)
                                            .map(Schema.Field::name)
                                            .toList()));
        }
        boolean isArticle = name.equals("article_id") && dataset != Dataset.ARTICLES && dataset != Dataset.DUPLICATES;
        boolean refers = path.size() == 1 && (isArticle || name.equals("representative_id"));
        if (refers) {
            node.putObject("references").putObject("field").put("@id", id(Dataset.ARTICLES, "article_id"));
        }
    }

    private static Schema withoutNull(Schema schema) {
        return schema.getType() != Schema.Type.UNION
                ? schema
                : schema.getTypes().stream()
                        .filter(type -> type.getType() != Schema.Type.NULL)
                        .findFirst()
                        .orElseThrow();
    }

    private static String dataType(Schema type) {
        LogicalType logical = type.getLogicalType();
        if (logical != null) {
            return "sc:DateTime";
        }
        return switch (type.getType()) {
            case BOOLEAN -> "sc:Boolean";
            case INT, LONG -> "sc:Integer";
            case FLOAT, DOUBLE -> "sc:Float";
            default -> "sc:Text";
        };
    }
}
