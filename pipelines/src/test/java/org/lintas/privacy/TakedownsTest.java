package org.lintas.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lintas.record.Rejects;
import org.lintas.schemas.RejectReason;

class TakedownsTest {

    private final Takedowns takedowns = Takedowns.parse(List.of(
            "# asked for on 2025-10-16",
            "",
            "kabar-hilang.example   # the whole outlet",
            "https://berita.example/2025/10/kasus-a/",
            "www.berita.example/ข่าว/1?id=7#top",
            "https://münchen.example",
            "Outlet: Suara  Rakyat # wherever it stands",
            "outlet:pendek.example"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://kabar-hilang.example/apa/saja",
                "http://m.kabar-hilang.example:8080/apa",
                "https://WWW.Kabar-Hilang.Example",
                "https://berita.example/2025/10/kasus-a",
                "http://www.berita.example/2025/10/kasus-a/?utm_source=x&fbclid=1#c",
                "https://berita.example/%E0%B8%82%E0%B9%88%E0%B8%B2%E0%B8%A7/1?id=7",
                "https://xn--mnchen-3ya.example/a"
            })
    void isTakenDown(String url) {
        assertThat(takedowns.entries(null, url)).hasSize(1);
    }

    @NullSource
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://tidakkabar-hilang.example/apa",
                "https://kabar-hilang.example.org/apa",
                "https://berita.example/2025/10/kasus-ab",
                "https://berita.example/2025/10",
                "https://m.berita.example/2025/10/kasus-a",
                "https://berita.example/%E0%B8%82/1?id=7",
                "urn:isbn:1",
                "%%%"
            })
    void stays(String url) {
        assertThat(takedowns.entries(null, url)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Suara Rakyat",
                " suara\u00A0RAKYAT ",
                "PENDEK.example",
                "kabar-hilang.example",
                "www.Kabar-Hilang.example",
                "http://m.kabar-hilang.example/"
            })
    void anOutletIsTakenDownAtAnyAddress(String outlet) {
        assertThat(takedowns.entries(outlet, "https://s.example/x1", null)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Suara Rakyat Baru",
                "m.pendek.example",
                "kabar-hilang.example (Blog)",
                "kabar-hilang.example/ekonomi",
                "berita.example",
                "outlet:Suara Rakyat",
                ""
            })
    void anotherOutletStays(String outlet) {
        assertThat(takedowns.entries(outlet, "https://s.example/x1")).isEmpty();
    }

    @Test
    void everyEntryThatMatchesIsReported() {
        Set<String> entries = takedowns.entries(
                "Suara Rakyat", "https://berita.example/2025/10/kasus-a", "http://m.kabar-hilang.example/a");

        assertThat(entries)
                .containsExactly("berita.example/2025/10/kasus-a", "kabar-hilang.example", "outlet:suara rakyat");
        assertThat(takedowns.entriesIn(List.of(Takedowns.detail(entries)))).isEqualTo(entries);
        assertThat(takedowns.linesWithout(entries))
                .containsExactly(
                        "line 5 'berita.example/ข่าว/1?id=7'",
                        "line 6 'xn--mnchen-3ya.example'",
                        "line 8 'outlet:pendek.example'");
    }

    /** The detail of a reject has at most 300 characters. */
    @Test
    void aLongAddressIsRecognisedByItsBeginning() {
        String address = "berita.example/" + "a".repeat(400);
        var list = Takedowns.parse(List.of(address, "berita.example/b"));
        String detail = Rejects.of("care", RejectReason.TAKEDOWN, "f", 0, address)
                .setRecordId(null)
                .build()
                .getDetail();

        assertThat(list.entriesIn(List.of(detail))).containsExactly(address);
        assertThat(list.linesWithout(Set.of()))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(120));
    }

    @Test
    void anInvalidLineIsReportedByItsBeginning() {
        assertThatThrownBy(() -> Takedowns.parse(List.of("two words ".repeat(100_000))))
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(e -> assertThat(e.getMessage())
                        .startsWith("line 1: 'two words two words ")
                        .hasSizeLessThan(200));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "outlet:",
                "outlet: # none",
                "two words",
                "/only/a/path",
                "com",
                "https://",
                "*.example.org",
                "sari@a.example",
                "sari@a.example # asked for it",
                "mailto:sari@a.example",
                "Sari <sari@a.example>",
                "a.example b.example/c"
            })
    void anInvalidLineIsNamed(String line) {
        assertThatThrownBy(() -> Takedowns.parse(List.of("a.example", line)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 2: '" + line.replaceFirst(" #.*", "") + "'");
    }

    /** Its host is an outlet, of which everything would go. */
    @Test
    void anEmailAddressTakesNoOutletDown() {
        assertThatThrownBy(() -> Takedowns.parse(List.of("sari@berita.example")))
                .hasMessageContaining("it looks like an e-mail address, whose host is a whole outlet");
        assertThat(Takedowns.parse(List.of("https://sari@berita.example/a", "blog.example/@sari", "outlet:s@a.example"))
                        .entries("S@a.example", "https://berita.example/a", "https://blog.example/@sari"))
                .hasSize(3);
    }

    @Test
    void aHostOfManyLabelsIsLookedUpInLittleTimeAndMemory() {
        String labels = "a.".repeat(200_000);

        assertThat(takedowns.entries(null, "http://" + labels + "kabar-hilang.example/x"))
                .containsExactly("kabar-hilang.example");
        assertThat(takedowns.entries(null, "http://" + labels + "kabar.example/x"))
                .isEmpty();
    }
}
