package org.lintas.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Replaces sequences of characters in one pass, using the longest matching rule at each position. The rules are read
 * from a table: see {@code normalisation.tsv} for its form.
 */
final class RewriteRules {

    /** A node of the trie of sequences, with the replacement if a sequence ends here. */
    private static final class Node {
        private final List<Character> keys = new ArrayList<>();
        private final List<Node> next = new ArrayList<>();
        private String replacement;

        Node after(char c) {
            for (int i = 0; i < keys.size(); i++) {
                if (keys.get(i) == c) {
                    return next.get(i);
                }
            }
            return null;
        }

        Node grow(char c) {
            Node known = after(c);
            if (known == null) {
                known = new Node();
                keys.add(c);
                next.add(known);
            }
            return known;
        }
    }

    private final Node[] first = new Node[Character.MAX_VALUE + 1];

    private RewriteRules() {}

    /** Reads rules from a resource in the package of a class. Columns: sequence, replacement, reason. */
    static RewriteRules read(Class<?> owner, String name) {
        var rules = new RewriteRules();
        for (List<String> row : WordTable.read(owner, name, 3)) {
            List<char[]> sequence = new ArrayList<>();
            for (String item : row.get(0).split(" ")) {
                sequence.add(characters(item));
            }
            rules.add(sequence, row.get(1), new char[sequence.size()], 0, null);
        }
        return rules;
    }

    /** Adds a rule for each combination of characters, recursively; the depth is the length of the sequence. */
    private void add(List<char[]> sequence, String replacement, char[] chosen, int at, Node parent) {
        for (char c : sequence.get(at)) {
            chosen[at] = c;
            Node node;
            if (parent == null) {
                first[c] = first[c] == null ? new Node() : first[c];
                node = first[c];
            } else {
                node = parent.grow(c);
            }
            if (at + 1 < sequence.size()) {
                add(sequence, replacement, chosen, at + 1, node);
            } else {
                node.replacement = filled(replacement, chosen);
            }
        }
    }

    private static String filled(String replacement, char[] chosen) {
        var out = new StringBuilder();
        for (String item : replacement.isEmpty() ? new String[0] : replacement.split(" ")) {
            out.append(item.charAt(0) == '$' ? chosen[Integer.parseInt(item.substring(1)) - 1] : characters(item)[0]);
        }
        return out.toString();
    }

    private static char[] characters(String item) {
        var out = new StringBuilder();
        for (String part : item.split("\\|")) {
            String[] ends = part.split("-");
            int to = Integer.parseInt(ends[ends.length - 1].substring(2), 16);
            for (int c = Integer.parseInt(ends[0].substring(2), 16); c <= to; c++) {
                out.append((char) c);
            }
        }
        return out.toString().toCharArray();
    }

    /** The text with all sequences replaced; the same instance if there are none. */
    String apply(String text) {
        StringBuilder out = null;
        int kept = 0;
        int i = 0;
        while (i < text.length()) {
            Node node = first[text.charAt(i)];
            if (node == null) {
                i++;
                continue;
            }
            String replacement = node.replacement;
            int end = i + 1;
            for (int j = i + 1; j < text.length(); j++) {
                node = node.after(text.charAt(j));
                if (node == null) {
                    break;
                }
                if (node.replacement != null) {
                    replacement = node.replacement;
                    end = j + 1;
                }
            }
            if (replacement != null) {
                out = out == null ? new StringBuilder(text.length()) : out;
                out.append(text, kept, i).append(replacement);
                kept = end;
            }
            i = replacement == null ? i + 1 : end;
        }
        return out == null ? text : out.append(text, kept, text.length()).toString();
    }
}
