package org.lintas.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lintas.text.Lexicon.Entry;
import org.lintas.text.Lexicon.Overlap;

class LexiconTest {

    private static final List<Entry> KOREAS = List.of(
            new Entry("KR", "Korea", false),
            new Entry("KP", "North Korea", false),
            new Entry("KP", "Korea Strait", true),
            new Entry("*", "Korea Town", true));

    @Test
    void theLongestOfOverlappingHitsCounts() {
        assertThat(keys(Overlap.ACROSS_KEYS, "North Korea and Korea")).containsExactly("KP", "KR");
        assertThat(keys(Overlap.WITHIN_KEY, "North Korea")).containsExactlyInAnyOrder("KP", "KR");
    }

    @Test
    void anExclusionMasksTheTermsOfItsKey() {
        assertThat(keys(Overlap.ACROSS_KEYS, "the Korea Strait")).containsExactly("KR");
        assertThat(keys(Overlap.ACROSS_KEYS, "in Korea Town")).isEmpty();
    }

    @Test
    void onlyRivalsTakeWordsFromEachOther() {
        var entries = List.of(
                new Entry("MX", "Mexico", false),
                new Entry("city Mexico City", "Mexico City", false),
                new Entry("city City", "City", false));
        var lexicon = new Lexicon(entries, key -> key.startsWith("city ") ? "city" : "country");

        assertThat(lexicon.find("Mexico City").stream()
                        .map(hit -> lexicon.entry(hit.entry()).key()))
                .containsExactly("city Mexico City", "MX");
    }

    private static List<String> keys(Overlap overlap, String text) {
        var lexicon = new Lexicon(KOREAS, overlap);
        return lexicon.find(text).stream()
                .map(hit -> lexicon.entry(hit.entry()).key())
                .toList();
    }
}
