package org.lintas.dedup.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lintas.dedup.text.Signature;
import org.lintas.dedup.text.Tokens;
import org.lintas.record.Draft;
import org.lintas.text.ArticleId;
import org.lintas.text.ContentDigest;

class DraftLinesTest {

    private static final String NOTICE =
            "Follow Warta on Telegram, Facebook and Instagram for the latest news of the region.";

    @ParameterizedTest
    @ValueSource(
            strings = {NOTICE, "- Agency", "</s>", "-----", "Warta/ab", "ติดตามข่าวสารได้ที่เฟซบุ๊กและช่องทางอื่นของเรา"
            })
    void aLineThatAnOutletRepeatsIsCut(String line) {
        List<DraftLines.Cut> cut = cut(
                120, number -> number % 2 == 0 ? MadeArticles.text(number) + "\n\n" + line : MadeArticles.text(number));

        assertThat(IntStream.range(0, 120)).allSatisfy(number -> {
            assertThat(cut.get(number).draft().getText()).isEqualTo(MadeArticles.text(number));
            assertThat(cut.get(number).lines()).isEqualTo(number % 2 == 0 ? List.of(line) : List.of());
        });
    }

    @Test
    void itIsCutWhereverItStandsNearAnEdge() {
        List<DraftLines.Cut> cut =
                cut(20, number -> "A+ A-\n\n" + MadeArticles.text(number).replaceFirst("\n\n", "\n\n[Advert]\n\n"));

        assertThat(cut).allSatisfy(article -> assertThat(article.lines()).containsExactly("A+ A-", "[Advert]"));
        assertThat(cut.get(3).draft().getText()).isEqualTo(MadeArticles.text(3));
    }

    @Test
    void digestAndIdAreThoseOfTheTextThatIsLeft() {
        Draft draft = cut(20, number -> MadeArticles.text(number) + "\n\n" + NOTICE)
                .get(5)
                .draft();

        assertThat(draft.getContentDigest())
                .isEqualTo(ContentDigest.of(MadeArticles.headline(5), MadeArticles.text(5)));
        assertThat(draft.getArticleId()).isEqualTo(ArticleId.of(draft.getRecordId(), null, draft.getContentDigest()));
    }

    @Test
    void aTailWithoutALineOfItsOwnIsCut() {
        List<DraftLines.Cut> cut = cut(40, number -> flat(number) + " — Agency " + number % 3 + " " + NOTICE);

        assertThat(cut.get(4).draft().getText()).isEqualTo(flat(4) + " — Agency 1");
        assertThat(cut).allSatisfy(article -> assertThat(article.lines()).containsExactly(NOTICE));
    }

    @Test
    void theEndOfASentenceStays() {
        List<DraftLines.Cut> cut = cut(
                400,
                number -> number % 10 == 0
                        ? flat(number)
                                .replaceFirst(
                                        "\\.$", " said the minister after he had opened the market in the town today.")
                        : flat(number));

        assertThat(cut).allSatisfy(article -> assertThat(article.lines()).isEmpty());
    }

    /** The background of a story stands in all reports on it, in whatever words their headlines are. */
    @Test
    void theSentenceOfAStoryStays() {
        String background =
                "The ferry sank off the island on the night of 3 March with more than ninety people aboard.";
        List<Draft> drafts = IntStream.range(0, 300)
                .mapToObj(number -> number < 25
                        ? MadeArticles.draft(
                                number,
                                "Warta",
                                "Ferry " + MadeArticles.headline(number),
                                MadeArticles.text(number) + "\n\n" + background)
                        : MadeArticles.draft(number, "Warta", MadeArticles.headline(number), MadeArticles.text(number)))
                .toList();

        assertThat(DraftLines.cutAll(drafts))
                .allSatisfy(article -> assertThat(article.lines()).isEmpty());
    }

    @Test
    void aStockSentenceWithOtherEndingsStays() {
        List<DraftLines.Cut> cut = cut(
                300,
                number -> MadeArticles.text(number) + "\n\nThe case is being investigated under section "
                        + (number % 5 == 0 ? 302 : number) + " of the code.");

        assertThat(cut).allSatisfy(article -> assertThat(article.lines()).isEmpty());
    }

