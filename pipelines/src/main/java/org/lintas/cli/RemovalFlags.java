package org.lintas.cli;

import picocli.CommandLine.Option;

/** Flags that select the articles to remove. */
final class RemovalFlags {

    @Option(
            names = "--articles",
            paramLabel = "FILE",
            description = "articles to remove: one article_id per line; # starts a comment")
    String articles = "";

    @Option(
            names = "--exclude",
            paramLabel = "FILE",
            description =
                    "articles to remove, one entry per line: an address; a host, with its subdomains and with articles of an"
                            + " outlet of that name at other addresses, as behind short links; outlet:NAME, all articles whose"
                            + " column source is NAME; # starts a comment (as for build --exclude)")
    String exclude = "";
}
