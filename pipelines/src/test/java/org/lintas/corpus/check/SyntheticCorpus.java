package org.lintas.corpus.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;
import org.lintas.dataset.Layout;
import org.lintas.dataset.ParquetSink;
import org.lintas.schemas.Article;
import org.lintas.schemas.ArticleCountry;
import org.lintas.schemas.ArticlePlace;
import org.lintas.schemas.ArticleTopic;
import org.lintas.schemas.Dataset;
import org.lintas.schemas.Duplicate;
import org.lintas.schemas.DuplicateKind;
import org.lintas.schemas.DuplicateRelation;
import org.lintas.schemas.Evidence;
import org.lintas.schemas.EvidenceKind;
import org.lintas.schemas.Fingerprint;
import org.lintas.schemas.Grade;
import org.lintas.schemas.PlaceKind;
import org.lintas.schemas.Reject;
import org.lintas.schemas.RejectReason;
import org.lintas.schemas.TaxonomyTerm;
import org.lintas.schemas.TaxonomyTopic;
import org.lintas.schemas.TermKind;
import org.lintas.schemas.TextField;
import org.lintas.text.Sha256;

/**
 * A valid corpus of synthetic rows, one file per dataset, written as the project writes rows, with the manifest that belongs to it. The same shape
 * gives the same rows.
 */
public final class SyntheticCorpus {

    private static final String LANGUAGE = "id";
    private static final int COPIES_EACH = 10;
    private static final int REJECTS_EACH = 50;

    /** Words of three to nine letters, of two to four bytes each: offsets in characters, bytes and UTF-16 differ. */
    private static final String[] WORDS = words();

    private final Map<Dataset, ParquetSink<SpecificRecord>> sinks = new EnumMap<>(Dataset.class);
    private final Map<Dataset, Path> files = new EnumMap<>(Dataset.class);
    private final Map<Dataset, Long> rows = new EnumMap<>(Dataset.class);
    private final Path folder;
    private final Shape shape;
    private final UnaryOperator<SpecificRecord> change;

    /**
     * The size of the corpus.
     *
     * @param characters code points of each text, about
     * @param topics rows of article_topics for each article, every second one a main topic
     * @param evidence of each of these rows, at most 20
     * @param countries rows of article_countries for each article
     */
    public record Shape(int articles, int characters, int topics, int evidence, int countries) {}

    private SyntheticCorpus(Path folder, Shape shape, UnaryOperator<SpecificRecord> change) {
        this.folder = folder;
        this.shape = shape;
        this.change = change;
    }

    /** Writes a corpus into an empty folder. */
    public static Path write(Path folder, Shape shape) throws IOException {
        return write(folder, shape, row -> row);
    }

    /** Writes a corpus with changed rows. */
    public static Path write(Path folder, Shape shape, UnaryOperator<SpecificRecord> change) throws IOException {
        new SyntheticCorpus(folder, shape, change).write();
        return folder;
    }

