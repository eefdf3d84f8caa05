package org.lintas.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.lintas.failure.ExitCode;
import org.lintas.failure.RunFailure;
import org.lintas.storage.Location;
import org.lintas.text.Printable;
import org.lintas.topic.Taxonomy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the built-in taxonomy. */
@Command(
        name = "export",
        description = "Writes the built-in topics and terms, one YAML file a topic.",
        footer = {
            "Keep only the files and terms that you change: what a file does not say stays as it is built in.",
            "Exit codes: 0 OK, 2 usage, 4 failed",
            "",
            "Example:",
            "  lintas taxonomy export --output=taxonomy"
        })
final class ExportTaxonomy implements Action {

    @Option(names = "--output", paramLabel = "DIR", description = "folder for the files; must be empty")
    private String output = "";

    @Override
    public ExitCode run() throws IOException {
        if (output.isBlank()) {
            throw RunFailure.usage("--output is missing: give a folder for the files");
        }
        Path folder = Location.local("--output", output, "write it to the local disk and copy it there");
        String named = "--output=" + Printable.of(output);
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw RunFailure.usage(named + ": is a file; name a folder");
        }
        Files.createDirectories(folder);
        try (Stream<Path> content = Files.list(folder)) {
            if (content.findAny().isPresent()) {
                throw RunFailure.usage(named + ": is not empty; choose another");
            }
        }
        Map<String, String> files = Taxonomy.builtInFiles();
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        System.out.printf("%d files in %s%n", files.size(), folder);
        return ExitCode.OK;
    }
}