    @Test
    void copiesOfAnArticleDoNotRepeatItsLines() {
        List<Draft> drafts = IntStream.range(0, 200)
                .mapToObj(number -> {
                    String text = number < 60
                            ? MadeArticles.text(0) + "\n\n" + MadeArticles.headline(number) + ".\n\nPolice confirm"
                            : MadeArticles.text(number);
                    return MadeArticles.draft(number, "Warta", MadeArticles.headline(number), text);
                })
                .toList();

        assertThat(DraftLines.cutAll(drafts))
                .allSatisfy(article -> assertThat(article.lines()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"9, 9", "30, 9", "3000, 10"})
    void aLineOfFewArticlesStays(int articles, int with) {
        List<DraftLines.Cut> cut = cut(
                articles,
                number -> number < with ? MadeArticles.text(number) + "\n\n- Agency" : MadeArticles.text(number));

        assertThat(cut).allSatisfy(article -> assertThat(article.lines()).isEmpty());
    }

    @Test
    void theLinesOfAnotherOutletStay() {
        List<Draft> drafts = IntStream.range(0, 60)
                .mapToObj(number -> MadeArticles.draft(
                        number,
                        number < 55 ? "Warta" : "Kabar",
                        MadeArticles.headline(number),
                        MadeArticles.text(number) + "\n\n" + NOTICE))
                .toList();

        assertThat(DraftLines.cutAll(drafts).stream()
                        .filter(cut -> !cut.lines().isEmpty())
                        .map(cut -> cut.draft().getSource()))
                .hasSize(55)
                .containsOnly("Warta");
    }

    @Test
    void anArticleOfNothingElseIsKeptAsItIs() {
        List<DraftLines.Cut> cut =
                cut(20, number -> number == 7 ? NOTICE : MadeArticles.text(number) + "\n\n" + NOTICE);

        assertThat(cut.get(7).draft().getText()).isEqualTo(NOTICE);
        assertThat(cut.get(7).lines()).isEmpty();
        assertThat(cut.get(8).lines()).containsExactly(NOTICE);
    }

    /** More articles than a sample holds, in any order and in any parts. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theOrderOfArticlesDoesNotMatter(long seed) {
        var articles = new ArrayList<byte[]>();
        for (int number = 0; number < OutletSample.SIZE + 500; number++) {
            Draft draft = MadeArticles.draft(
                    number,
                    "Warta",
                    MadeArticles.headline(number),
                    MadeArticles.text(number) + (number % 4 == 0 ? "\n\n" + NOTICE : ""));
            articles.add(DraftLines.of(draft, Signature.of(Tokens.of(draft.getText()))));
        }
        var whole = new OutletSample();
        articles.forEach(whole::add);
        Collections.shuffle(articles, new Random(seed));
        var merged = new OutletSample();
        for (int from = 0; from < articles.size(); from += 700) {
            var part = new OutletSample();
            articles.subList(from, Math.min(articles.size(), from + 700)).forEach(part::add);
            merged.addAll(part);
        }

        assertThat(merged.articles()).hasSize(OutletSample.SIZE).containsExactlyElementsOf(whole.articles());
        assertThat(RepeatedLines.of(merged).toBytes())
                .isNotEmpty()
                .isEqualTo(RepeatedLines.of(whole).toBytes());
    }

    @Test
    void longAndHostileTextsAreRead() {
        String spaces = "\n".repeat(100_000);
        String noBreak = "kapal ".repeat(200_000);

        List<DraftLines.Cut> cut = cut(12, number -> switch (number) {
            case 0 -> spaces + "a" + spaces;
            case 1 -> noBreak;
            case 2 -> ". ".repeat(50_000);
            case 3 -> "\uD83D\uDE00".repeat(1_000);
            default -> MadeArticles.text(number);
        });

        assertThat(cut).allSatisfy(article -> assertThat(article.lines()).isEmpty());
    }

    private static List<DraftLines.Cut> cut(int articles, IntFunction<String> text) {
        return DraftLines.cutAll(IntStream.range(0, articles)
                .mapToObj(number ->
                        MadeArticles.draft(number, "Warta", MadeArticles.headline(number), text.apply(number)))
                .toList());
    }

    private static String flat(int number) {
        return MadeArticles.text(number).replace("\n\n", " ");
    }
}
