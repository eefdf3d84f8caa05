package org.lintas.record;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.coders.CannotProvideCoderException;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderProvider;
import org.apache.beam.sdk.coders.CoderProviderRegistrar;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * Registers Avro coders for all generated records, and one coder for collections of mixed record types. Beam finds this
 * class by {@link java.util.ServiceLoader}; without it records would use Java serialization, which is several times
 * slower.
 */
public final class ElementCoders implements CoderProviderRegistrar {

    @Override
    public List<CoderProvider> getCoderProviders() {
        return List.of(new Provider());
    }

    private static final class Provider extends CoderProvider {
        @Override
        public <T> Coder<T> coderFor(TypeDescriptor<T> type, List<? extends Coder<?>> components)
                throws CannotProvideCoderException {
            Class<? super T> raw = type.getRawType();
            // Not for a type variable bounded by it: that stands for one record type, which is unknown here.
            if (type.getType() == SpecificRecord.class) {
                @SuppressWarnings("unchecked")
                var any = (Coder<T>) RecordCoder.INSTANCE;
                return any;
            }
            if (!SpecificRecord.class.isAssignableFrom(raw) || raw.isInterface()) {
                throw new CannotProvideCoderException(type + " is not a generated record");
            }
            return AvroCoder.specific(type);
        }
    }
}
