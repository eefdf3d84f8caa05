package org.lintas.cli;

import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What labels articles beside what ships with Lintas: flags of {@code build} and of {@code relabel}. */
final class LabelFlags {

    @Option(
            names = "--taxonomy",
            paramLabel = "DIR",
            description =
                    "folder of YAML files with topics and terms of your own, laid over the built-in ones; the command taxonomy"
                            + " writes files to start from, and says what is wrong with yours")
    String taxonomy = "";

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "grades topics as readers decided: a file that the command train wrote")
    String model = "";

    @Option(
            names = "--places",
            paramLabel = "FILE",
            description =
                    "places of your own, laid over the built-in ones, a name per line: place, country, kind, language (a code, or any), name,"
                            + " latitude, longitude; separated by tabs; kinds are capital, city, province, border and hub;"
                            + " - stands for a point that is not known; # starts a comment line")
    String places = "";

    @Option(
            names = "--watch",
            paramLabel = "FILE",
            description = "names to look for in all articles, one per line: id, kind, language (a code, or any), name;"
                    + " separated by tabs; kinds are person, organisation, group, company, vessel, compound and operation;"
                    + " # starts a comment line")
    String watch = "";

    @Option(
            names = "--encoder",
            paramLabel = "FILE",
            description =
                    "sentence encoder (ONNX, with tokenizer.json beside it) that tells what passages say, in place of the"
                            + " token vectors: better where a crime is told without its words, and many times slower")
    String encoder = "";

    /** The files that may lie far away. */
    List<String> locations() {
        return Stream.of(taxonomy, model, places, watch)
                .filter(file -> !file.isEmpty())
                .toList();
    }
}
