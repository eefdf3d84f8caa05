package org.lintas.figure;

import java.util.List;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.lintas.record.Draft;
import org.lintas.record.FigureMention;
import org.lintas.record.LabelStep;
import org.lintas.text.Language;

/** Finds the money, the goods and the people that each article counts. Articles without a topic are left unchanged. */
public final class FindFigures extends PTransform<PCollection<Draft>, PCollection<Draft>> {

    private static final long serialVersionUID = 1;

    private FindFigures() {}

    public static FindFigures create() {
        return new FindFigures();
    }

    @Override
    public PCollection<Draft> expand(PCollection<Draft> drafts) {
        return drafts.apply("Find", ParDo.of(new Find()));
    }

    private static final class Find extends LabelStep {
        private static final long serialVersionUID = 1;

        private transient FigureFinder finder;

        Find() {
            super("figure");
        }

        @Setup
        public void setup() {
            finder = new FigureFinder();
        }

        @Override
        protected Draft label(Draft draft) {
            if (draft.getTopics().isEmpty()) {
                return draft;
            }
            List<FigureMention> figures = Language.of(draft.getLanguage())
                    .map(language -> finder.find(language, draft.getText()))
                    .orElse(List.of());
            return Draft.newBuilder(draft).setFigures(figures).build();
        }
    }
}
