package org.lintas.lab.hostile;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small files that decompress to much, or hold very many records. */
final class Bombs implements CaseClass {

    private static final int EMPTY_RECORDS = 4 << 20;
    private static final int ROWS = 300_000;
    private static final int MEMBERS = 100_000;
    private static final int MIB = 1 << 20;
    private static final int TAR_BLOCK = 512;

    @Override
    public String name() {
        return "bombs";
    }

    @Override
    public int write(Path folder, SoundArticles sound, Random random) throws IOException {
        Files.writeString(folder.resolve("laporan.jsonl"), sound.json() + "\n");
        repeat(folder.resolve("kosong.jsonl.gz"), "{}\n", EMPTY_RECORDS);
        repeat(folder.resolve("baris.jsonl.gz"), "\n", EMPTY_RECORDS);
        repeat(folder.resolve("larik.json.gz"), "{} ", EMPTY_RECORDS);
        repeat(folder.resolve("nol.warc.gz"), "\0".repeat(MIB), 1024);
        repeat(folder.resolve("nol.csv.gz"), "a,b,c,\"" + "0".repeat(MIB), 512);
        repeat(
                folder.resolve("rekaman.warc.gz"),
                Warc.record("metadata", "urn:a", "2025-11-26T00:00:00Z", "text/plain", ""),
                500_000);
        Files.writeString(
                folder.resolve("kutip.csv"),
                "id,title,text\n1,Laporan,\"" + sound.text() + "\"\n2,\"terbuka,x\n"
                        + "3,Laporan,pendek\n".repeat(ROWS));
        zipInZip(folder.resolve("bersarang.zip"));
        manyMembers(folder.resolve("anggota.zip"));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve("anggota.tar")))) {
            byte[] header = tarHeader("a.jsonl");
            for (int i = 0; i < MEMBERS; i++) {
                out.write(header);
            }
            out.write(new byte[2 * TAR_BLOCK]);
        }
        return 10;
    }

    private static void repeat(Path file, String text, int times) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file)), 1 << 16)) {
            for (int i = 0; i < times; i++) {
                out.write(bytes);
            }
        }
    }

    private static void zipInZip(Path file) throws IOException {
        var content = new byte[256 * MIB];
        for (int depth = 0; depth < 6; depth++) {
            var bytes = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(bytes)) {
                for (int copy = 0; copy < (depth == 0 ? 1 : 10); copy++) {
                    zip.putNextEntry(new ZipEntry(copy + (depth == 0 ? ".jsonl" : ".zip")));
                    zip.write(content);
                }
            }
            content = bytes.toByteArray();
        }
        Files.write(file, content);
    }

    private static void manyMembers(Path file) throws IOException {
        try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (int i = 0; i < MEMBERS; i++) {
                zip.putNextEntry(new ZipEntry(i + ".jsonl"));
            }
        }
    }

    private static byte[] tarHeader(String name) {
        var header = new byte[TAR_BLOCK];
        put(header, 0, name);
        put(header, 100, "0000644\0");
        put(header, 124, "00000000000\0");
        put(header, 136, "00000000000\0");
        put(header, 148, "        ");
        put(header, 156, "0");
        put(header, 257, "ustar\00000");
        int sum = 0;
        for (byte b : header) {
            sum += b;
        }
        put(header, 148, String.format("%06o\0 ", sum));
        return header;
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
