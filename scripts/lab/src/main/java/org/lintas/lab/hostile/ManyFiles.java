package org.lintas.lab.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Thousands of files in folders within folders, with links that lead back, lead nowhere, or lead to what is read already. */
final class ManyFiles implements CaseClass {

    private static final int FILES = 4_000;
    private static final int IN_A_FOLDER = 100;

    @Override
    public String name() {
        return "files";
    }

    @Override
    public int write(Path folder, SoundArticles sound, Random random) throws IOException {
        Path current = folder;
        for (int i = 0; i < FILES; i++) {
            if (i % IN_A_FOLDER == 0) {
                current = Files.createDirectories((random.nextInt(3) == 0 ? folder : current).resolve("f" + i));
                link(current.resolve("naik"), Path.of(".."));
                link(current.resolve("akar"), folder);
                link(current.resolve("putus.jsonl"), Path.of("tidak-ada"));
            }
            Path file = current.resolve(i + ".jsonl");
            Files.writeString(file, sound.json() + "\n");
            if (i % 10 == 0) {
                link(current.resolve(i + "-lagi.jsonl"), file);
            }
        }
        return FILES + 3 * FILES / IN_A_FOLDER + FILES / 10;
    }

    private static void link(Path link, Path target) throws IOException {
        Files.createSymbolicLink(link, target);
    }
}
