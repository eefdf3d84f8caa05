package org.lintas.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.beam.sdk.io.FileSystems;
import org.lintas.failure.ExitCode;
import org.lintas.failure.RunFailure;
import org.lintas.storage.Location;
import org.lintas.text.Printable;

/** A file named by a flag, with one entry per line. */
public final class LineFile {

    /** Longer than any address that browsers accept. */
    static final int MAX_LINE = 1 << 16;

    /** More than those of the longest line: a character has at most three bytes, or four for two. */
    private static final int MAX_BYTES = 3 * MAX_LINE + 4;

    /** All lines are held in memory. */
    static final int MAX_LINES = 1_000_000;

    private static final int UNMATCHED_SHOWN = 5;

    private LineFile() {}

    /**
     * Its lines.
     *
     * @param flag such as {@code --exclude}, for the message
     * @throws RunFailure if it cannot be read, is not UTF-8, has a line of more than 65,536 characters, or more than a million lines
     */
    public static List<String> read(String flag, String location) {
        try (var in = new BufferedInputStream(Channels.newInputStream(
                FileSystems.open(FileSystems.matchNewResource(Location.absolute(location), false))))) {
            var lines = new ArrayList<String>();
            for (byte[] bytes = line(in); bytes.length > 0; bytes = line(in)) {
                String line = text(bytes)
                        .orElseThrow(() -> RunFailure.usage(String.format(
                                "%s=%s: line %d is not UTF-8; save it as UTF-8", flag, location, lines.size() + 1)));
                if (line.length() > MAX_LINE) {
                    throw RunFailure.usage(String.format(
                            "%s=%s: line %d is longer than %,d characters: '%s'; give one entry per line",
                            flag, location, lines.size() + 1, MAX_LINE, Printable.beginning(line)));
                }
                if (lines.size() == MAX_LINES) {
                    throw RunFailure.usage(
                            String.format("%s=%s: has more than %,d lines; split it", flag, location, MAX_LINES));
                }
                lines.add(line);
            }
            return lines;
        } catch (IOException | IllegalArgumentException e) {
            throw new RunFailure(
                    ExitCode.INPUT_MISSING, flag + "=" + location + ": cannot be read (" + e.getMessage() + ")");
        }
    }

    /**
     * What its lines say.
     *
     * @param location empty for none
     * @param none what no file says
     * @param parser throws {@link IllegalArgumentException} saying what is wrong with the lines
     * @throws RunFailure if it cannot be read or is wrong
     */
    static <T> T parsed(String flag, String location, T none, Function<List<String>, T> parser) {
        try {
            return location.isEmpty() ? none : parser.apply(read(flag, location));
        } catch (IllegalArgumentException e) {
            throw RunFailure.usage(flag + "=" + location + ": " + e.getMessage());
        }
    }

    /** The bytes of the next line with its end, none after the last; a line that is too long is cut. */
    private static byte[] line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        int b = in.read();
        while (b >= 0) {
            line.write(b);
            b = b == '\n' || line.size() >= MAX_BYTES ? -1 : in.read();
        }
        return line.toByteArray();
    }

    /** What a line says; empty if it is not UTF-8. The last character of one that was cut may be incomplete. */
    private static Optional<String> text(byte[] bytes) {
        CharBuffer text = CharBuffer.allocate(bytes.length);
        boolean isWhole = bytes.length < MAX_BYTES;
        if (StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes), text, isWhole)
                .isError()) {
            return Optional.empty();
        }
        return Optional.of(text.flip().toString().replaceFirst("\r?\n$", ""));
    }

    /**
     * Reports on standard error which entries of a list match nothing; prints nothing if all match.
     *
     * @param unmatched descriptions of the entries; the first five are printed
     * @param entries number of entries in the list
     */
    public static void reportUnmatched(String flag, String location, List<String> unmatched, int entries) {
        if (unmatched.isEmpty()) {
            return;
        }
        List<String> shown = unmatched.subList(0, Math.min(UNMATCHED_SHOWN, unmatched.size()));
        int more = unmatched.size() - shown.size();
        System.err.printf(
                "lintas: %s=%s: %,d of %,d entries match no article or copy: %s%s%n",
                flag,
                location,
                unmatched.size(),
                entries,
                String.join(", ", shown),
                more == 0 ? "" : ", and " + more + " more");
    }
}
