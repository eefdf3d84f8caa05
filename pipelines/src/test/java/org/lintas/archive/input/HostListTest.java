package org.lintas.archive.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HostListTest {

    private final HostList hosts = HostList.parse(
            List.of("\uFEFF# outlets", "kabar.example\tKabar\tID", "", "https://www.Somoi.example/", "ข่าว.example"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://kabar.example/daerah/1",
                "HTTP://WWW.KABAR.EXAMPLE:8080/",
                "http://kepri.kabar.example/a?b=c",
                "https://somoi.example",
                "https://xn--22c8e6a1f.example/1"
            })
    void listedHostsAndTheirSubdomainsAreRead(String url) {
        assertThat(hosts.reads(url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://bukankabar.example/",
                "https://example/",
                "https://kabar.example.id/",
                "https://lain.example/kabar.example",
                "https://kabar.example@lain.example/"
            })
    void othersAreNot(String url) {
        assertThat(hosts.reads(url)).isFalse();
    }

    @Test
    void recordsWithoutAnAddressAreRead() {
        assertThat(hosts.reads(null)).isTrue();
        assertThat(hosts.reads("urn:uuid:1")).isTrue();
    }

    @Test
    void withoutAListAllAreRead() {
        assertThat(HostList.all().reads("https://lain.example/")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kabar",
                "https://kabar.example/daerah",
                "kabar example",
                "*.kabar.example",
                "redaksi@kabar.example",
                "Sari <s@kabar.example>"
            })
    void whatIsNoHostIsRefused(String line) {
        assertThatThrownBy(() -> HostList.parse(List.of("# hosts", line)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 2: '" + line + "' is not a host");
    }

    @Test
    void anEmailAddressIsNoHost() {
        assertThatThrownBy(() -> HostList.parse(List.of("redaksi@kabar.example")))
                .hasMessageContaining("it looks like an e-mail address: give what is behind its @");
    }

    @Test
    void anEmptyListIsRefused() {
        assertThatThrownBy(() -> HostList.parse(List.of("# none")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("names no host");
    }
}