    private void write() throws IOException {
        var channels = new ArrayList<SeekableByteChannel>();
        for (Dataset dataset : Dataset.values()) {
            Path part = folder.resolve(dataset.folder());
            if (dataset.partition().isPresent()) {
                part = part.resolve("language=" + LANGUAGE);
            }
            Path file = Files.createDirectories(part).resolve("part-00000-of-00001.zstd.parquet");
            ParquetSink<SpecificRecord> sink = ParquetSink.of(dataset, Map.of());
            SeekableByteChannel channel =
                    Files.newByteChannel(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            channels.add(channel);
            sink.open(channel);
            sinks.put(dataset, sink);
            files.put(dataset, file);
            rows.put(dataset, 0L);
        }
        for (int i = 0; i < shape.articles(); i++) {
            article(i);
        }
        taxonomy();
        for (Dataset dataset : Dataset.values()) {
            sinks.get(dataset).flush();
        }
        for (SeekableByteChannel channel : channels) {
            channel.close();
        }
        Files.writeString(folder.resolve(Layout.MANIFEST), manifest());
        Files.createFile(folder.resolve(Layout.SUCCESS));
    }

    private void article(int number) throws IOException {
        var random = new Random(number);
        String id = id(number);
        String record = "urn:record:" + number;
        var text = new StringBuilder();
        // Offsets, in code points, of the words.
        var starts = new int[shape.characters() / 3 + 2];
        var words = new int[starts.length];
        int count = 0;
        int length = 0;
        while (length < shape.characters()) {
            int word = random.nextInt(WORDS.length);
            starts[count] = length;
            words[count++] = word;
            text.append(WORDS[word]).append(' ');
            length += WORDS[word].codePointCount(0, WORDS[word].length()) + 1;
        }
        var topics = new ArrayList<String>();
        for (int t = 0; t < shape.topics(); t++) {
            String topic = String.format(Locale.ROOT, "topic_%03d", t);
            var evidence = new ArrayList<Evidence>();
            for (int e = 0; e < shape.evidence(); e++) {
                int at = random.nextInt(count);
                String term = WORDS[words[at]];
                evidence.add(new Evidence(
                        term,
                        TextField.text,
                        starts[at],
                        starts[at] + term.codePointCount(0, term.length()),
                        EvidenceKind.term,
                        null));
            }
            Grade grade = t % 2 == 0 ? Grade.main : Grade.mention;
            if (grade == Grade.main) {
                topics.add(topic);
            }
            put(
                    Dataset.ARTICLE_TOPICS,
                    ArticleTopic.newBuilder()
                            .setArticleId(id)
                            .setRecordId(record)
                            .setLanguage(LANGUAGE)
                            .setTopic(topic)
                            .setGrade(grade)
                            .setScore(random.nextInt(1, 100) / 100.0)
                            .setEvidence(evidence)
                            .build());
        }
        List<String> countries = countries(number, id, record, length);
        String digest = Sha256.hexOf(Sha256.digest().digest(id.getBytes(StandardCharsets.US_ASCII)));
        int copies = number % COPIES_EACH == 0 ? 1 : 0;
        put(
                Dataset.ARTICLES,
                Article.newBuilder()
                        .setArticleId(id)
                        .setRecordId(record)
                        .setTitle("Judul " + number)
                        .setText(text.toString())
                        .setTextLength(length)
                        .setLanguage(LANGUAGE)
                        .setLanguageConfidence(0.9)
                        .setArchiveFile("made.jsonl")
                        .setArchiveOffset(number)
                        .setContentDigest(digest)
                        .setClusterId(id)
                        .setClusterSize(1 + copies)
                        .setTopics(topics)
                        .setCountries(countries)
                        .setIsTransnational(countries.size() > 1)
                        .build());
        put(
                Dataset.ARTICLE_PLACES,
                ArticlePlace.newBuilder()
                        .setArticleId(id)
                        .setRecordId(record)
                        .setLanguage(LANGUAGE)
                        .setPlace("Batam")
                        .setCountry("ID")
                        .setKind(PlaceKind.border)
                        .setMentions(1)
                        .setFirstOffset(0)
                        .setLat(1.13)
                        .setLon(104.05)
                        .build());
        put(
                Dataset.FINGERPRINTS,
                Fingerprint.newBuilder()
                        .setContentDigest(digest)
                        .setRepresentativeDigest(digest)
                        .setRepresentativeId(id)
                        .setRepresentativeRecordId(record)
                        .setSimilarity(1)
                        .setContainment(1)
                        .setCompleteness(1)
                        .setTextLength(length)
                        .build());
        if (copies > 0) {
            copy(number, id, record);
        }
        if (number % REJECTS_EACH == 0) {
            put(
                    Dataset.REJECTS,
                    Reject.newBuilder()
                            .setArchiveFile("rejected.jsonl")
                            .setArchiveOffset(number)
                            .setStage("language")
                            .setReason(RejectReason.OTHER_LANGUAGE)
                            .setDetail("fr")
                            .build());
        }
    }

    private List<String> countries(int number, String id, String record, int length) throws IOException {
        var countries = new ArrayList<String>();
        for (int c = 0; c < shape.countries(); c++) {
            String country = "" + (char) ('A' + c / 26) + (char) ('A' + c % 26);
            countries.add(country);
            put(
                    Dataset.ARTICLE_COUNTRIES,
                    ArticleCountry.newBuilder()
                            .setArticleId(id)
                            .setRecordId(record)
                            .setLanguage(LANGUAGE)
                            .setCountry(country)
                            .setMentions(1 + c)
                            .setFirstOffset(number % length)
                            .build());
        }
        return countries;
    }

    private void copy(int number, String id, String record) throws IOException {
        put(
                Dataset.DUPLICATES,
                Duplicate.newBuilder()
                        .setArticleId(id(-1 - number))
                        .setRecordId("urn:copy:" + number)
                        .setLanguage(LANGUAGE)
                        .setRepresentativeId(id)
                        .setRepresentativeRecordId(record)
                        .setClusterId(id)
                        .setKind(DuplicateKind.near)
                        .setRelation(DuplicateRelation.reprint)
                        .setSimilarity(0.9)
                        .setContainment(0.9)
                        .setArchiveFile("made.jsonl")
                        .setArchiveOffset(number)
                        .build());
    }

    private void taxonomy() throws IOException {
        for (int t = 0; t < shape.topics(); t++) {
            String topic = String.format(Locale.ROOT, "topic_%03d", t);
            put(
                    Dataset.TAXONOMY,
                    TaxonomyTopic.newBuilder()
                            .setTopic(topic)
                            .setPosition(t)
                            .setName(topic)
                            .setDefinition(topic)
                            .setAsean(List.of())
                            .setOci(List.of())
                            .setIccs(List.of())
                            .setVersion("1")
                            .build());
            put(
                    Dataset.TAXONOMY_TERMS,
                    TaxonomyTerm.newBuilder()
                            .setTopic(topic)
                            .setLanguage(LANGUAGE)
                            .setTerm(topic)
                            .setKind(TermKind.core)
                            .setWeight(1)
                            .setVersion("1")
                            .build());
        }
    }

    private void put(Dataset dataset, SpecificRecord row) throws IOException {
        sinks.get(dataset).write(change.apply(row));
        rows.merge(dataset, 1L, Long::sum);
    }

    private String manifest() throws IOException {
        ObjectNode root = new ObjectMapper().createObjectNode();
        root.put("run_id", "made");
        root.putObject("options").put("text", "full").put("previous", "");
        long total = rows.get(Dataset.ARTICLES) + rows.get(Dataset.DUPLICATES) + rows.get(Dataset.REJECTS);
        root.putObject("conservation").putObject("read").put("total", total);
        root.putObject("rejects_by_reason").put("OTHER_LANGUAGE", rows.get(Dataset.REJECTS));
        root.putObject("articles_by_language").put(LANGUAGE, rows.get(Dataset.ARTICLES));
        ArrayNode written = root.putArray("files");
        for (Dataset dataset : Dataset.values()) {
            Path file = files.get(dataset);
            written.addObject()
                    .put("path", folder.relativize(file).toString())
                    .put("rows", rows.get(dataset))
                    .put("bytes", Files.size(file))
                    .put("sha256", digest(file));
        }
        return root.toPrettyString();
    }

    private static String digest(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        var buffer = new byte[1 << 16];
        try (var in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return Sha256.hexOf(digest.digest());
    }

    /** Ids in no order, as digests are. */
    private static String id(int number) {
        var random = new Random(number);
        return String.format(Locale.ROOT, "%016x%016x", random.nextLong(), random.nextLong());
    }

    private static String[] words() {
        var random = new Random(1);
        // Latin, Thai, Khmer, a mark that combines, letters and signs beyond the first plane.
        String[] letters = {"a", "k", "n", "é", "ก", "ข", "ក", "ជ", "e\u0301", "𠀀", "😀"};
        var words = new String[2_000];
        for (int w = 0; w < words.length; w++) {
            var word = new StringBuilder();
            for (int l = random.nextInt(3, 8); l > 0; l--) {
                // Most letters are of Latin script.
                word.append(letters[random.nextInt(4) > 0 ? random.nextInt(3) : random.nextInt(letters.length)]);
            }
            words[w] = word.toString();
        }
        return words;
    }
}
