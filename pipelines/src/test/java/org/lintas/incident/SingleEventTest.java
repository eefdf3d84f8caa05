package org.lintas.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lintas.incident.fact.FactModels;
import org.lintas.record.ArticleReport;
import org.lintas.record.Draft;
import org.lintas.record.TopicLabel;
import org.lintas.schemas.Incident;

class SingleEventTest {

    private static final String RAID =
            "Police raided a warehouse in Songkhla on Tuesday night and arrested four men after finding 320 kilograms of "
                    + "crystal methamphetamine hidden under sacks of rice, the provincial commander told reporters on Wednesday.";

    private static final String DEBATE =
            "Lawmakers will debate next month how the country should treat people who use drugs. Experts argue that prisons "
                    + "are full and that treatment costs less, while others fear what a milder law would mean for families and schools.";

    private final ReportReader reader = new ReportReader();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Four held as police seize drugs in Songkhla | Police raided a warehouse in Songkhla on Tuesday night and arrested four men with 320 kg of ice. | Drug policy needs a new direction | Lawmakers and experts disagree on how the country should treat people who use drugs.
            id | Polisi Tangkap Empat Kurir Sabu di Medan | Polisi menggerebek sebuah rumah di Medan pada Selasa malam dan menangkap empat kurir dengan 40 kg sabu. | Pencegahan Narkoba Perlu Peran Keluarga | Pemerintah mengajak keluarga dan sekolah berperan dalam pencegahan narkoba melalui pendidikan dan sosialisasi.
            vi | Bắt bốn người vận chuyển ma túy ở Nghệ An | Công an Nghệ An vừa bắt quả tang bốn người vận chuyển 20 bánh heroin trên quốc lộ rạng sáng 12/3. | Cần sửa luật phòng, chống ma túy | Các đại biểu Quốc hội cho rằng cần sửa luật để nâng cao hiệu quả công tác cai nghiện và tuyên truyền.
            th | ตำรวจรวบ 4 ผู้ต้องหาขนยาบ้าที่เชียงราย | ตำรวจจับกุมผู้ต้องหา 4 คน พร้อมของกลางยาบ้า 2 ล้านเม็ด ที่ด่านตรวจจังหวัดเชียงรายเมื่อคืนวันอังคาร | รัฐบาลเดินหน้านโยบายป้องกันยาเสพติด | รัฐบาลกำหนดแนวทางบูรณาการทุกภาคส่วนเพื่อป้องกันและแก้ไขปัญหายาเสพติดในชุมชนอย่างยั่งยืน
            """)
    void aRaidIsLikelierOneIncidentThanADebate(
            String language, String raid, String told, String debate, String argued) {
        assertThat(read("raid", language, raid, told).getSingle())
                .matches(FactModels::isSingle)
                .isGreaterThan(read("debate", language, debate, argued).getSingle() + .3);
    }

    @Test
    void anArticleThatTellsOfNoSingleIncidentMakesNone() {
        List<ArticleReport> reports = List.of(
                read("raid", "en", "Four held as police seize drugs in Songkhla", RAID),
                read("debate", "en", "Drug policy needs a new direction", DEBATE));
        assertThat(Incidents.rows(reports, List.of(List.of("raid"), List.of("debate"))))
                .filteredOn(row -> row instanceof Incident)
                .singleElement()
                .satisfies(row -> assertThat(((Incident) row).getIncidentId()).isEqualTo("raid"));
    }

    private ArticleReport read(String id, String language, String title, String text) {
        return reader.read(Draft.newBuilder()
                        .setArticleId(id)
                        .setRecordId(id)
                        .setArchiveFile("")
                        .setArchiveOffset(0)
                        .setLanguage(language)
                        .setTitle(title)
                        .setText(text)
                        .setTopics(List.of(new TopicLabel("drug_trafficking", "main", 1d, List.of())))
                        .build())
                .orElseThrow();
    }
}
