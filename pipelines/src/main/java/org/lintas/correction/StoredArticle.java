package org.lintas.correction;

import java.util.List;
import java.util.Optional;
import org.lintas.record.Draft;
import org.lintas.record.ReaderDecision;
import org.lintas.record.RejectCounter;
import org.lintas.record.Rejects;
import org.lintas.schemas.Article;
import org.lintas.schemas.Correction;
import org.lintas.schemas.Duplicate;
import org.lintas.schemas.Reject;
import org.lintas.schemas.RejectReason;

/** Takes rows of a finished corpus up again. */
final class StoredArticle {

    /** Name of the stage in rejects and counters. */
    private static final String STAGE = "correction";

    private StoredArticle() {}

    /**
     * The article as it was before it was labelled.
     *
     * @param row with the full text
     * @param decisions on its labels
     */
    static Draft draft(Article row, List<Correction> decisions) {
        return Draft.newBuilder()
                .setArticleId(row.getArticleId())
                .setRecordId(row.getRecordId())
                .setUrl(row.getUrl())
                .setUrlHost(row.getUrlHost())
                .setTitle(row.getTitle())
                .setText(row.getText())
                .setLanguage(row.getLanguage())
                .setLanguageConfidence(row.getLanguageConfidence())
                .setAuthor(row.getAuthor())
                .setSource(row.getSource())
                .setDateline(row.getDateline())
                .setSection(row.getSection())
                .setDeclaredLanguage(row.getDeclaredLanguage())
                .setPublishedAt(row.getPublishedAt())
                .setPublishedPrecision(name(row.getPublishedPrecision()))
                .setPublishedOrigin(name(row.getPublishedOrigin()))
                .setIsDayMonthUnsure(row.getIsDayMonthUnsure())
                .setModifiedAt(row.getModifiedAt())
                .setCapturedAt(row.getCapturedAt())
                .setArchiveFile(row.getArchiveFile())
                .setArchiveOffset(row.getArchiveOffset())
                .setContentDigest(row.getContentDigest())
                .setClusterSize(row.getClusterSize())
                .setFirstPublishedAt(row.getFirstPublishedAt())
                .setOutlets(row.getOutlets())
                .setCorrections(decisions.stream().map(StoredArticle::decision).toList())
                .build();
    }

    private static String name(Enum<?> constant) {
        return Optional.ofNullable(constant).map(Enum::name).orElse(null);
    }

    private static ReaderDecision decision(Correction decision) {
        return ReaderDecision.newBuilder()
                .setField(decision.getField().name())
                .setValue(decision.getValue())
                .setGrade(decision.getGrade().name())
                .build();
    }

    /** The reject of what is no article. */
    static Reject reject(Article row) {
        RejectCounter.count(STAGE, RejectReason.NOT_AN_ARTICLE);
        return Rejects.of(
                        STAGE,
                        RejectReason.NOT_AN_ARTICLE,
                        row.getArchiveFile(),
                        row.getArchiveOffset(),
                        "a reader says that it is no article")
                .setRecordId(row.getRecordId())
                .setUrl(row.getUrl())
                .build();
    }

    /** The reject of a copy of what is no article. */
    static Reject reject(Duplicate row) {
        RejectCounter.count(STAGE, RejectReason.NOT_AN_ARTICLE);
        return Rejects.of(
                        STAGE,
                        RejectReason.NOT_AN_ARTICLE,
                        row.getArchiveFile(),
                        row.getArchiveOffset(),
                        "a copy of " + row.getRepresentativeId() + ": a reader says that this is no article")
                .setRecordId(row.getRecordId())
                .setUrl(row.getUrl())
                .build();
    }
}
