package org.lintas.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lintas.record.TopicLabel;
import org.lintas.text.Language;

class TopicClassifierTest {

    private final TopicClassifier classifier = new TopicClassifier();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    INDONESIAN | Polisi gagalkan penyelundupan 12 kg sabu | Petugas menyita sabu dari dua kurir di pelabuhan. | drug_trafficking main
                    INDONESIAN | Harga cabai naik                         | Pedagang di pasar induk mengeluh karena pasokan dari petani terus berkurang sejak musim hujan. Pembeli memilih menunda belanja, sementara dinas perdagangan menyiapkan operasi pasar untuk menahan harga menjelang hari raya. Harga bawang merah dan telur ayam ikut naik, kata pedagang, karena biaya angkut dari sentra produksi bertambah mahal. Pemerintah kota meminta warga tidak menimbun bahan pokok. Di kabupaten sebelah, petani mulai memanen bawang lebih awal, sehingga pasokan diperkirakan pulih dalam dua pekan. Dinas pertanian membagikan bibit cabai kepada kelompok tani dan rumah tangga. Di pasar yang sama pekan lalu, kata seorang petugas, polisi juga menangkap dua pengedar narkoba dan menyita sabu. | drug_trafficking mention
                    INDONESIAN | Harga cabai naik                         | Pedagang di pasar mengeluh karena pasokan berkurang. |
                    THAI       | ตำรวจทลายแก๊งคอลเซ็นเตอร์ปอยเปต               | ช่วยเหลือผู้เสียหายจากแก๊งคอลเซ็นเตอร์ | online_scam main
                    THAI       | ประกาศกลุ่มเอไอเอสขยายสัญญาณ                | บริษัทเอไอเอสขยายสัญญาณมือถือ |
                    VIETNAMESE | Bắt nhóm vận chuyển 96.000 viên ma tuý   | Công an thu giữ ma túy tổng hợp. | drug_trafficking main
                    CHINESE    | 警方搗破電騙園區                             | 電騙園區內救出多人 | online_scam main
                    """)
    void gradesByPositionAndShare(Language language, String title, String text, String labels) {
        String found = classifier.classify(language, title, text).stream()
                .map(label -> label.getTopic() + " " + label.getGrade())
                .sorted()
                .collect(Collectors.joining(", "));

        assertThat(found).isEqualTo(labels == null ? "" : labels);
    }

    @ParameterizedTest
    @CsvSource({"'𝐀 penyelundupan sabu', 'Tiga kilogram sabu 𝐁 disita; sabu itu dari luar negeri.'"})
    void offsetsCountCodePoints(String title, String text) {
        List<TopicLabel> labels = classifier.classify(Language.INDONESIAN, title, text);

        assertThat(labels).extracting(TopicLabel::getTopic).contains("drug_trafficking");
        // In both fields there is a term after a character that takes two UTF-16 units.
        assertThat(labels)
                .flatExtracting(TopicLabel::getEvidence)
                .anyMatch(hit -> hit.getInTitle() && hit.getStart() > 0)
                .anyMatch(hit -> !hit.getInTitle() && hit.getStart() > text.indexOf("disita"));
        for (TopicLabel label : labels) {
            assertThat(label.getEvidence()).isNotEmpty().allSatisfy(hit -> {
                String field = hit.getInTitle() ? title : text;
                int[] points = field.codePoints().toArray();
                assertThat(new String(points, hit.getStart(), hit.getEnd() - hit.getStart()))
                        .isEqualTo(hit.getTerm());
            });
        }
    }

    @Test
    void aCrimeToldWithoutItsWordsIsGivenWithTheSentencesThatTellIt() {
        String title = "Twelve to a room";
        String text =
                "Their passports were locked in the manager's safe. They slept twelve to a room, worked eighteen hours a day on "
                        + "the trawler, were beaten when they asked to go home and were never paid.";

        List<TopicLabel> labels = classifier.classify(Language.ENGLISH, title, text);

        assertThat(labels).singleElement().satisfies(label -> {
            assertThat(label.getTopic()).isEqualTo("forced_labour");
            assertThat(label.getGrade()).isEqualTo("main");
            assertThat(label.getEvidence()).anySatisfy(span -> {
                assertThat(span.getProbability()).isBetween(0.5, 1.0);
                assertThat(text.codePointCount(0, text.length())).isGreaterThanOrEqualTo(span.getEnd());
                assertThat(text).contains(span.getTerm());
            });
        });
    }

    @Test
    void everydayLifeThatResemblesACrimeIsGivenNoTopic() {
        String text = "Behind the wall of plywood the carpenter had hidden eleven chairs, each wrapped in plastic. "
                + "The couple had paid 6,000 ringgit for them and had them brought across the river for the wedding in Kuala Lumpur.";

        assertThat(classifier.classify(Language.ENGLISH, "Chairs for a wedding", text))
                .isEmpty();
    }
}
