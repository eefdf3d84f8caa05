package org.lintas.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.coders.CannotProvideCoderException;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderException;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.util.CoderUtils;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.junit.jupiter.api.Test;
import org.lintas.schemas.Duplicate;
import org.lintas.schemas.RejectReason;

class ElementCodersTest {

    private final CoderRegistry registry = CoderRegistry.createDefault();

    @Test
    void recordsHaveTheCoderOfTheirSchema() throws CannotProvideCoderException {
        assertThat(registry.getCoder(Draft.class)).isInstanceOf(AvroCoder.class);
        assertThat(registry.getCoder(Duplicate.class)).isInstanceOf(AvroCoder.class);
        assertThat(registry.getCoder(TypeDescriptors.kvs(TypeDescriptors.strings(), TypeDescriptor.of(Draft.class)))
                        .getCoderArguments()
                        .get(1))
                .isInstanceOf(AvroCoder.class);
    }

    @Test
    void whatIsNoRecordIsLeftToOthers() throws CannotProvideCoderException {
        assertThat(registry.getCoder(TypeDescriptors.strings())).isNotInstanceOf(AvroCoder.class);
        assertThatThrownBy(() -> registry.getCoder(IndexedRecord.class))
                .isInstanceOf(CannotProvideCoderException.class);
    }

    @Test
    void recordsOfDifferentKindsGoTogether() throws CannotProvideCoderException, CoderException {
        Coder<SpecificRecord> coder = registry.getCoder(SpecificRecord.class);
        var count = ArchiveCount.newBuilder()
                .setPath("a")
                .setBytes(1)
                .setSha256("")
                .setDocuments(2)
                .setRejects(3)
                .setSkipped(Map.of("image", 4L))
                .build();
        var reject =
                Rejects.of("archive", RejectReason.INVALID_JSON, "a", 7, "what").build();

        assertThat(CoderUtils.clone(coder, count)).isEqualTo(count).isNotSameAs(count);
        assertThat(CoderUtils.clone(coder, reject)).isEqualTo(reject);
    }

    @Test
    void aKindThatDoesNotGoTogetherIsRefused() throws CannotProvideCoderException {
        Coder<SpecificRecord> coder = registry.getCoder(SpecificRecord.class);

        assertThatThrownBy(() -> CoderUtils.encodeToByteArray(coder, new ClusterElement()))
                .isInstanceOf(CoderException.class)
                .hasStackTraceContaining("is not a supported record type");
        assertThatThrownBy(() -> CoderUtils.decodeFromByteArray(coder, new byte[] {99}))
                .isInstanceOf(CoderException.class)
                .hasStackTraceContaining("unknown record type");
    }
}
