package org.lintas.topic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.lintas.text.FoldedText;
import org.lintas.text.Language;
import org.lintas.text.Printable;
import org.lintas.text.TermMatcher;

/**
 * How the terms of a user's files get on with the others of their topic, and in how many articles they are, beside the built-in core
 * terms. Terms that are built in with the same kind and weight are left out. For use by one thread.
 */
public final class TermUse {

    /** Of a hundred built-in core terms so many are rarer than one that is called frequent. */
    private static final double OF_A_HUNDRED = 99;

    /** A term in fewer articles than these is not called frequent. */
    private static final int FEW = 3;

    /** A term of the user and where it stands. */
    private record Own(String file, String topic, TopicFile.Entry entry) {}

    /** Terms of a language: those of the user, then the built-in core terms; and in how many articles each is. */
    private static final class Counts {
        private final List<Own> own;
        private final TermMatcher matcher;
        private final int[] articles;
        private final int[] last;
        private int read;

        Counts(Language language, List<Own> own) {
            this.own = own;
            var terms =
                    new ArrayList<>(own.stream().map(term -> term.entry.term()).toList());
            Taxonomy.builtIn().terms(language).stream()
                    .filter(term -> term.kind() == Taxonomy.Kind.CORE)
                    .forEach(term -> terms.add(term.term()));
            this.matcher = TermMatcher.of(terms);
            this.articles = new int[terms.size()];
            this.last = new int[terms.size()];
        }

        void add(String text) {
            read++;
            matcher.find(text, FoldedText.of(text), (term, start, end) -> {
                articles[term] += last[term] == read ? 0 : 1;
                last[term] = read;
            });
        }

        /** In how many articles a core term is at most, if it is no frequent one. */
        int usual() {
            int[] found = Arrays.stream(articles, own.size(), articles.length)
                    .filter(count -> count > 0)
                    .sorted()
                    .toArray();
            return found.length == 0 ? read : found[(int) ((found.length - 1) * OF_A_HUNDRED / 100)];
        }
    }

    private final Map<Language, List<Own>> own = new EnumMap<>(Language.class);
    private final Map<Language, Counts> counts = new EnumMap<>(Language.class);
    private final Taxonomy taxonomy;
    private final int terms;

    /**
     * The terms of some files.
     *
     * @param files texts by name
     * @throws IllegalArgumentException if one is wrong: see {@link OwnTaxonomy#problems}
     */
    public TermUse(SortedMap<String, String> files) {
        OwnTaxonomy all = OwnTaxonomy.of(files);
        this.taxonomy = Taxonomy.of(all);
        int count = 0;
        for (TopicFile file : all.read()) {
            var builtIn = Taxonomy.builtIn().byForm(file.code());
            for (TopicFile.Entry entry : file.terms()) {
                count++;
                boolean isSame =
                        builtIn.getOrDefault(entry.language(), Map.of()).getOrDefault(entry.form(), List.of()).stream()
                                .anyMatch(term -> term.kind() == entry.kind() && term.weight() == entry.weight());
                if (!isSame) {
                    own.computeIfAbsent(entry.language(), any -> new ArrayList<>())
                            .add(new Own(file.file(), file.code(), entry));
                }
            }
        }
        this.terms = count;
        own.forEach((language, some) -> counts.put(language, new Counts(language, some)));
    }

    /** Number of terms in the files. */
    public int terms() {
        return terms;
    }

    /** Counts the terms in an article. */
    public void add(Language language, String title, String text) {
        Counts of = counts.get(language);
        if (of != null) {
            of.add(title.isEmpty() ? text : title + "\n" + text);
        }
    }

    /** What the terms say of each other, by file and line. */
    public List<TaxonomyProblem> remarks() {
        var remarks = new ArrayList<TaxonomyProblem>();
        own.forEach((language, some) -> {
            for (Own term : some) {
                String written = term.entry.term();
                if (written.substring(1, written.length() - 1).contains("*")) {
                    remarks.add(remark(term, "has * inside, where it stands for itself"));
                }
            }
            contained(language, some, remarks);
        });
        return sorted(remarks);
    }

    /** These, and what the articles say of the terms. */
    public List<TaxonomyProblem> remarksOnUse() {
        var remarks = new ArrayList<>(remarks());
        counts.forEach((language, of) -> {
            if (of.read == 0) {
                remarks.add(new TaxonomyProblem(
                        "",
                        0,
                        "the corpus has no articles in " + language.code() + ": " + of.own.size()
                                + " terms were not tried"));
                return;
            }
            int usual = of.usual();
            for (int i = 0; i < of.own.size(); i++) {
                Own term = of.own.get(i);
                if (of.articles[i] == 0) {
                    remarks.add(remark(
                            term,
                            String.format(Locale.ROOT, "is in none of %,d articles in %s", of.read, language.code())));
                } else if (isEvidence(term) && of.articles[i] >= FEW && of.articles[i] > usual) {
                    remarks.add(remark(
                            term,
                            String.format(
                                    Locale.ROOT,
                                    "is in %.2f %% of %,d articles in %s; of the built-in core terms that are found,"
                                            + " 99 of 100 are in at most %.2f %%",
                                    100.0 * of.articles[i] / of.read,
                                    of.read,
                                    language.code(),
                                    100.0 * usual / of.read)));
                }
            }
        });
        return sorted(remarks);
    }

    private static boolean isEvidence(Own term) {
        return term.entry.kind() == Taxonomy.Kind.CORE || term.entry.kind() == Taxonomy.Kind.SUPPORTING;
    }

    /** Terms that contain another one of their topic which counts as much: they change nothing. */
    private void contained(Language language, List<Own> some, List<TaxonomyProblem> remarks) {
        List<Taxonomy.Term> all = taxonomy.terms(language);
        TermMatcher matcher =
                TermMatcher.of(all.stream().map(Taxonomy.Term::term).toList());
        for (Own term : some) {
            String bare = term.entry.term().replace("*", "");
            String form = term.entry.form();
            var shorter = new ArrayList<String>();
            matcher.find(bare, FoldedText.of(bare), (other, start, end) -> {
                Taxonomy.Term found = all.get(other);
                if (found.topic().equals(term.topic)
                        && found.kind() == term.entry.kind()
                        && found.weight() >= term.entry.weight()
                        && !TermMatcher.form(found.term()).equals(form)) {
                    shorter.add(found.term());
                }
            });
            if (!shorter.isEmpty()) {
                remarks.add(remark(
                        term,
                        "contains '" + Printable.beginning(shorter.get(0))
                                + "', which counts as much: it is found without it, too"));
            }
        }
    }

    private static TaxonomyProblem remark(Own term, String what) {
        return new TaxonomyProblem(
                term.file, term.entry.line(), "'" + Printable.beginning(term.entry.term()) + "' " + what);
    }

    private static List<TaxonomyProblem> sorted(List<TaxonomyProblem> remarks) {
        return remarks.stream()
                .sorted(Comparator.comparing(TaxonomyProblem::file).thenComparingInt(TaxonomyProblem::line))
                .toList();
    }
}
