package org.lintas.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElementTest {

    @Test
    void textAndValuesAreEscaped() {
        assertThat(Element.of("p", "a<b>&\"'").with("title", "\"><script>'&").toString())
                .isEqualTo("<p title=\"&quot;&gt;&lt;script&gt;&#39;&amp;\">a&lt;b&gt;&amp;&quot;&#39;</p>");
    }

    @Test
    void charactersNotAllowedInHtmlAreReplaced() {
        assertThat(Element.of("p", "a\u0000b\u001bc\ud800d\ufffee\nf").toString())
                .isEqualTo("<p>a\ufffdb\ufffdc\ufffdd\ufffde\nf</p>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"script", "style", "iframe", "object", "form", "base", "link", "a b", "p>", ""})
    void executableElementsAreRefused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> Element.of(name));
    }

    @ParameterizedTest
    @CsvSource({
        "onclick, x()",
        "style, color:red",
        "href, javascript:x()",
        "href, ' javascript:x()'",
        "href, data:text/html;x",
        "href, //host/x",
        "src, file:///x",
        "src, quality.html",
        "href, ../quality.html",
        "href, quality.html?x",
        "a=b, x",
        "'a ', x"
    })
    void executableAttributesAreRefused(String attribute, String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Element.of("a").with(attribute, value))
                .withMessageContaining("not allowed");
    }

    @Test
    void linksToTheWebAndWithinThePageAreAllowed() {
        assertThat(Element.of("a", "x")
                        .with("href", "https://example.org/?a=1&b=2")
                        .toString())
                .isEqualTo("<a href=\"https://example.org/?a=1&amp;b=2\">x</a>");
        assertThat(Element.of("a").with("href", "#top").toString()).isEqualTo("<a href=\"#top\"></a>");
        assertThat(Element.of("a").with("href", "quality.html").toString()).isEqualTo("<a href=\"quality.html\"></a>");
        assertThat(Element.isAddress("quality.html")).isFalse();
    }

    @Test
    void elementsWithoutContentHaveNoEnd() {
        assertThat(Element.of("p", Element.of("wbr")).toString()).isEqualTo("<p><wbr></p>");
    }
}
