package org.lintas.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TakedownsTest {

    private final Takedowns takedowns = Takedowns.parse(List.of(
            "# asked for on 2025-10-16",
            "",
            "kabar-hilang.example   # the whole outlet",
            "https://berita.example/2025/10/kasus-a/",
            "www.berita.example/ข่าว/1?id=7#top",
            "https://münchen.example"));

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
        assertThat(takedowns.entry(url)).isPresent();
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
        assertThat(takedowns.entry(url)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "/only/a/path", "com", "https://", "*.example.org"})
    void aLineThatIsNoneIsNamed(String line) {
        assertThatThrownBy(() -> Takedowns.parse(List.of("a.example", line)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 2: '" + line + "'");
    }

    @Test
    void aHostOfManyLabelsIsLookedUpInLittleTimeAndMemory() {
        String labels = "a.".repeat(200_000);

        assertThat(takedowns.entry("http://" + labels + "kabar-hilang.example/x"))
                .hasValue("kabar-hilang.example");
        assertThat(takedowns.entry("http://" + labels + "kabar.example/x")).isEmpty();
    }
}
