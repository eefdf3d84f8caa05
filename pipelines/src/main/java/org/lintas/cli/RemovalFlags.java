package org.lintas.cli;

import picocli.CommandLine.Option;

/** Which articles are removed. */
final class RemovalFlags {

    @Option(names = "--articles", paramLabel = "FILE", description = "articles to remove: ids, one a line")
    String articles = "";

    @Option(
            names = "--exclude",
            paramLabel = "FILE",
            description =
                    "what to remove, one entry a line: an address; a host, with its subdomains and with articles of an"
                            + " outlet of that name at other addresses, as behind short links; outlet:NAME, all articles whose"
                            + " column source is NAME; # starts a comment (as for build --exclude)")
    String exclude = "";
}
