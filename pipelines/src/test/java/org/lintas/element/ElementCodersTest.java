package org.lintas.element;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.coders.CannotProvideCoderException;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.junit.jupiter.api.Test;
import org.lintas.schemas.Duplicate;

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
        assertThatThrownBy(() -> registry.getCoder(SpecificRecord.class))
                .isInstanceOf(CannotProvideCoderException.class);
    }
}
