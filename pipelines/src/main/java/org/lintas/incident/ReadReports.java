package org.lintas.incident;

import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.lintas.record.Draft;
import org.lintas.record.Drafts;
import org.lintas.record.LabelStep;

/** Takes from each article what it tells of an incident. Articles that tell of none are left unchanged. */
public final class ReadReports extends PTransform<PCollection<Draft>, PCollection<Draft>> {

    private static final long serialVersionUID = 1;

    private ReadReports() {}

    public static ReadReports create() {
        return new ReadReports();
    }

    @Override
    public PCollection<Draft> expand(PCollection<Draft> drafts) {
        return drafts.apply("Read", ParDo.of(new Read()));
    }

    private static final class Read extends LabelStep {
        private static final long serialVersionUID = 1;

        private transient ReportReader reader;

        Read() {
            super("incident");
        }

        @Setup
        public void setup() {
            reader = new ReportReader();
        }

        @Override
        protected Draft label(Draft draft) {
            return reader.read(draft)
                    .map(report -> Drafts.with(draft, labelled -> labelled.setReport(report)))
                    .orElse(draft);
        }
    }
}
