package org.lintas.lab.hostile;

import java.nio.charset.StandardCharsets;

/** WARC records with right lengths. */
final class Warc {

    private Warc() {}

    /** A response of a page that was fetched at a usual time. */
    static String response(String url, String page) {
        return response(url, "2025-11-26T00:00:00Z", "Server: a", page);
    }

    /**
     * A response of a page.
     *
     * @param date of the capture, as it is written
     * @param httpField a line of the HTTP header
     */
    static String response(String url, String date, String httpField, String page) {
        String http = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n" + httpField
                + "\r\nContent-Length: " + length(page) + "\r\n\r\n" + page;
        return record("response", url, date, "application/http; msgtype=response", http);
    }

    /** A record of any kind. */
    static String record(String type, String url, String date, String mediaType, String block) {
        return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Record-ID: <urn:kasus:" + url + ">\r\nWARC-Date: " + date
                + "\r\nWARC-Target-URI: " + url + "\r\nContent-Type: " + mediaType + "\r\nContent-Length: "
                + length(block) + "\r\n\r\n" + block + "\r\n\r\n";
    }

    private static int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
