package org.lintas.topic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Strength and positions of the terms of one topic in an article. */
final class TopicProfile {

    /** The lead, in UTF-16 units; of a short text at most half. */
    private static final int LEAD = 500;

    /** The first sentence or two. */
    private static final int OPENING = 200;

    private static final int PARTS = 10;

    /** A sentence or two, in UTF-16 units. */
    private static final int STRETCH = 150;

    private static final int IN_TITLE = 3;
    private static final int IN_LEAD = 2;

    /** Shorter texts are no denser than this one, in UTF-16 units. */
    private static final int MIN_LENGTH = 400;

    /** Sums of weights and greatest weights, by kind of term and part of the article. */
    double titleCore;

    double titleSupporting;
    double titleContext;
    double leadCore;
    double leadCoreSum;
    double leadSupporting;
    double openingCore;
    double openingSupporting;
    double coreSum;
    double supportingSum;
    double contextSum;
    double greatestWeight;

    final List<Taxonomy.Term> coreTerms = new ArrayList<>();
    final List<Taxonomy.Term> supportingTerms = new ArrayList<>();
    final List<Taxonomy.Term> contextTerms = new ArrayList<>();
    int coreHits;

    /** Characters of core and supporting terms. */
    int hitLength;

    /** First and last core or supporting term in the text; the length of all and 0 if there is none. */
    int first;

    int last;

    /** Share of the stretches of a sentence or two with a core term, and with any term but of the context. */
    double coreCover;

    double cover;

    /** Greatest number of core terms in one stretch, and of repetitions of one core term. */
    int mostInStretch;

    int mostOfTerm;

    /** Core terms in the last third of the text. */
    int lateCore;

    /** Tenths of the text with a core or supporting term, and with a core term. */
    int parts;

    int coreParts;

    /** Sum of weights by position, each repetition of a term less than the one before, in proportion to the length. */
    double density;

    private TopicProfile() {}

    static TopicProfile of(TopicFinder.Findings article, TopicFinding finding) {
        var profile = new TopicProfile();
        int textStart = article.textStart();
        int textLength = Math.max(1, article.text().length());
        int leadEnd = leadEnd(article);
        int openingEnd = textStart + Math.min(OPENING, textLength);
        profile.first = article.length();
        Map<Taxonomy.Term, Integer> times = new HashMap<>();
        boolean[] parts = new boolean[PARTS];
        boolean[] coreParts = new boolean[PARTS];
        var stretches = new int[textLength / STRETCH + 1];
        var coreStretches = new int[stretches.length];
        double sum = 0;
        for (TopicFinding.Hit hit : finding.hits()) {
            boolean inTitle = hit.start() < textStart;
            boolean inLead = !inTitle && hit.start() < leadEnd;
            boolean inOpening = !inTitle && hit.start() < openingEnd;
            int time = times.merge(hit.term(), 1, Integer::sum);
            profile.add(hit, time == 1, inTitle, inLead, inOpening);
            if (!hit.is(Taxonomy.Kind.CONTEXT)) {
                profile.hitLength += hit.end() - hit.start();
                if (!inTitle) {
                    int at = hit.start() - textStart;
                    int part = Math.min(PARTS - 1, (int) ((long) at * PARTS / textLength));
                    profile.first = Math.min(profile.first, at);
                    profile.last = Math.max(profile.last, at);
                    parts[part] = true;
                    coreParts[part] |= hit.is(Taxonomy.Kind.CORE);
                    stretches[Math.min(at / STRETCH, stretches.length - 1)]++;
                    if (hit.is(Taxonomy.Kind.CORE)) {
                        coreStretches[Math.min(at / STRETCH, stretches.length - 1)]++;
                        profile.lateCore += at > textLength / 3 * 2 ? 1 : 0;
                        profile.mostOfTerm = Math.max(profile.mostOfTerm, time);
                    }
                }
            }
            int position = inTitle ? IN_TITLE : inLead ? IN_LEAD : 1;
            sum += hit.term().weight() * position / time;
        }
        for (int i = 0; i < PARTS; i++) {
            profile.parts += parts[i] ? 1 : 0;
            profile.coreParts += coreParts[i] ? 1 : 0;
        }
        for (int i = 0; i < stretches.length; i++) {
            profile.cover += stretches[i] > 0 ? 1.0 / stretches.length : 0;
            profile.coreCover += coreStretches[i] > 0 ? 1.0 / stretches.length : 0;
            profile.mostInStretch = Math.max(profile.mostInStretch, coreStretches[i]);
        }
        profile.density = sum / Math.sqrt(Math.max(article.length(), MIN_LENGTH) / 1_000.0);
        return profile;
    }

    /** Where the lead of an article ends. */
    static int leadEnd(TopicFinder.Findings article) {
        return article.textStart() + Math.min(LEAD, article.text().length() / 2);
    }

    private void add(TopicFinding.Hit hit, boolean isNew, boolean inTitle, boolean inLead, boolean inOpening) {
        double weight = hit.term().weight();
        switch (hit.term().kind()) {
            case CORE -> {
                coreSum += weight;
                coreHits++;
                addIf(isNew, coreTerms, hit.term());
                greatestWeight = Math.max(greatestWeight, weight);
                titleCore = inTitle ? Math.max(titleCore, weight) : titleCore;
                leadCore = inLead ? Math.max(leadCore, weight) : leadCore;
                leadCoreSum += inLead ? weight : 0;
                openingCore = inOpening ? Math.max(openingCore, weight) : openingCore;
            }
            case SUPPORTING -> {
                supportingSum += weight;
                addIf(isNew, supportingTerms, hit.term());
                titleSupporting += inTitle ? weight : 0;
                leadSupporting += inLead ? weight : 0;
                openingSupporting += inOpening ? weight : 0;
            }
            case CONTEXT -> {
                contextSum += weight;
                addIf(isNew, contextTerms, hit.term());
                titleContext += inTitle ? weight : 0;
            }
            case EXCLUSION -> throw new IllegalArgumentException("an exclusion is no hit: " + hit);
        }
    }

    private static void addIf(boolean isNew, List<Taxonomy.Term> terms, Taxonomy.Term term) {
        if (isNew) {
            terms.add(term);
        }
    }
}
