package org.lintas.figure;

import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.lintas.record.Draft;
import org.lintas.record.Drafts;
import org.lintas.record.LabelStep;

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
            return draft.getTopics().isEmpty()
                    ? draft
                    : Drafts.with(draft, labelled -> labelled.setFigures(finder.find(draft)));
        }
    }
}
