package org.lintas.report.browse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lintas.cli.Chromium;

/** The page of {@code browse} in a real browser, where there is one. */
class BrowseInChromiumTest {

    private static final String LISTED = "document.getElementById('status').textContent.includes('newest first')";
    private static final int ENTER = 13;
    private static final int ESCAPE = 27;

    @TempDir
    static Path work;

    private static Browser browser;

    @BeforeAll
    static void open() throws Exception {
        assumeTrue(Chromium.find().isPresent(), "skipped: no Chromium on this machine");
        browser = new Browser(Chromium.find().orElseThrow(), work);
    }

    @AfterAll
    static void close() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    /** What is told of the page of another test is none of this one's. */
    @BeforeEach
    void leave() throws Exception {
        browser.open("about:blank", "true");
        browser.console().clear();
    }

    @Test
    void aReaderSearchesReadsAndGoesBack() throws Exception {
        try (BrowseServer server = BrowseServerTest.serve("")) {
            browser.show(1280, false);
            browser.open(server.address(), LISTED);
            assertThat(text("about")).startsWith("108 articles, ");
            assertThat(text("status")).isEqualTo("108 articles, newest first; page 1.");
            assertThat(count("#list li")).isEqualTo(25);

            browser.value("document.querySelector('a[rel=next]').click()");
            browser.await("location.search === '?page=2' && " + LISTED + " && document.querySelector('a[rel=prev]')");

            browser.value("document.getElementById('words').focus()");
            browser.type("polisi");
            browser.press("Enter", ENTER, "\r");
            browser.await("location.search === '?words=polisi' && " + LISTED);
            assertThat(count("#list mark.found")).isPositive();
            assertThat(browser.value("document.title")).startsWith("polisi – ");

            browser.value("document.querySelector('#list a').focus()");
            browser.press("Enter", ENTER, "\r");
            browser.await("document.querySelector('#text mark.found') && document.activeElement.id === 'article'");
            assertThat(browser.value("location.search")).startsWith("?words=polisi&article=");
            assertThat(count("#text mark.term")).isPositive();
            assertThat(count("#labels dl > div")).isPositive();
            assertThat(count("#facts a[target=_blank][rel~=noopener][rel~=noreferrer]"))
                    .isEqualTo(1);
            String read = text("title");

            // What the page had before it is loaded again would do as well.
            browser.value("window.isOld = true");
            browser.reload();
            browser.await("!window.isOld && document.querySelector('#text mark.found') && " + LISTED);
            assertThat(text("title")).isEqualTo(read);
            assertThat(browser.value("document.getElementById('words').value")).isEqualTo("polisi");

            browser.press("Escape", ESCAPE, "");
            browser.await("document.getElementById('article').hidden && document.activeElement.closest('#list')");
            browser.value("history.back()");
            browser.await(
                    "!document.getElementById('article').hidden && document.getElementById('title').textContent === "
                            + quoted(read));

            browser.value("document.querySelector('#sql summary').click()");
            browser.await("document.getElementById('statement').textContent.includes('[pP][oO][lL][iI][sS][iI]')");
            assertThat(text("command")).startsWith("lintas sql --corpus='/").endsWith("-f selection.sql");
            assertThat(browser.value("document.getElementById('csv').getAttribute('href')"))
                    .isEqualTo("export.csv?words=polisi");
            browser.value("document.getElementById('clear').click()");
            browser.await(
                    "document.getElementById('status').textContent.startsWith('108 articles') && location.search === '?'.slice(1)");
            assertThat(browser.console()).isEmpty();
        }
    }

    @Test
    void copiesAndTheIncidentAreShown() throws Exception {
        try (BrowseServer server = BrowseServerTest.serve("")) {
            browser.show(1280, false);
            browser.open(server.address() + "?topic=online_scam&grade=main", "document.querySelector('#list li')");
            browser.value("(async () => { for (const link of document.querySelectorAll('#list a')) { link.click();"
                    + " const id = new URLSearchParams(location.search).get('article');"
                    + " while (!document.querySelector('#list li.current') || document.getElementById('article').hidden"
                    + "   || !document.title.startsWith(link.textContent.slice(0, 20))) await new Promise(done => setTimeout(done, 20));"
                    + " window.copied = window.copied || document.querySelector('#copies li .address');"
                    + " window.told = window.told || document.querySelector('#incident li [aria-current]'); } })()");
            assertThat(browser.value("Boolean(window.told)")).isEqualTo("true");
            assertThat(browser.value("Boolean(window.copied)")).isEqualTo("true");
            assertThat(browser.console()).isEmpty();
        }
    }

    @Test
    void hostileTextIsText() throws Exception {
        try (BrowseServer server = BrowseServerTest.serve(BrowseServerTest.hostileViews())) {
            browser.open(server.address() + "?words=img", LISTED);
            browser.value("document.querySelector('#list a').click()");
            browser.await("document.querySelector('#text mark')");

            assertThat(text("title")).contains("<script>document.title='ran'</script><img src=x");
            assertThat(text("text")).contains("</script><script>");
            assertThat(count("img, a[href^=javascript], script:not(#data):not(:last-of-type)"))
                    .isZero();
            assertThat(browser.value("document.title")).contains("<script>").doesNotStartWith("ran");
            browser.open(
                    server.address() + "?words=%3Cimg+src%3Dx%3E&outlet=%22%3E%3Cb%3E",
                    "document.querySelector('#status').textContent");
            assertThat(browser.value("document.getElementById('outlet').value")).isEqualTo("\"><b>");
            assertThat(browser.console()).isEmpty();
        }
    }

    @Test
    void anotherOriginCannotReadIt() throws Exception {
        try (BrowseServer server = BrowseServerTest.serve("")) {
            for (String mode : List.of("cors", "no-cors")) {
                assertThat(browser.value("fetch('" + server.address() + "search', { mode: '" + mode
                                + "' }).then(() => 'read', () => 'refused')"))
                        .as(mode)
                        .isEqualTo("refused");
            }
            browser.open(server.address(), LISTED);
            assertThat(browser.value("fetch('search').then(() => 'read', () => 'refused')"))
                    .isEqualTo("read");
        }
    }

    @Test
    void isReadableAtEveryWidth() throws Exception {
        String measure;
        try (InputStream in = getClass().getResourceAsStream("measure-browse.js")) {
            measure = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        try (BrowseServer server = BrowseServerTest.serve("")) {
            for (boolean isDark : new boolean[] {false, true}) {
                browser.show(1280, isDark);
                browser.open(server.address() + "?country=KH", "document.querySelector('#list a')");
                for (int width : new int[] {320, 390, 768, 1280}) {
                    browser.show(width, isDark);
                    assertThat(browser.value(measure)).as("results at " + width).isEqualTo("dark " + isDark);
                }
                browser.value("document.querySelector('#sql summary').click()");
                browser.value("document.querySelector('#list a').click()");
                browser.await("document.querySelector('#labels dl')");
                for (int width : new int[] {320, 390, 768, 1280}) {
                    browser.show(width, isDark);
                    assertThat(browser.value(measure)).as("article at " + width).isEqualTo("dark " + isDark);
                }
            }
            assertThat(browser.console()).isEmpty();
        }
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private static String text(String id) throws IOException, InterruptedException {
        return browser.value("document.getElementById('" + id + "').textContent");
    }

    private static int count(String selector) throws IOException, InterruptedException {
        return Integer.parseInt(browser.value("document.querySelectorAll(" + quoted(selector) + ").length"));
    }
}
