package org.lintas.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageIdentifierTest {

    private static final String MALAY =
            "Jawatankuasa itu akan membentangkan laporan berkenaan kepada lembaga pengarah selepas cuti sekolah tamat. ";
    private static final String ENGLISH =
            "The committee will present the report to its board of directors once the school holidays are over. ";
    private static final String THAI = "คณะกรรมการจะเสนอรายงานต่อที่ประชุมหลังปิดภาคเรียน ";

    private final LanguageIdentifier identifier = new LanguageIdentifier();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    id | Polisi mengatakan bahwa tersangka akan segera diperiksa karena uang itu tidak bisa dijelaskan asalnya.
                    ms | Polis berkata suspek itu akan disoal siasat kerana wang berkenaan tidak boleh dijelaskan puncanya.
                    tl | Sinabi ng pulisya na iimbestigahan ang mga suspek dahil hindi nila maipaliwanag ang pera.
                    vi | Công an cho biết nghi phạm sẽ bị điều tra vì không giải thích được nguồn gốc số tiền.
                    en | Police said that the suspects would be questioned because they could not explain where the money came from.
                    th | ตำรวจกล่าวว่าผู้ต้องสงสัยจะถูกสอบสวนเพราะไม่สามารถอธิบายที่มาของเงินได้
                    lo | ຕຳຫຼວດກ່າວວ່າຜູ້ຕ້ອງສົງໄສຈະຖືກສອບສວນຍ້ອນບໍ່ສາມາດອະທິບາຍທີ່ມາຂອງເງິນ
                    km | ប៉ូលីសបាននិយាយថាជនសង្ស័យនឹងត្រូវបានសួរចម្លើយព្រោះមិនអាចពន្យល់ប្រភពនៃប្រាក់
                    my | သံသယရှိသူများကို စစ်ဆေးသွားမည်ဖြစ်ကြောင်း ရဲက ပြောကြားခဲ့သည်
                    zh | 警方表示由於無法解釋資金來源，疑犯將被盤問，案件仍在調查之中，暫時沒有人被起訴。
                    ta | பணம் எங்கிருந்து வந்தது என்பதை விளக்க முடியாததால் சந்தேக நபர்கள் விசாரிக்கப்படுவார்கள்
                    und | 12.345
                    """)
    void identifiesLanguagesThatAreKeptByDefault(String code, String text) {
        assertThat(identifier.guess(null, text).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    jv | Ketua koperasi ngandharake yen dhuwit simpenan para anggota isih aman lan bakal dibalekake sawise rapat taunan.
                    jv | Panjenenganipun matur bilih sedaya arta simpenan taksih wetah lan badhe kawangsulaken sasampunipun rapat.
                    su | Pupuhu koperasi nétélakeun yén duit simpenan para anggota masih aman sarta baris dipulangkeun sanggeus rapat.
                    su | Pupuhu koperasi netelakeun yen duit simpenan para anggota masih aman sarta baris dipulangkeun sanggeus rapat.
                    ceb | Matod sa tsirman sa kooperatiba, luwas ra ang kwarta sa mga sakop ug iuli kini human sa tinuig nga tigom.
                    min | Katua koparasi mangecek kalau pitih simpanan anggota masih aman dan ka dibaliakan sasudah rapek nagari.
                    ilo | Kinuna ti pangulo ti kooperatiba a natalged pay laeng ti kuarta dagiti kameng ken maisublinto kalpasan ti miting.
                    war | Siring han tsirman han kooperatiba, waray mawara an kwarta han mga membro ngan igbabalik ini katapos han miting.
                    hil | Suno sa tsirman sang kooperatiba, wala madula ang kwarta sang mga katapo kag iuli ini pagkatapos sang miting.
                    fr | La police a déclaré que les suspects seraient interrogés parce qu'ils ne pouvaient pas expliquer l'origine de l'argent.
                    de | Die Polizei teilte mit, dass die Verdächtigen befragt würden, weil sie die Herkunft des Geldes nicht erklären konnten.
                    es | La presidenta de la cooperativa dijo que el dinero de los socios sigue a salvo y que será devuelto después de la reunión.
                    pt | A presidente da cooperativa disse que o dinheiro dos sócios continua seguro e que será devolvido depois da reunião.
                    it | La presidente della cooperativa ha detto che i soldi dei soci sono al sicuro e che saranno restituiti dopo la riunione.
                    nl | De voorzitter van de coöperatie zei dat het geld van de leden veilig is en na de vergadering wordt teruggegeven.
                    ja | 警察は、容疑者がお金の出所を説明できなかったため、これから事情を聴くことにしていると発表しました。
                    ko | 경찰은 용의자들이 돈의 출처를 설명하지 못해 조사할 예정이라고 밝혔다.
                    shn | ၵူၼ်းမိူင်းၸိူဝ်းၼၼ်ႉ လႆႈယူႇသဝ်းၸွမ်းပိူၼ်ႈ ၼႂ်းဝဵင်းယႂ်ႇ
                    other | Полиция сообщила, что подозреваемых допросят, потому что они не смогли объяснить происхождение денег.
                    other | كرجاءن اكن مڠهنتر بنتوان كڤد مڠسا بنجير دنݢري ايت
                    """)
    void identifiesNeighbouringLanguagesByTheirOwnCodes(String code, String text) {
        assertThat(identifier.guess(null, text).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Prezes spółdzielni powiedziała, że pieniądze członków są bezpieczne i zostaną zwrócone po zebraniu.",
                "Kooperatif başkanı, üyelerin parasının güvende olduğunu ve toplantıdan sonra geri verileceğini söyledi.",
                "Mwenyekiti wa chama cha ushirika alisema kwamba fedha za wanachama ziko salama na zitarudishwa baada ya mkutano.",
                "Guddoomiyaha iskaashatadu wuxuu sheegay in lacagta xubnuhu ay nabad tahay oo la soo celin doono shirka ka dib.",
                "Nilaza ny filohan'ny koperativa fa voatahiry tsara ny volan'ny mpikambana ary haverina aorian'ny fivoriana.",
                "Az egyesület elnöke azt mondta, hogy a tagok pénze biztonságban van, és a gyűlés után visszaadják."
            })
    void rejectsLanguagesThatItDoesNotKnow(String text) {
        assertThat(identifier.guess(null, text).code()).isEqualTo(LanguageGuess.OTHER);
    }

    @Test
    void identifiesTheLargestPart() {
        assertThat(identifier.guess(null, MALAY.repeat(7) + ENGLISH.repeat(3)).code())
                .isEqualTo("ms");
        assertThat(identifier.guess(null, MALAY.repeat(3) + ENGLISH.repeat(7)).code())
                .isEqualTo("en");
        assertThat(identifier.guess(null, THAI.repeat(7) + ENGLISH.repeat(2)).code())
                .isEqualTo("th");
        assertThat(identifier.guess(null, THAI.repeat(2) + ENGLISH.repeat(7)).code())
                .isEqualTo("en");
    }

    @Test
    void readsALongTextToItsEnd() {
        assertThat(identifier
                        .guess("Committee to present report", ENGLISH.repeat(30) + MALAY.repeat(90))
                        .code())
                .isEqualTo("ms");
    }

    @Test
    void takesNamesInLatinLettersForThoseOfTheTextAround() {
        String names = "Wirtz Szczesny Grzegorz Krychowiak Mkhitaryan Ljubojevic Hradecky Xhaka Zyrianov ";
        assertThat(identifier.guess(null, THAI + names).code()).isEqualTo("th");
    }

    @Test
    void isLessConfidentInAShortText() {
        LanguageGuess headline = identifier.guess(null, "Harga beras naik lagi di pasar");
        LanguageGuess article = identifier.guess(
                null,
                "Harga beras naik lagi di pasar karena pasokan dari para petani berkurang, kata pedagang yang ditemui hari ini. "
                        .repeat(3));

        assertThat(headline.confidence()).isLessThan(0.98).isLessThan(article.confidence());
        assertThat(article.code()).isEqualTo("id");
        assertThat(identifier.guess(null, "Harga naik").code()).isEqualTo(LanguageGuess.UNKNOWN);
    }

    @Test
    void confidenceIsAProbability() {
        for (String text :
                new String[] {MALAY, ENGLISH, THAI, MALAY + ENGLISH, "Xqz ".repeat(40), "ab cd ef gh ij kl mn"}) {
            assertThat(identifier.guess(null, text).confidence()).isBetween(0.0, 1.0);
        }
    }
}
