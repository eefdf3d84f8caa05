package org.lintas.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.beam.sdk.io.FileSystems;

/** A file that a flag names, of one entry a line. */
public final class LineFile {

    private LineFile() {}

    /**
     * Its lines.
     *
     * @param flag such as {@code --exclude}, for the message
     * @throws RunFailure if it cannot be read
     */
    public static List<String> read(String flag, String location) {
        try (var in = new BufferedReader(new InputStreamReader(
                Channels.newInputStream(
                        FileSystems.open(FileSystems.matchNewResource(Location.absolute(location), false))),
                StandardCharsets.UTF_8))) {
            return in.lines().toList();
        } catch (IOException | IllegalArgumentException e) {
            throw new RunFailure(
                    ExitCode.INPUT_MISSING, flag + "=" + location + ": cannot be read (" + e.getMessage() + ")");
        }
    }
}
