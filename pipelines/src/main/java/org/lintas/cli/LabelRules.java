package org.lintas.cli;

import java.io.IOException;
import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import org.lintas.corpus.Versions;
import org.lintas.entity.WatchList;
import org.lintas.failure.ExitCode;
import org.lintas.failure.Reason;
import org.lintas.failure.RunFailure;
import org.lintas.place.OwnPlaces;
import org.lintas.storage.Location;
import org.lintas.topic.EncoderCheck;
import org.lintas.topic.OwnModel;
import org.lintas.topic.OwnTaxonomy;
import org.lintas.topic.encoder.EncoderFiles;

/**
 * What articles are labelled by, as the flags of a user say.
 *
 * @param options the flags, with digests of the files, as recorded in the manifest
 */
record LabelRules(
        OwnTaxonomy taxonomy,
        OwnModel model,
        OwnPlaces places,
        WatchList watchList,
        EncoderFiles encoder,
        Map<String, String> options)
        implements Serializable {

    /** Name of the option that holds the digest of a watch list; empty without one. */
    static final String WATCH_DIGEST = "watchSha256";

    /** Name of the version that is the digest of an encoder; absent without one. */
    static final String ENCODER = "lintas.encoder";

    /**
     * Reads the files.
     *
     * @throws RunFailure naming the flag of one that cannot be used, and what to do
     */
    static LabelRules of(LabelFlags flags) {
        WatchList watchList = LineFile.parsed("--watch", flags.watch, WatchList.none(), WatchList::parse);
        OwnPlaces places = LineFile.parsed("--places", flags.places, OwnPlaces.none(), OwnPlaces::parse);
        OwnTaxonomy taxonomy = TaxonomyFolder.taxonomy(flags.taxonomy);
        EncoderFiles encoder = encoder(flags.encoder);
        OwnModel model = ModelFile.model(flags.model, encoder);
        Map<String, String> options = new TreeMap<>(Map.of(
                "taxonomy",
                flags.taxonomy,
                Versions.TAXONOMY_DIGEST,
                taxonomy.digest(),
                "model",
                flags.model,
                Versions.MODEL_DIGEST,
                model.digest(),
                "places",
                flags.places,
                Versions.PLACES_DIGEST,
                places.digest(),
                "watch",
                flags.watch,
                WATCH_DIGEST,
                watchList.digest(),
                "encoder",
                flags.encoder));
        return new LabelRules(taxonomy, model, places, watchList, encoder, options);
    }

    /** The encoder that {@code --encoder} names. */
    static EncoderFiles encoder(String file) {
        if (file.isEmpty()) {
            return EncoderFiles.none();
        }
        EncoderFiles encoder;
        try {
            encoder = EncoderFiles.of(Location.absolute(file));
        } catch (IOException e) {
            throw new RunFailure(
                    ExitCode.INPUT_MISSING, "--encoder=" + file + ": cannot be read (" + Reason.of(e) + ")");
        }
        try {
            EncoderCheck.check(encoder);
            return encoder;
        } catch (IOException e) {
            throw RunFailure.usage("--encoder=" + file + ": " + e.getMessage());
        }
    }

    /** Versions of everything that rows depend on. */
    Map<String, String> versions() {
        Map<String, String> versions = new TreeMap<>(Versions.all());
        versions.put(Versions.TAXONOMY, taxonomy.version());
        versions.put(Versions.TOPICS, model.version());
        versions.put(Versions.PLACES, places.version());
        if (encoder.isGiven()) {
            versions.put(ENCODER, encoder.digest());
        }
        return versions;
    }
}
