package org.lintas.run;

import org.lintas.schemas.DataDictionary;

/** The README that lies beside the datasets. */
public final class CorpusReadme {

    private CorpusReadme() {}

    public static String markdown() {
        return """
                # A Lintas corpus

                Southeast Asian news, deduplicated and labelled with topics of transnational crime and countries, as Parquet.
                `_manifest.json` tells what it was made of; a folder without `_SUCCESS` is not finished.

                Main articles on drugs that name Thailand, in DuckDB:

                ```sql
                SELECT published_at, title, url
                FROM read_parquet('articles/*/*.parquet')
                WHERE list_contains(topics, 'drug_trafficking') AND list_contains(countries, 'TH')
                ORDER BY published_at;
                ```

                Topics say what an article is about, never that anybody is guilty. The texts belong to their publishers.

                """
                + DataDictionary.markdown()
                        .replace("# Data dictionary\n\n", "## Datasets\n\n")
                        .replace("\n## ", "\n### ");
    }
}
