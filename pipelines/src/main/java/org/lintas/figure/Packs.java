package org.lintas.figure;

import org.lintas.figure.token.Token;
import org.lintas.figure.token.Token.Kind;
import org.lintas.figure.token.TokenText;

/** Amounts that are those of one of several packs, which nobody has counted: 12 bundles of 2,000 pills each. */
final class Packs {

    /** How far before the amount, in UTF-16 units, the word for that may be. */
    private static final int REACH = 12;

    private final TokenText text;

    Packs(TokenText text) {
        this.text = text;
    }

    /** Whether an amount is that of one pack by what stands before it: each pack 200 pills. */
    boolean isOfEach(Amount amount) {
        int from = amount.start(text);
        for (int i = amount.first() - 1; i >= 0 && from - text.get(i).end() <= REACH; i--) {
            Token token = text.get(i);
            if (token.is(Kind.NUMBER) || token.code().equals(Token.TOTAL)) {
                return false;
            }
            if (token.is(Kind.EACH) && !token.code().equals(Token.BEHIND)) {
                return text.isOneSentence(token.end(), from)
                        && text.between(token.end(), from).indexOf(',') < 0;
            }
        }
        return false;
    }

    /**
     * The same by what stands behind goods: 200 pills each.
     *
     * @param end behind the goods, in UTF-16 units
     */
    boolean isEachBehind(int end) {
        int next = text.firstFrom(end);
        return text.is(next, Kind.EACH)
                && !text.get(next).code().equals(Token.BEFORE)
                && text.get(next).start() - end <= 1;
    }
}
