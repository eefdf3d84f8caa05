package org.lintas.report.browse;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;

/** An output that takes nothing more after some time. It is not closed by who writes to it, who may do so behind half of a file. */
final class TimedOutput extends FilterOutputStream {

    private final long start = System.nanoTime();
    private final long nanos;

    TimedOutput(OutputStream out, long seconds) {
        super(out);
        nanos = TimeUnit.SECONDS.toNanos(seconds);
    }

    @Override
    public void write(int b) throws IOException {
        check();
        out.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        check();
        out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }

    private void check() throws IOException {
        if (System.nanoTime() - start > nanos) {
            throw new InterruptedIOException("longer than " + TimeUnit.NANOSECONDS.toSeconds(nanos) + " seconds");
        }
    }
}
