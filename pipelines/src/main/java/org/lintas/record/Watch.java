package org.lintas.record;

import java.io.Serializable;

/** Stands by in every process in which a step works, to tell others how far it is. */
public interface Watch extends Serializable {

    /** The step begins to work in this process. */
    void enter();

    /** It has ended; as often as it has begun. */
    void leave();

    /** Tells nobody. */
    static Watch none() {
        return new Watch() {
            private static final long serialVersionUID = 1;

            @Override
            public void enter() {}

            @Override
            public void leave() {}
        };
    }
}
