package org.lintas.lab.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventsTest {

    private static final String REPORT = """
            {"incident": "%s", "role": "report", "language": "en", "outlet": "a.example", "published": "2024-03-08", \
            "event_date": "2024-03-06", "title": "Raid in Poipet", "text": "Police arrested 14 suspects.", "figures": {}}
            """;

    @TempDir
    private Path folder;

    private Events events() throws IOException {
        Path pairs = Files.writeString(folder.resolve("pairs.tsv"), "# comment\na\tb\t1\nc\td\t1\nd\tb\t1\na\te\t0\n");
        Path one = Files.writeString(
                folder.resolve("one.jsonl"),
                REPORT.formatted("raid") + REPORT.formatted("trial") + REPORT.formatted("raid"));
        Path other = Files.writeString(folder.resolve("other.jsonl"), REPORT.formatted("raid"));
        var labeller = new Labeller();
        return Events.read(
                pairs,
                Stream.concat(Written.read(one, labeller).stream(), Written.read(other, labeller).stream())
                        .toList());
    }

    @Test
    void articlesAreOfOneEventDirectlyOrThroughOthers() throws IOException {
        Events events = events();

        assertThat(List.of("a", "b", "c", "d")).extracting(events::of).containsOnly(events.of("d"));
        assertThat(events.of("e")).isNotEqualTo(events.of("a"));
        assertThat(events.of("unknown")).isNotEqualTo(events.of("e"));
    }

    @Test
    void reportsOfAnIncidentOfASeriesAreOfOneEvent() throws IOException {
        Events events = events();

        assertThat(events.of("one.jsonl-0002")).isEqualTo(events.of("one.jsonl-0000"));
        assertThat(events.of("one.jsonl-0001")).isNotEqualTo(events.of("one.jsonl-0000"));
        assertThat(events.of("other.jsonl-0000")).as("of another series").isNotEqualTo(events.of("one.jsonl-0000"));
    }

    @Test
    void anEventIsInOnePart() throws IOException {
        Events events = events();

        assertThat(List.of("a", "b", "c", "d"))
                .extracting(article -> events.part(article, 5))
                .containsOnly(events.part("b", 5));
    }
}
