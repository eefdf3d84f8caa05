package org.lintas.lab.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lintas.lab.incident.TrainFactModels.Fact;

class WrittenFactsTest {

    private static final String REPORTS = """
            {"incident": "a1", "role": "report", "language": "en", "outlet": "a.example", "published": "2024-03-08", \
            "event_date": "2024-03-06", "title": "Raid in Poipet", "text": "On March 6, 2024 police arrested 14 suspects. \
            Last year 30 people were arrested in the town. The men had 3 kg of heroin. On March 2, 2024 a boat was found.", \
            "figures": {"arrested": 14, "sim_cards": 3}}
            {"incident": "a1", "role": "mention", "language": "en", "outlet": "b.example", "published": "2024-04-08", \
            "event_date": "2024-03-06", "title": "Courts are full", "text": "Police arrested 14 suspects on March 6, 2024.", \
            "figures": {"arrested": 14}}
            """;

    @TempDir
    private Path folder;

    private WrittenFacts facts() throws IOException {
        Files.writeString(folder.resolve("series.jsonl"), REPORTS);
        return new WrittenFacts(Written.readFolder(folder, new Labeller()));
    }

    @Test
    void judgesFiguresOfKindsThatAReportWasWrittenFrom() throws IOException {
        assertThat(facts().figures()).extracting(Fact::verdict).containsExactly("1", "0");
    }

    @Test
    void judgesDaysOfReportsAndNotOfMentions() throws IOException {
        assertThat(facts().days()).extracting(Fact::verdict).isEqualTo(List.of("1", "0"));
    }
}
