package org.lintas.charset;

import java.util.Arrays;

/**
 * The part of a page that is used to detect its charset: text between tags that is not all ASCII, without scripts and
 * markup.
 */
final class TextSample {

    private static final int SIZE = 1 << 15;

    private TextSample() {}

    /** At most 32 KiB of text; if only tags contain non-ASCII bytes, the page from the first such byte on. */
    static byte[] of(byte[] page) {
        var sample = new byte[Math.min(SIZE, page.length)];
        int length = 0;
        int start = 0;
        boolean isHigh = false;
        boolean isTag = false;
        int firstHigh = -1;
        for (int i = 0; i <= page.length && length < sample.length; i++) {
            boolean atEnd = i == page.length;
            if (atEnd || (!isTag && startsTag(page, i)) || (isTag && page[i] == '>')) {
                if (!isTag && isHigh) {
                    int part = Math.min(i - start, sample.length - length);
                    System.arraycopy(page, start, sample, length, part);
                    length += part;
                }
                isTag = !isTag && !atEnd;
                start = i + 1;
                isHigh = false;
            } else if (page[i] < 0) {
                isHigh = true;
                firstHigh = firstHigh < 0 ? i : firstHigh;
            }
        }
        if (length == 0 && firstHigh >= 0) {
            return Arrays.copyOfRange(page, firstHigh, Math.min(page.length, firstHigh + SIZE));
        }
        return Arrays.copyOf(sample, length);
    }

    private static boolean startsTag(byte[] page, int at) {
        if (page[at] != '<' || at + 1 >= page.length) {
            return false;
        }
        byte next = page[at + 1];
        return next == '/'
                || next == '!'
                || next == '?'
                || (next >= 'a' && next <= 'z')
                || (next >= 'A' && next <= 'Z');
    }
}
