package org.lintas.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AverageLinkageTest {

    private static final double LEAST = .6;
    private static final boolean[] NONE_IS_KNOWN = new boolean[4];

    @Test
    void aGroupIsJoinedWithWhatItsMembersAreLikelyWithOnAverage() {
        double[][] probabilities = {{0, .9, .9, .9}, {.9, 0, .6, .4}, {.9, .6, 0, .4}, {.9, .4, .4, 0}};

        assertThat(joined(List.of(List.of(0, 1), List.of(2), List.of(3)), NONE_IS_KNOWN, probabilities))
                .containsExactly(List.of(0, 1, 2), List.of(3));
    }

    @Test
    void fewPairsMustBeLikelierThanMany() {
        double p = .68;
        double[][] probabilities = {{0, .9, .9, p}, {.9, 0, .9, p}, {.9, .9, 0, p}, {p, p, p, 0}};

        assertThat(joined(List.of(List.of(0, 1), List.of(3)), NONE_IS_KNOWN, probabilities))
                .as("two pairs of .68 and one of .4 are .59 on average")
                .containsExactly(List.of(0, 1), List.of(3));
        assertThat(joined(List.of(List.of(0, 1, 2), List.of(3)), NONE_IS_KNOWN, probabilities))
                .as("three of .68 and one of .4 are .61")
                .containsExactly(List.of(0, 1, 2, 3));
    }

    @Test
    void twoSinglesAreLeftToWhatIsAskedOfThem() {
        double[][] probabilities = {{0, .99}, {.99, 0}};

        assertThat(joined(List.of(List.of(0), List.of(1)), NONE_IS_KNOWN, probabilities))
                .containsExactly(List.of(0), List.of(1));
    }

    @Test
    void whatIsLikeliestIsJoinedFirst() {
        double[][] probabilities = {{0, .9, .8, .75}, {.9, 0, .8, .75}, {.8, .8, 0, .1}, {.75, .75, .1, 0}};

        assertThat(joined(List.of(List.of(0, 1), List.of(3), List.of(2)), NONE_IS_KNOWN, probabilities))
                .as("with 2 the mean to 3 is (.75 + .75 + .1 + .4) / 4")
                .containsExactly(List.of(0, 1, 2), List.of(3));
    }

    @Test
    void groupsOfTwoKnownIncidentsStayApart() {
        double[][] probabilities = {{0, .9, .9, .9}, {.9, 0, .9, .9}, {.9, .9, 0, .9}, {.9, .9, .9, 0}};
        boolean[] isKnown = {true, false, true, false};

        assertThat(joined(List.of(List.of(0, 1), List.of(2), List.of(3)), isKnown, probabilities))
                .containsExactly(List.of(0, 1, 3), List.of(2));
    }

    @Test
    void aGroupThatHasTakenAKnownMemberIsKnown() {
        double[][] probabilities = {{0, .9, .9, .9}, {.9, 0, .9, .9}, {.9, .9, 0, .9}, {.9, .9, .9, 0}};
        boolean[] isKnown = {false, false, true, true};

        assertThat(joined(List.of(List.of(0, 1), List.of(2), List.of(3)), isKnown, probabilities))
                .containsExactly(List.of(0, 1, 2), List.of(3));
    }

    @Test
    void aGroupIsAskedForWithWhatItHasTaken() {
        double[][] probabilities = {{0, .9, .9, .45}, {.9, 0, .9, .45}, {.9, .9, 0, 1}, {.45, .45, 1, 0}};

        assertThat(AverageLinkage.join(
                        List.of(List.of(0, 1), List.of(2), List.of(3)), members(NONE_IS_KNOWN, probabilities, .5), .57))
                .as("3 is linked with 2 only, and its mean to all three and one of .4 is .575")
                .containsExactly(List.of(0, 1, 2, 3));
    }

    @Test
    void theMeanOfAGroupThatHasGrownIsOfAllItsPairs() {
        double[][] probabilities = {{0, .9, .9, .75}, {.9, 0, .9, .75}, {.9, .9, 0, .9}, {.75, .75, .9, 0}};

        assertThat(joined(List.of(List.of(0, 1), List.of(2), List.of(3)), NONE_IS_KNOWN, probabilities))
                .as("two of three pairs with 3 were summed before")
                .containsExactly(List.of(0, 1, 2, 3));
    }

    @Test
    void whatNoTwoAreLinkedOfIsNotAskedFor() {
        double[][] probabilities = {{0, .9, .9}, {.9, 0, .9}, {.9, .9, 0}};

        assertThat(AverageLinkage.join(
                        List.of(List.of(0, 1), List.of(2)), members(NONE_IS_KNOWN, probabilities, 1), LEAST))
                .containsExactly(List.of(0, 1), List.of(2));
    }

    private static List<List<Integer>> joined(List<List<Integer>> groups, boolean[] isKnown, double[][] probabilities) {
        return AverageLinkage.join(groups, members(isKnown, probabilities, .5), LEAST);
    }

    private static AverageLinkage.Members members(boolean[] isKnown, double[][] probabilities, double linked) {
        return new AverageLinkage.Members() {
            @Override
            public boolean areLinked(int one, int other) {
                return probabilities[one][other] >= linked;
            }

            @Override
            public double probability(int one, int other) {
                return probabilities[one][other];
            }

            @Override
            public boolean isKnown(int member) {
                return isKnown[member];
            }
        };
    }
}
