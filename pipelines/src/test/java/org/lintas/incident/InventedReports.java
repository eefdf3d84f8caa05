package org.lintas.incident;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lintas.figure.FigureFinder;
import org.lintas.place.PlaceLabels;
import org.lintas.record.ArticleReport;
import org.lintas.record.Draft;
import org.lintas.record.TopicLabel;
import org.lintas.text.Language;

/** Reports of several outlets on invented incidents, with near misses beside them: {@code incidents.jsonl}. */
final class InventedReports {

    /** The incident of each article. */
    static final Map<String, String> INCIDENTS = new TreeMap<>();

    static final List<ArticleReport> ALL = read();

    private InventedReports() {}

    private static List<ArticleReport> read() {
        var reader = new ReportReader();
        var places = new PlaceLabels();
        var figures = new FigureFinder();
        var read = new ArrayList<ArticleReport>();
        var json = new ObjectMapper();
        List<JsonNode> lines;
        try (InputStream in = InventedReports.class.getResourceAsStream("incidents.jsonl")) {
            lines = json.readerFor(JsonNode.class).<JsonNode>readValues(in).readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (JsonNode node : lines) {
            String id = "article-" + read.size();
            Language language = Language.of(node.get("language").asText()).orElseThrow();
            Draft draft = places.label(Draft.newBuilder()
                    .setArticleId(id)
                    .setRecordId(id)
                    .setArchiveFile("")
                    .setArchiveOffset(0)
                    .setLanguage(language.code())
                    .setSource(node.get("outlet").asText())
                    .setTitle(node.get("title").asText())
                    .setText(node.get("text").asText())
                    .setPublishedAt(LocalDate.parse(node.get("published").asText())
                            .atStartOfDay()
                            .toInstant(ZoneOffset.UTC))
                    .setPublishedPrecision("day")
                    .setTopics(List.of(new TopicLabel(node.get("topic").asText(), "main", 1d, List.of())))
                    .build());
            draft.setFigures(figures.find(language, draft.getText()));
            read.add(reader.read(draft).orElseThrow());
            INCIDENTS.put(id, node.get("incident").asText());
        }
        return List.copyOf(read);
    }

    static ArticleReport reportOf(String id) {
        return ALL.stream()
                .filter(report -> report.getArticleId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static List<String> idsOf(String incident) {
        return ALL.stream()
                .filter(report -> incidentOf(report).equals(incident))
                .sorted(Comparator.comparing(ArticleReport::getPublishedAt).thenComparing(ArticleReport::getArticleId))
                .map(ArticleReport::getArticleId)
                .toList();
    }

    static String incidentOf(ArticleReport report) {
        return INCIDENTS.get(report.getArticleId());
    }

    static ArticleReport earlier(ArticleReport report, String incident) {
        return ArticleReport.newBuilder(report).setIncident(incident).build();
    }
}
