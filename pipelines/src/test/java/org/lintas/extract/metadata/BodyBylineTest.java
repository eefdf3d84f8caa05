package org.lintas.extract.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyBylineTest {

    private static final String STORY = "Petugas menahan empat kapal yang membawa barang tanpa dokumen.";

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "Oleh: Ani Lestari = Ani Lestari",
                "Oleh ANI LESTARI BINTI AHMAD = ANI LESTARI BINTI AHMAD",
                "Laporan Wartawan Kabar Lintas, Budi Santoso = Budi Santoso",
                "Laporan Budi Santoso | Medan = Budi Santoso",
                "(Penulis: Ani Lestari | Editor: Budi Santoso) = Ani Lestari",
                "Penulis: Ani Lestari/Kabar Lintas = Ani Lestari",
                "Reporter: Ani Lestari & Budi Santoso = Ani Lestari, Budi Santoso",
                "Oleh: Ani Lestari, Guru di Pulau Utara = Ani Lestari",
                "By Mary Ann Cruz and Juan dela Cruz = Mary Ann Cruz, Juan dela Cruz",
                "By Dr. C.K. Tan (The Harbour Gazette) = Dr. C.K. Tan",
                "Ulat ni Juan dela Cruz = Juan dela Cruz",
                "Tác giả: Nguyễn Thị Lan = Nguyễn Thị Lan",
                "Theo Trần Văn Minh (Báo Bến Cảng) = Trần Văn Minh",
                "ผู้สื่อข่าว: สมชาย ใจดี = สมชาย ใจดี",
                "เขียนโดย สมชาย ใจดี = สมชาย ใจดี",
                "ដោយ៖ សុខ ខេមរា = សុខ ខេមរា",
                "អត្ថបទដោយ ៖ ចាន់ ធារី = ចាន់ ធារី",
                "ໂດຍ: ສົມພອນ ວົງສາ = ສົມພອນ ວົງສາ",
                "ရေးသားသူ - မောင်မောင် = မောင်မောင်",
                "நிருபர்: குமரன் = குமரன்",
                "【撰文：王小明】 = 王小明",
                "【記者：王小明、李大文；編輯：陳三】 = 王小明, 李大文",
                "作者：王小明，自由撰稿人 = 王小明"
            })
    void theByline(String line, String names) {
        BodyByline first = BodyByline.of(List.of(line, STORY));
        BodyByline last = BodyByline.of(List.of(STORY, line));

        assertThat(first.author()).contains(names);
        assertThat(first.paragraphs()).containsExactly(STORY);
        assertThat(last).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Oleh karena itu, harga naik.",
                "Oleh Tim Redaksi",
                "Laporan itu boleh dibaca di bawah.",
                "Laporan Ketua Audit Negara",
                "Penulis ialah Presiden sebuah persatuan.",
                "By The Harbour Foundation",
                "By the way",
                "By Reuters",
                "Nik Nazmi Nik Ahmad",
                "Theo thống kê, hiện thành phố có 19.000 người.",
                "Theo Công an nhân dân",
                "Theo TTXVN",
                "โดยมีประเด็นการประชุม",
                "ผู้สื่อข่าว: กองบรรณาธิการ",
                "ដោយ៖សហការី",
                "記者：老師如果沒有停止學生活動，學校是否須負責？",
                "【文：港口工會】",
                "作者 Facebook：https://example.org/a",
                "Penulis: ani@kabar.example"
            })
    void noByline(String line) {
        BodyByline found = BodyByline.of(List.of(line, STORY));

        assertThat(found.author()).isEmpty();
        assertThat(found.paragraphs()).containsExactly(line, STORY);
    }

    @Test
    void theReporterOfADispatchIsNamedInItAndNothingIsCut() {
        String dispatch = "新華社河內1月1日電（記者 王小明、李大文）當地警方星期三說，已拘留四人。";

        BodyByline found = BodyByline.of(List.of(dispatch, STORY));

        assertThat(found.author()).contains("王小明, 李大文");
        assertThat(found.paragraphs()).containsExactly(dispatch, STORY);
    }

    @Test
    void aBylineInTheMiddleOfALongTextIsPartOfIt() {
        List<String> text =
                List.of(STORY, STORY, STORY, STORY, STORY, "By Ann Lee", STORY, STORY, STORY, STORY, STORY, STORY);

        assertThat(BodyByline.of(text)).isEqualTo(new BodyByline(java.util.Optional.empty(), text));
    }
}
