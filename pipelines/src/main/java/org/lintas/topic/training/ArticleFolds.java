package org.lintas.topic.training;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lintas.text.Sha256;

/**
 * Folds of cross-validation such that articles that tell the same are held out together: those that begin alike, those of one cluster, those of one
 * incident. The order in which they are added does not matter.
 */
public final class ArticleFolds {

    /** How much of a text tells those that begin alike, in UTF-16 units. */
    private static final int START = 80;

    private static final int DIGITS = 7;

    /** A member of the group of each article and key; the group is that of the last one that is reached. */
    private final Map<String, String> links = new HashMap<>();

    private final TreeSet<String> articles = new TreeSet<>();

    /** Adds an article with its text. */
    public void add(String article, String text) {
        articles.add(article);
        String start = text.substring(0, Math.min(text.length(), START)).toLowerCase(Locale.ROOT);
        together(article, "text " + Sha256.hex(start));
    }

    /**
     * Says that an article is one of a group.
     *
     * @param group of one kind, such as {@code cluster ID}
     */
    public void together(String article, String group) {
        String one = root(article);
        String other = root(group);
        if (!one.equals(other)) {
            links.put(one, other);
        }
    }

    private String root(String member) {
        String root = member;
        for (String next = links.get(root); next != null; next = links.get(root)) {
            root = next;
        }
        for (String at = member; !at.equals(root); ) {
            at = links.put(at, root);
        }
        return root;
    }

    /** The fold of each article, from 0 on: by the first id of those that are held out together. */
    public Map<String, Integer> folds() {
        Map<String, String> first = new HashMap<>();
        Map<String, Integer> folds = new TreeMap<>();
        for (String article : articles) {
            String head = first.computeIfAbsent(root(article), any -> article);
            folds.put(article, Integer.parseInt(Sha256.hex(head).substring(0, DIGITS), 16) % Example.FOLDS);
        }
        return folds;
    }
}
