package org.lintas.text;

/** Offsets in Unicode code points, as used by DuckDB, Spark and Python. */
public final class CodePoints {

    private CodePoints() {}

    /** The offset in code points of an offset in UTF-16 units. */
    public static int offset(String text, int utf16) {
        return text.codePointCount(0, utf16);
    }
}
