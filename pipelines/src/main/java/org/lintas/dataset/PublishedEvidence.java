package org.lintas.dataset;

import org.lintas.schemas.ArticleTopic;
import org.lintas.schemas.Evidence;
import org.lintas.schemas.EvidenceKind;
import org.lintas.schemas.TextField;
import org.lintas.text.PublishedText;

/** The evidence of a topic as it is published: sentences of a text only with all of the text. */
public final class PublishedEvidence {

    private PublishedEvidence() {}

    /** The row with what may be published of its evidence; offsets stay. */
    public static ArticleTopic of(ArticleTopic row, PublishedText published) {
        return published.kind() == PublishedText.Kind.FULL
                ? row
                : ArticleTopic.newBuilder(row)
                        .setEvidence(row.getEvidence().stream()
                                .map(PublishedEvidence::withoutText)
                                .toList())
                        .build();
    }

    private static Evidence withoutText(Evidence evidence) {
        return evidence.getKind() == EvidenceKind.sentence && evidence.getField() == TextField.text
                ? Evidence.newBuilder(evidence).setTerm("").build()
                : evidence;
    }
}
