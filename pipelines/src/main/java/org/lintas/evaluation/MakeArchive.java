package org.lintas.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jsoup.nodes.Entities;

/**
 * Writes articles as pages of one large WARC file, a gzip member a record, so that reading can be measured on a file of any
 * size. Of several copies each has its number in the text, so that they are no duplicates of one another.
 *
 * <p>Usage: {@code MakeArchive ARTICLES FILE [COPIES]}, where ARTICLES is a folder of {@code *.jsonl.gz}.
 */
public final class MakeArchive {

    /** Links around the story, as pages have them. */
    private static final int LINKS = 60;

    private static final ObjectMapper JSON = new ObjectMapper();

    private MakeArchive() {}

    public static void main(String[] args) throws IOException {
        if (args.length < 2 || args.length > 3) {
            throw new IllegalArgumentException("usage: MakeArchive ARTICLES FILE [COPIES]");
        }
        int copies = args.length == 3 ? Integer.parseInt(args[2]) : 1;
        List<Path> files;
        try (Stream<Path> listed = Files.list(Path.of(args[0]))) {
            files = listed.filter(file -> file.toString().endsWith(".jsonl.gz"))
                    .sorted()
                    .toList();
        }
        long records = 0;
        try (var out = new BufferedOutputStream(Files.newOutputStream(Path.of(args[1])), 1 << 20)) {
            for (int copy = 0; copy < copies; copy++) {
                for (Path file : files) {
                    records += write(file, copy, out);
                }
            }
        }
        System.out.printf("%,d records, %,d bytes%n", records, Files.size(Path.of(args[1])));
    }

    private static long write(Path file, int copy, OutputStream out) throws IOException {
        long records = 0;
        try (var in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                try (var member = new GZIPOutputStream(out) {
                    @Override
                    public void close() throws IOException {
                        finish();
                        def.end();
                    }
                }) {
                    member.write(record(JSON.readTree(line), copy));
                }
                records++;
            }
        }
        return records;
    }

    private static byte[] record(JsonNode article, int copy) {
        String url = "https://arsip.example/" + copy + "/" + article.path("id").asText();
        String title = Entities.escape(article.path("title").asText());
        String story = Stream.of(article.path("text").asText().split("\n"))
                .map(paragraph -> "<p>" + Entities.escape(paragraph) + "</p>")
                .collect(Collectors.joining("\n"));
        String links = Stream.iterate(0, i -> i + 1)
                .limit(LINKS)
                .map(i -> "<li><a href=\"/rubrik/" + i + "\">Rubrik " + i + "</a></li>")
                .collect(Collectors.joining("\n"));
        String number = copy == 0 ? "" : "<p>Salinan " + copy + ".</p>";
        byte[] page = ("<!doctype html><html><head><meta charset=\"utf-8\"><title>" + title
                        + "</title></head><body><ul class=\"menu\">" + links + "</ul><article><h1>" + title + "</h1>"
                        + story + number + "</article></body></html>")
                .getBytes(StandardCharsets.UTF_8);
        String http = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: " + page.length
                + "\r\n\r\n";
        String header = "WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:arsip:" + copy + ":"
                + article.path("id").asText() + ">\r\nWARC-Date: 2025-11-01T00:00:00Z\r\nWARC-Target-URI: " + url
                + "\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: "
                + (http.length() + page.length) + "\r\n\r\n";
        byte[] head = (header + http).getBytes(StandardCharsets.UTF_8);
        var record = new byte[head.length + page.length + 4];
        System.arraycopy(head, 0, record, 0, head.length);
        System.arraycopy(page, 0, record, head.length, page.length);
        System.arraycopy("\r\n\r\n".getBytes(StandardCharsets.US_ASCII), 0, record, head.length + page.length, 4);
        return record;
    }
}
