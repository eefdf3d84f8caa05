package org.lintas.lab;

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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jsoup.nodes.Entities;

/**
 * Writes articles as pages of one large WARC file, a gzip member a record, so that building can be measured on a file of any
 * size. The first copy has the articles as they are. In any other each page is made of pieces of as many articles of its file,
 * of others in every copy: text of the same language and length, of which no two pages have more than a piece or two in common.
 * With {@code --paragraphs} the pieces are paragraphs: then each page has several near duplicates, of which every pair has to
 * be compared.
 *
 * <p>Usage: {@code MakeArchive ARTICLES FILE [COPIES [--paragraphs]]}, where ARTICLES is a folder of {@code *.jsonl.gz}.
 */
public final class MakeArchive {

    /** Links around the main text, as pages have them. */
    private static final int LINKS = 60;

    /** Characters of a piece, at least. */
    private static final int PIECE = 60;

    private static final int PIECES_OF_PARAGRAPH = 5;

    private static final ObjectMapper JSON = new ObjectMapper();

    private MakeArchive() {}

    public static void main(String[] args) throws IOException {
        boolean byParagraph = args.length == 4 && args[3].equals("--paragraphs");
        if (args.length < 2 || args.length > (byParagraph ? 4 : 3)) {
            throw new IllegalArgumentException("usage: MakeArchive ARTICLES FILE [COPIES [--paragraphs]]");
        }
        int copies = args.length > 2 ? Integer.parseInt(args[2]) : 1;
        var collections = new ArrayList<List<SourceArticle>>();
        try (Stream<Path> listed = Files.list(Path.of(args[0]))) {
            for (Path file : listed.filter(file -> file.toString().endsWith(".jsonl.gz"))
                    .sorted()
                    .toList()) {
                collections.add(read(file, byParagraph));
            }
        }
        long records = 0;
        try (var out = new BufferedOutputStream(Files.newOutputStream(Path.of(args[1])), 1 << 20)) {
            for (int copy = 0; copy < copies; copy++) {
                for (List<SourceArticle> articles : collections) {
                    for (int i = 0; i < articles.size(); i++) {
                        write(record(copy, copy == 0 ? articles.get(i) : mixed(articles, i, copy)), out);
                        records++;
                    }
                }
            }
        }
        System.out.printf("%,d records, %,d bytes%n", records, Files.size(Path.of(args[1])));
    }

    private record SourceArticle(String id, String title, String text, boolean byParagraph) {

        /** The text in paragraphs, or in pieces of some characters, each up to where a word, a phrase or a sentence ends. */
        List<String> pieces() {
            if (byParagraph) {
                return List.of(text.split("\n"));
            }
            var pieces = new ArrayList<String>();
            int start = 0;
            for (int i = 0; i < text.length(); i++) {
                char end = text.charAt(i);
                if (i - start >= PIECE && (Character.isWhitespace(end) || end == '。' || end == '，')) {
                    pieces.add(text.substring(start, i + 1).strip());
                    start = i + 1;
                }
            }
            pieces.add(text.substring(start).strip());
            return pieces;
        }
    }

    private static List<SourceArticle> read(Path file, boolean byParagraph) throws IOException {
        var articles = new ArrayList<SourceArticle>();
        try (var in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                JsonNode article = JSON.readTree(line);
                articles.add(new SourceArticle(
                        article.path("id").asText(),
                        article.path("title").asText(),
                        article.path("text").asText(),
                        byParagraph));
            }
        }
        return articles;
    }

    /** About as long as the article with a number; its headline and each piece of its text from another one. */
    private static SourceArticle mixed(List<SourceArticle> articles, int number, int copy) {
        SourceArticle like = articles.get(number);
        int pieces = like.pieces().size();
        var text = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            List<String> other = other(articles, number, copy, i + 1).pieces();
            boolean isEnd = like.byParagraph() || i % PIECES_OF_PARAGRAPH == 0;
            text.append(other.get(i % other.size())).append(isEnd ? '\n' : ' ');
        }
        return new SourceArticle(
                like.id(), other(articles, number, copy, 0).title(), text.toString(), like.byParagraph());
    }

    private static SourceArticle other(List<SourceArticle> articles, int number, int copy, int piece) {
        long step = (long) copy * (piece * 31L + 1);
        return articles.get((int) ((number + step) % articles.size()));
    }

    private static void write(byte[] record, OutputStream out) throws IOException {
        try (var member = new GZIPOutputStream(out) {
            @Override
            public void close() throws IOException {
                finish();
                def.end();
            }
        }) {
            member.write(record);
        }
    }

    private static byte[] record(int copy, SourceArticle article) {
        String url = "https://arsip.example/" + copy + "/" + article.id();
        String title = Entities.escape(article.title());
        String paragraphs = Stream.of(article.text().split("\n"))
                .map(paragraph -> "<p>" + Entities.escape(paragraph) + "</p>")
                .collect(Collectors.joining("\n"));
        String links = Stream.iterate(0, i -> i + 1)
                .limit(LINKS)
                .map(i -> "<li><a href=\"/rubrik/" + i + "\">Rubrik " + i + "</a></li>")
                .collect(Collectors.joining("\n"));
        byte[] page = ("<!doctype html><html><head><meta charset=\"utf-8\"><title>" + title
                        + "</title></head><body><ul class=\"menu\">" + links + "</ul><article><h1>" + title + "</h1>"
                        + paragraphs + "</article></body></html>")
                .getBytes(StandardCharsets.UTF_8);
        String http = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: " + page.length
                + "\r\n\r\n";
        String header = "WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:arsip:" + copy + ":"
                + article.id() + ">\r\nWARC-Date: 2025-11-01T00:00:00Z\r\nWARC-Target-URI: " + url
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
