package org.lintas.archive;

import java.io.Serializable;

/**
 * Makes the reader of a format.
 *
 * @param maxRecordBytes largest payload of a record that is read, in bytes
 * @param fields names of the fields and columns that hold an article
 */
public record ArchiveReaders(int maxRecordBytes, FieldNames fields) implements Serializable {

    /** The reader of a format. */
    public ArchiveReader of(ArchiveFormat format) {
        return switch (format) {
            case WARC -> new WarcArchiveReader(maxRecordBytes);
            case JSON_LINES -> new JsonLinesReader(maxRecordBytes, fields);
            case JSON -> new JsonArrayReader(maxRecordBytes, fields);
            case CSV -> new CsvReader(maxRecordBytes, fields);
            case AVRO -> new AvroReader(maxRecordBytes, fields);
            case PARQUET -> new ParquetReader(maxRecordBytes, fields);
            case MHTML -> new MhtmlReader(maxRecordBytes);
            case HTML, TEXT -> new PageReader(maxRecordBytes, format);
            case ZIP -> new ZipReader(this);
            case TAR -> new TarReader(this);
        };
    }
}
