package org.lintas.topic.passage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Cuts text into pieces of a vocabulary: the likeliest sequence of them under a unigram language model (Kudo 2018,
 * arXiv:1804.10959).
 */
public final class Vocabulary {

    /** What {@link #cut} gives for a character that no piece covers. */
    public static final int UNKNOWN = -1;

    private static final int NONE = -1;

    private final float[] scores;
    private final double unknown;

    /** Node of a trie for each character that pieces begin with; {@link #NONE} for others. */
    private final int[] first = new int[Character.MAX_VALUE + 1];

    /** The character of each node, and the piece that ends at it. The children of a node follow each other, by character. */
    private final char[] characters;

    private final int[] ends;

    /** First child of each node; the last one is that of the next node. Small and near, since a text takes a step for each character. */
    private final int[] children;

    /** A node while the trie is made. */
    private static final class Node {
        private final char character;
        private final SortedMap<Character, Node> children = new TreeMap<>();
        private int end = NONE;

        Node(char character) {
            this.character = character;
        }
    }

    /**
     * A vocabulary.
     *
     * @param pieces its pieces, none empty
     * @param scores logarithms of their probabilities
     * @param unknown score of a character that no piece covers
     */
    public Vocabulary(List<String> pieces, float[] scores, double unknown) {
        this.scores = scores;
        this.unknown = unknown;
        var root = new Node('\0');
        for (int i = 0; i < pieces.size(); i++) {
            Node node = root;
            for (char c : pieces.get(i).toCharArray()) {
                node = node.children.computeIfAbsent(c, Node::new);
            }
            node.end = i;
        }
        var nodes = new ArrayList<>(root.children.values());
        var firstChildren = new ArrayList<Integer>();
        for (int i = 0; i < nodes.size(); i++) {
            firstChildren.add(nodes.size());
            nodes.addAll(nodes.get(i).children.values());
        }
        firstChildren.add(nodes.size());
        children = firstChildren.stream().mapToInt(Integer::intValue).toArray();
        ends = nodes.stream().mapToInt(node -> node.end).toArray();
        characters = new char[nodes.size()];
        for (int i = 0; i < characters.length; i++) {
            characters[i] = nodes.get(i).character;
        }
        Arrays.fill(first, NONE);
        for (int i = 0; i < root.children.size(); i++) {
            first[characters[i]] = i;
        }
    }

    /** The child of a node by its character. */
    private int child(int node, char character) {
        int at = Arrays.binarySearch(characters, children[node], children[node + 1], character);
        return at < 0 ? NONE : at;
    }

    /** The pieces of a text in their order, by number; {@link #UNKNOWN} for each character that none covers. */
    public int[] cut(String text) {
        int length = text.length();
        var best = new double[length + 1];
        var from = new int[length + 1];
        var piece = new int[length + 1];
        Arrays.fill(best, 1, length + 1, Double.NEGATIVE_INFINITY);
        for (int start = 0; start < length; start++) {
            if (best[start] + unknown > best[start + 1]) {
                best[start + 1] = best[start] + unknown;
                from[start + 1] = start;
                piece[start + 1] = UNKNOWN;
            }
            int node = first[text.charAt(start)];
            for (int end = start + 1; node != NONE; end++) {
                int ended = ends[node];
                if (ended != NONE && best[start] + scores[ended] > best[end]) {
                    best[end] = best[start] + scores[ended];
                    from[end] = start;
                    piece[end] = ended;
                }
                node = end == length ? NONE : child(node, text.charAt(end));
            }
        }
        int count = 0;
        for (int at = length; at > 0; at = from[at]) {
            count++;
        }
        var pieces = new int[count];
        for (int at = length; at > 0; at = from[at]) {
            pieces[--count] = piece[at];
        }
        return pieces;
    }
}
