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
 * Gives every generated record the coder of its schema, and records of different kinds one for all. Beam finds it by {@link java.util.ServiceLoader}; without it records would pass as
 * Java objects, which costs several times as much.
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
            // No type variable that is bound to it: that is of one kind, which is not known here.
            if (type.getType() == SpecificRecord.class) {
                @SuppressWarnings("unchecked")
                var any = (Coder<T>) RecordCoder.INSTANCE;
                return any;
            }
            if (!SpecificRecord.class.isAssignableFrom(raw) || raw.isInterface()) {
                throw new CannotProvideCoderException(type + " is no generated record");
            }
            return AvroCoder.specific(type);
        }
    }
}
