package org.lintas.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ctrl-C, or the signal TERM, as the regular end of a command that would not end by itself: the command goes on behind {@link #await} and gives its own
 * exit code. On a machine without these signals the process ends as any other does.
 */
final class Interrupt implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Interrupt.class);

    private final CountDownLatch came = new CountDownLatch(1);

    private Interrupt() {}

    /** From now on the signals are awaited. */
    static Interrupt awaited() {
        var interrupt = new Interrupt();
        for (String signal : new String[] {"INT", "TERM"}) {
            interrupt.handle(signal);
        }
        return interrupt;
    }

    /** The class for signals is in every JDK, in the module jdk.unsupported, but javac warns of it by name. */
    private void handle(String signal) {
        try {
            Class<?> signals = Class.forName("sun.misc.Signal");
            Class<?> handlers = Class.forName("sun.misc.SignalHandler");
            InvocationHandler onSignal = (proxy, method, arguments) -> {
                came.countDown();
                return null;
            };
            Object handler = Proxy.newProxyInstance(handlers.getClassLoader(), new Class<?>[] {handlers}, onSignal);
            signals.getMethod("handle", signals, handlers)
                    .invoke(null, signals.getConstructor(String.class).newInstance(signal), handler);
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.debug("{} is not handled", signal, e);
        }
    }

    /** Waits until a signal has come. */
    void await() {
        try {
            came.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        came.countDown();
    }
}
