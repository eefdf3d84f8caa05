package org.lintas.cli;

import java.util.List;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.lintas.dedup.text.Thresholds;
import org.lintas.text.PublishedText;

/** The flags of {@code build}. */
public interface BuildCorpusOptions extends FlinkPipelineOptions {

    @Description("Archive files, folders or globs, separated by commas.")
    List<String> getInput();

    void setInput(List<String> input);

    @Description("Folder that the corpus is written to.")
    String getOutput();

    void setOutput(String output);

    @Description("Languages to keep, separated by commas; any keeps all, the unknown included.")
    @Default.String("id,ms,th,vi,tl,km,lo,my,en,zh,ta")
    String getLanguages();

    void setLanguages(String languages);

    @Description("Remove an earlier corpus from the output folder first.")
    boolean getOverwrite();

    void setOverwrite(boolean overwrite);

    @Description("Largest payload of a record that is read, in bytes; larger ones become rejects.")
    @Default.Integer(16 << 20)
    int getMaxRecordBytes();

    void setMaxRecordBytes(int bytes);

    @Description(
            "Where JSON, CSV, Parquet and Avro keep the parts of an article, as PART=NAME separated by commas: PART is"
                    + " one of id, title, text, url, published, modified, source, author, section; NAME may be a path with dots; several names"
                    + " separated by |.")
    List<String> getJsonFields();

    void setJsonFields(List<String> fields);

    @Description("Share of records, 0 to 1, above which rejects fail the run with exit code 5.")
    @Default.Double(1)
    double getMaxRejectRate();

    void setMaxRejectRate(double rate);

    @Description("Earlier corpora, separated by commas: what they hold is not written again, and their clusters stay.")
    List<String> getPrevious();

    void setPrevious(List<String> previous);

    @Description("Least similarity to another text, 0 to 1, that makes a text its near duplicate.")
    @Default.Double(Thresholds.REPRINT)
    double getReprintSimilarity();

    void setReprintSimilarity(double share);

    @Description(
            "Least share of the shorter text, 0 to 1, that the longer one must contain for the shorter to be an excerpt.")
    @Default.Double(Thresholds.EXCERPT)
    double getExcerptContainment();

    void setExcerptContainment(double share);

    @Description(
            "File of addresses, hosts and outlet:NAME, one a line, whose articles become rejects; # starts a comment.")
    String getExclude();

    void setExclude(String file);

    @Description("Mask telephone numbers, mail addresses, national ids, payment cards and bank accounts.")
    boolean getMaskPersonalNumbers();

    void setMaskPersonalNumbers(boolean mask);

    @Description("How much of each text is written: full, excerpt or none.")
    @Default.String("full")
    String getText();

    void setText(String part);

    @Description("Longest excerpt, in characters.")
    @Default.Integer(PublishedText.EXCERPT_CHARACTERS)
    int getExcerptCharacters();

    void setExcerptCharacters(int characters);
}
