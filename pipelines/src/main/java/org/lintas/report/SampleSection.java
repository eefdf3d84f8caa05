package org.lintas.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lintas.report.data.Excerpt;
import org.lintas.report.data.ReportData;
import org.lintas.report.data.Sample;
import org.lintas.report.html.Element;
import org.lintas.report.html.Node;

/** Articles to read, with what led to their topics marked. */
final class SampleSection {

    private SampleSection() {}

    static Section of(ReportData data) {
        Map<String, List<Sample>> byTopic = new LinkedHashMap<>();
        for (String topic : data.topics().main().rows()) {
            byTopic.put(topic, new ArrayList<>());
        }
        data.samples().forEach(sample -> byTopic.get(sample.topic()).add(sample));
        var folded = new ArrayList<Element>();
        byTopic.forEach((topic, samples) -> folded.add(topic(topic, samples)));
        return new Section(
                "samples",
                "Samples",
                "Up to ten articles a topic, the languages in turn, chosen by lot and the same each time; marked is what"
                        + " carried the topic. The texts belong to their publishers.",
                folded);
    }

    private static Element topic(String topic, List<Sample> samples) {
        Element list = Element.of("ol").with("class", "samples");
        samples.forEach(sample -> list.add(Element.of("li", article(sample))));
        return Element.of(
                        "details",
                        Element.of(
                                "summary",
                                Element.of("span", Words.topic(topic)).with("class", "name"),
                                Words.plain(" " + samples.size())),
                        list)
                .with("class", "topic");
    }

    private static Element article(Sample sample) {
        Element headline = Element.of("h3").with("lang", sample.language()).with("dir", "auto");
        Node words = sample.title()
                .<Node>map(SampleSection::marked)
                .orElseGet(() -> Element.of("i", "no headline").with("lang", "en"));
        headline.add(sample.url()
                .filter(Element::isAddress)
                .map(url -> Element.of("a", words).with("href", url).with("rel", "noreferrer noopener nofollow"))
                .orElseGet(() -> Element.of("span", words)));
        Element facts = Element.of("p").with("class", "note");
        facts.add(Element.of("span", sample.grade() + " ").with("class", "grade"));
        facts.add(Words.plain(
                String.format(Locale.ROOT, "%.2f · %s", sample.score(), Words.language(sample.language()))));
        sample.source().ifPresent(source -> facts.add(Words.plain(" · "), Words.foreign(source)));
        sample.day().ifPresent(day -> facts.add(" · " + day));
        return Element.of(
                "article",
                headline,
                facts,
                Element.of("p", marked(sample.text()))
                        .with("class", "excerpt")
                        .with("lang", sample.language())
                        .with("dir", "auto"));
    }

    private static Element marked(Excerpt excerpt) {
        Element isolated = Element.of("bdi");
        if (!excerpt.opens()) {
            isolated.add("… ");
        }
        for (Excerpt.Piece piece : excerpt.pieces()) {
            if (piece.marked()) {
                isolated.add(Element.of("mark", piece.text()));
            } else {
                isolated.add(piece.text());
            }
        }
        return excerpt.ends() ? isolated : isolated.add(" …");
    }
}
