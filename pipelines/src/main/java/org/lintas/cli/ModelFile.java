package org.lintas.cli;

import java.io.IOError;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.lintas.failure.ExitCode;
import org.lintas.failure.Reason;
import org.lintas.failure.RunFailure;
import org.lintas.storage.Location;
import org.lintas.storage.StoredFile;
import org.lintas.topic.EncoderCheck;
import org.lintas.topic.OwnModel;
import org.lintas.topic.OwnTaxonomy;
import org.lintas.topic.encoder.EncoderFiles;

/** The file that {@code --model} names. */
final class ModelFile {

    private static final String FLAG = "--model";

    private ModelFile() {}

    /**
     * The model.
     *
     * @param file empty for none
     * @param encoder the encoder that it is used with, if any
     * @throws RunFailure if it cannot be read or used
     */
    static OwnModel model(String file, EncoderFiles encoder) {
        if (file.isEmpty()) {
            return OwnModel.none();
        }
        String named = FLAG + "=" + file + ": ";
        byte[] bytes;
        try (InputStream in = StoredFile.of(Location.absolute(file)).openAt(0)) {
            bytes = in.readNBytes(OwnModel.MAX_BYTES + 1);
        } catch (IOException | IOError e) {
            throw new RunFailure(ExitCode.INPUT_MISSING, named + "cannot be read (" + Reason.of(e) + ")");
        }
        try {
            OwnModel model = OwnModel.of(bytes);
            EncoderCheck.check(encoder, model);
            return model;
        } catch (IllegalArgumentException | IOException e) {
            throw RunFailure.usage(named + e.getMessage());
        }
    }

    /** What is said if a model was trained with another taxonomy; empty if it was not. */
    static Optional<String> otherTaxonomy(OwnModel model, OwnTaxonomy taxonomy) {
        String trained = model.update().taxonomy();
        return model.isEmpty() || trained.equals(taxonomy.version())
                ? Optional.empty()
                : Optional.of(FLAG + ": was trained with taxonomy " + trained + ", this run has " + taxonomy.version()
                        + ": its grades were not measured with these terms; train it again");
    }
}
