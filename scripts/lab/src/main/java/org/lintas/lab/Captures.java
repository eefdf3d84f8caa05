package org.lintas.lab;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.lintas.archive.ArchiveFormat;
import org.lintas.archive.ArchiveReaders;
import org.lintas.archive.bytes.Budget;
import org.lintas.archive.input.FieldNames;
import org.lintas.archive.input.RecordSink;
import org.lintas.record.Capture;
import org.lintas.schemas.Reject;

/** Reads archive files one after the other into a sink, without Beam. */
final class Captures {

    private static final int MAX_RECORD_BYTES = 16 << 20;

    private Captures() {}

    /** What receives the records of files. */
    interface Sink extends RecordSink {
        /** Called before each file. */
        void begin(Budget budget);
    }

    /** Reads all files of a folder, in the order of their names. */
    static void read(Path folder, Sink sink) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                sink.begin(new Budget(Files.size(file)));
                byte[] head;
                try (InputStream in = Files.newInputStream(file)) {
                    head = in.readNBytes(ArchiveFormat.HEAD);
                }
                ArchiveFormat format = ArchiveFormat.of(file.toString(), head)
                        .orElseThrow(() -> new IllegalArgumentException("unknown format of " + file));
                new ArchiveReaders(MAX_RECORD_BYTES, FieldNames.DEFAULT)
                        .of(format)
                        .read(file.toString(), at -> open(file, at), sink);
            }
        }
    }

    private static InputStream open(Path file, long offset) throws IOException {
        InputStream in = Files.newInputStream(file);
        in.skipNBytes(Math.min(offset, Files.size(file)));
        return in;
    }

    /** All captures of a folder; rejects are left out. */
    static List<Capture> of(Path folder) throws IOException {
        var captures = new ArrayList<Capture>();
        read(folder, new Sink() {
            private Budget budget;

            @Override
            public void begin(Budget next) {
                budget = next;
            }

            @Override
            public Budget budget() {
                return budget;
            }

            @Override
            public void capture(Capture capture) {
                captures.add(capture);
            }

            @Override
            public void reject(Reject reject) {
                // What is no article has no stages.
            }

            @Override
            public void skip(String kind) {
                // As above.
            }
        });
        return captures;
    }
}
