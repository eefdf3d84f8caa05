package org.lintas.language;

import java.util.Locale;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.lintas.record.Draft;
import org.lintas.record.Drafts;
import org.lintas.record.Records;
import org.lintas.record.RejectCounter;
import org.lintas.record.Rejects;
import org.lintas.record.Step;
import org.lintas.schemas.Reject;
import org.lintas.schemas.RejectReason;
import org.lintas.text.Language;

/** Identifies the language of each article; articles in languages that were not selected become rejects. */
public final class IdentifyLanguage extends PTransform<Records<Records.Extracted>, Records<Records.Identified>> {

    private static final long serialVersionUID = 1;

    private final Set<String> selected;

    private IdentifyLanguage(Set<String> selected) {
        this.selected = selected;
    }

    /**
     * Keeps articles in the languages selected.
     *
     * @param selected BCP 47 codes of the languages to keep; empty keeps all, the unknown included
     */
    public static IdentifyLanguage of(Set<String> selected) {
        return new IdentifyLanguage(selected);
    }

    @Override
    public Records<Records.Identified> expand(Records<Records.Extracted> records) {
        return Records.of(records.all().apply("Identify", ParDo.of(new Identify(selected))));
    }

    private static final class Identify extends Step<Draft> {
        private static final long serialVersionUID = 1;
        private static final Counter IDENTIFIED = Metrics.counter("language", "language.articles");

        private final Set<String> selected;
        private transient LanguageIdentifier identifier;

        Identify(Set<String> selected) {
            super(Draft.class, "language");
            this.selected = selected;
        }

        @Setup
        public void setup() {
            identifier = new LanguageIdentifier();
        }

        @Override
        protected SpecificRecord step(Draft draft) {
            LanguageGuess guess = identifier.guess(draft.getTitle(), draft.getText());
            if (selected.isEmpty() || selected.contains(guess.code())) {
                IDENTIFIED.inc();
                return Drafts.with(draft, identified -> {
                    identified.setLanguage(guess.code());
                    identified.setLanguageConfidence(guess.confidence());
                });
            }
            Reject reject = reject(draft, guess);
            RejectCounter.count("language", reject.getReason());
            return reject;
        }

        private static Reject reject(Draft draft, LanguageGuess guess) {
            RejectReason reason = Language.of(guess.code()).isPresent()
                    ? RejectReason.LANGUAGE_NOT_SELECTED
                    : guess.code().equals(LanguageGuess.UNKNOWN)
                            ? RejectReason.UNKNOWN_LANGUAGE
                            : RejectReason.OTHER_LANGUAGE;
            String detail = String.format(Locale.ROOT, "%s, confidence %.2f", guess.code(), guess.confidence());
            return Rejects.of("language", reason, draft.getArchiveFile(), draft.getArchiveOffset(), detail)
                    .setRecordId(draft.getRecordId())
                    .setUrl(draft.getUrl())
                    .build();
        }
    }
}
