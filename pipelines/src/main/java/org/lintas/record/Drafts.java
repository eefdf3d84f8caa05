package org.lintas.record;

import java.util.function.Consumer;
import org.apache.avro.Schema;

/** Makes drafts of others. */
public final class Drafts {

    private Drafts() {}

    /**
     * A draft that differs from another, which stays as it is. The builder that Avro generates would copy each list and each record in it.
     *
     * @param change sets what differs; what a field holds is replaced, not changed, since both drafts have it
     */
    public static Draft with(Draft draft, Consumer<Draft> change) {
        var changed = new Draft();
        for (Schema.Field field : Draft.getClassSchema().getFields()) {
            changed.put(field.pos(), draft.get(field.pos()));
        }
        change.accept(changed);
        return changed;
    }
}
