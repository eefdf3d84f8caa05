package org.lintas.text;

/** Offsets as analysts count them: in Unicode code points, as DuckDB, Spark and Python do. */
public final class CodePoints {

    private CodePoints() {}

    /** The offset in code points of an offset in UTF-16 units. */
    public static int offset(String text, int utf16) {
        return text.codePointCount(0, utf16);
    }
}
