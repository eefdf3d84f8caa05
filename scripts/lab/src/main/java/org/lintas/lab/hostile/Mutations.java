package org.lintas.lab.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Sound files of all formats with bytes changed, cut off, taken out, put in, repeated, or exchanged between files. */
final class Mutations implements CaseClass {

    private static final int OF_A_FILE = 60;
    private static final int MAX_CHANGES = 8;

    private final Path sample;

    /** @param sample folder of sound files */
    Mutations(Path sample) {
        this.sample = sample;
    }

    @Override
    public String name() {
        return "mutations";
    }

    @Override
    public int write(Path folder, SoundArticles sound, Random random) throws IOException {
        Files.writeString(folder.resolve("laporan.jsonl"), sound.json() + "\n");
        List<Path> files;
        try (Stream<Path> walk = Files.walk(sample)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        int cases = 0;
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            byte[] other = Files.readAllBytes(files.get(random.nextInt(files.size())));
            for (int i = 0; i < OF_A_FILE; i++) {
                byte[] mutated = bytes;
                for (int change = random.nextInt(MAX_CHANGES); change >= 0; change--) {
                    mutated = mutate(mutated, other, random);
                }
                Files.write(folder.resolve(cases++ + "-" + file.getFileName()), mutated);
            }
        }
        return cases;
    }

    private static byte[] mutate(byte[] bytes, byte[] other, Random random) {
        if (bytes.length == 0) {
            return bytes;
        }
        // The head tells the format: what nobody can tell is bad usage.
        int head = Math.min(64, bytes.length - 1);
        int at = head + random.nextInt(bytes.length - head);
        int length = Math.min(bytes.length - at, 1 + random.nextInt(100));
        byte[] changed = bytes.clone();
        return switch (random.nextInt(6)) {
            case 0 -> {
                changed[at] = (byte) random.nextInt();
                yield changed;
            }
            case 1 -> Arrays.copyOf(changed, at);
            case 2 -> join(bytes, at, new byte[0], at + length);
            case 3 -> join(bytes, at, Arrays.copyOfRange(bytes, at, at + length), at);
            case 4 -> {
                int from = random.nextInt(Math.max(1, other.length));
                yield join(bytes, at, Arrays.copyOfRange(other, from, Math.min(other.length, from + length)), at);
            }
            default -> {
                Arrays.fill(changed, at, at + length, (byte) (random.nextBoolean() ? 0 : 0xFF));
                yield changed;
            }
        };
    }

    private static byte[] join(byte[] bytes, int until, byte[] between, int from) {
        var out = new ByteArrayOutputStream();
        out.write(bytes, 0, until);
        out.writeBytes(between);
        out.write(bytes, from, bytes.length - from);
        return out.toByteArray();
    }
}
