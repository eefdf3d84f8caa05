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

/** Sample articles, with the evidence for their topics highlighted. */
final class SampleSection {

    private SampleSection() {}

    static Section of(ReportData data) {
        Map<String, List<Sample>> byTopic = new LinkedHashMap<>();
        for (String topic : data.topics().value().main().rows()) {
            byTopic.put(topic, new ArrayList<>());
        }
        data.samples().value().forEach(sample -> byTopic.get(sample.topic()).add(sample));
        var folded = new ArrayList<Element>();
        byTopic.forEach((topic, samples) -> folded.add(topic(data.topicNames().of(topic), samples)));
        folded.add(Section.sql(data.samples()));
        return new Section(
                "samples",
                "Samples",
                "Up to ten articles per topic, from all languages in turn, selected pseudo-randomly but reproducibly; evidence"
                        + " for the topic is highlighted. The texts belong to their publishers.",
                folded);
    }

    private static Element topic(String topic, List<Sample> samples) {
        Element list = Element.of("ol").with("class", "samples");
        samples.forEach(sample -> list.add(Element.of("li", article(sample))));
        return Element.of(
                        "details",
                        Element.of(
                                "summary",
                                Element.of("span", topic).with("class", "name"),
                                Format.plain(" " + samples.size())),
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
                .map(url -> Format.linked(url, words))
                .orElseGet(() -> Element.of("span", words)));
        Element facts = Element.of("p").with("class", "note");
        facts.add(Element.of("span", sample.grade() + " ").with("class", "grade"));
        facts.add(Format.plain(
                String.format(Locale.ROOT, "%.2f · %s", sample.score(), Format.language(sample.language()))));
        sample.source().ifPresent(source -> facts.add(Format.plain(" · "), Format.isolated(source)));
        sample.day().ifPresent(day -> facts.add(" · " + Format.day(day)));
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
