package org.lintas.report;

import java.util.List;
import org.lintas.dataset.Layout;
import org.lintas.report.data.Incidents;
import org.lintas.report.data.ReportData;
import org.lintas.report.data.RunFacts;
import org.lintas.report.data.Share;
import org.lintas.report.data.Timeline;
import org.lintas.report.data.TopicCounts;
import org.lintas.report.data.Totals;
import org.lintas.report.html.Element;

/** The page for analysts: what happened, as the articles tell it. */
public final class ReportPage {

    private ReportPage() {}

    public static String of(ReportData data) {
        return Page.of(
                data.name() + " – corpus report",
                header(data),
                List.of(
                        IncidentSection.of(data),
                        TopicSection.of(data),
                        WhereSection.of(data),
                        FigureSection.of(data),
                        TogetherSection.of(data),
                        SourceSection.of(data),
                        SampleSection.of(data),
                        DoubtSection.of(data)),
                Layout.QUALITY,
                "Quality of the data");
    }

    private static Element header(ReportData data) {
        return Element.of(
                "header",
                Element.of("p", "Lintas corpus report").with("class", "kicker"),
                Element.of("h1", Format.isolated(data.name())),
                opening(data),
                status(data),
                Section.sql(data.totals(), data.languages(), data.timeline(), data.topics(), data.incidents()));
    }

    /** What the corpus holds, in words. */
    private static Element opening(ReportData data) {
        Totals totals = data.totals().value();
        Element opening = Element.of("p").with("class", "opening");
        opening.add(
                strong(totals.articles(), "article"),
                Format.plain(" in "),
                strong(data.languages().value().size(), "language"),
                Format.plain(" from "),
                strong(totals.outlets(), "outlet"));
        opening.add(days(totals, data.timeline().value()));
        opening.add(undated(totals));
        if (totals.onTopic() == 0) {
            return opening.add(" None is mainly about a topic of transnational crime.");
        }
        TopicCounts topics = data.topics().value();
        String most = topics.main().rows().get(0);
        opening.add(
                Format.plain(" "),
                strong(totals.onTopic(), "article"),
                Format.plain(" (" + Format.percent(Share.percent(totals.onTopic(), totals.articles())) + ") "
                        + (totals.onTopic() == 1 ? "is" : "are")
                        + " mainly about transnational crime, most often about "),
                Element.of("strong", data.topicNames().of(most)),
                Format.plain(" (" + Format.number(topics.main().ofRow(most)) + ")."));
        Incidents incidents = data.incidents().value();
        if (incidents.count() > 0) {
            opening.add(
                    Format.plain(" The press tells of "),
                    strong(incidents.count(), "incident"),
                    Format.plain(", " + Format.number(incidents.several()) + " of them in more than one article."));
        }
        return opening;
    }

    private static String days(Totals totals, Timeline timeline) {
        if (totals.dated() == 0) {
            return ".";
        }
        String days = totals.days() == 1
                ? ", published on one day"
                : ", published on " + Format.number(totals.days()) + " days";
        String range = timeline.from().isEmpty() || totals.days() == 1
                ? " between " + Format.dayInWords(totals.earliest()) + " and " + Format.dayInWords(totals.latest())
                : ", nearly all between " + Format.dayInWords(timeline.from()) + " and "
                        + Format.dayInWords(timeline.to());
        return days + range + ".";
    }

    private static String undated(Totals totals) {
        long undated = totals.articles() - totals.dated();
        return undated == 0
                ? ""
                : " " + Format.number(undated) + " (" + Format.percent(Share.percent(undated, totals.articles()))
                        + ") have no date.";
    }

    private static Element strong(long count, String what) {
        return Element.of("strong", Format.number(count) + " " + (count == 1 ? what : what + "s"));
    }

    private static Element status(ReportData data) {
        CorpusStatus status = CorpusStatus.of(data);
        long checks = data.run().expectations().size();
        long passed = data.run().with(RunFacts.Result.PASSED).size();
        String all = passed == checks
                ? "all " + Format.number(checks)
                : Format.number(passed) + " of " + Format.number(checks);
        String sentence = status.isUsable()
                ? "Every record read is accounted for, and " + all + " checks passed: "
                : "Do not use this corpus before you know why. " + status.sentence() + " See ";
        return Element.of(
                        "p",
                        Format.plain(sentence),
                        Element.of("a", "quality of the data").with("href", Layout.QUALITY),
                        Format.plain(". Topics and incidents are found by rules and models: "),
                        Element.of("a", "what to doubt").with("href", "#doubt"),
                        Format.plain("."))
                .with("class", status.isUsable() ? "status" : "status failed");
    }
}
