package org.lintas.text.latin;

import com.ibm.icu.text.Transliterator;
import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lintas.text.LowerCase;
import org.lintas.text.WordTable;

/**
 * Spells names of any script in Latin letters: Thai, Lao, Khmer, Burmese and Tamil by the rules of sound of each, much as the press does, Chinese by
 * pinyin, other scripts as ICU does. No spelling is official, and none knows how a person spells the own name. The tables are rules of ICU transforms (UTS 35, part 2). For one
 * thread.
 */
public final class NameSpelling {

    /** Longer names are cut, since a spelling costs as much as it is long, in UTF-16 units. */
    private static final int MAX_LENGTH = 200;

    /** Names that are remembered: an article tells the same ones again and again. */
    private static final int REMEMBERED = 2_000;

    private static final int DECIMAL = 10;

    private static final Pattern NEITHER = Pattern.compile("[^a-z0-9]+");

    /** What is not seen, and signs that the rules write between syllables. */
    private static final Pattern SIGNS = Pattern.compile("[\\p{Cf}·_˙₁₂]");

    private final Map<UnicodeScript, List<Transliterator>> readings = new EnumMap<>(UnicodeScript.class);
    private final Transliterator plain = Transliterator.getInstance("Latin-ASCII");
    private final Transliterator sound = rules("sound");

    private final Map<String, Optional<Spelling>> remembered = new LinkedHashMap<>(16, .75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<Spelling>> eldest) {
            return size() > REMEMBERED;
        }
    };

    /**
     * A name in Latin letters.
     *
     * @param latin small letters and digits of ASCII, with single spaces between words
     * @param sound how that sounds, without spaces: one letter for all that sound alike in the region or are written for each other, so that the
     *     spellings of a name in two scripts mostly differ in few letters
     */
    public record Spelling(String latin, String sound) {}

    /**
     * Spells a name.
     *
     * @param name in any script
     * @return empty if nothing of it can be spoken, as of a lone r, which sounds only before a vowel
     */
    public Optional<Spelling> of(String name) {
        Optional<Spelling> known = remembered.get(name);
        if (known == null) {
            String latin = latin(name);
            known = Optional.of(new Spelling(latin, single(sound.transliterate(latin))))
                    .filter(spelling -> !spelling.sound.isEmpty());
            remembered.put(name, known);
        }
        return known;
    }

    private String latin(String name) {
        String cut = name.substring(0, Math.min(name.length(), MAX_LENGTH));
        String spelled = LowerCase.of(SIGNS.matcher(withAsciiDigits(cut)).replaceAll(""));
        for (UnicodeScript script : scripts(spelled)) {
            for (Transliterator rules : readings.computeIfAbsent(script, NameSpelling::of)) {
                spelled = rules.transliterate(spelled);
            }
        }
        String letters = LowerCase.of(plain.transliterate(spelled)).replace("'", "");
        return NEITHER.matcher(letters).replaceAll(" ").strip();
    }

    private static String withAsciiDigits(String name) {
        var digits = new StringBuilder(name);
        for (int i = 0; i < name.length(); i++) {
            if (Character.isDigit(name.charAt(i))) {
                digits.setCharAt(i, Character.forDigit(Character.digit(name.charAt(i), DECIMAL), DECIMAL));
            }
        }
        return digits.toString();
    }

    private static Set<UnicodeScript> scripts(String name) {
        Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
        name.codePoints()
                .filter(Character::isLetter)
                .mapToObj(UnicodeScript::of)
                .forEach(scripts::add);
        return scripts;
    }

    private static List<Transliterator> of(UnicodeScript script) {
        return switch (script) {
            case THAI -> List.of(rules("thai"));
            case LAO -> List.of(rules("lao"), rules("thai"));
            case KHMER -> List.of(rules("khmer"));
            case MYANMAR -> List.of(rules("burmese"));
            case TAMIL -> List.of(rules("tamil"));
            case HAN -> List.of(Transliterator.getInstance("Han-Latin/Names"));
            case LATIN, COMMON, INHERITED, UNKNOWN -> List.of();
            default -> List.of(Transliterator.getInstance("Any-Latin"));
        };
    }

    private static Transliterator rules(String name) {
        String rules = WordTable.read(NameSpelling.class, name + ".rules", 1).stream()
                .map(row -> String.join("\t", row))
                .collect(Collectors.joining("\n"));
        return Transliterator.createFromRules(name, rules, Transliterator.FORWARD);
    }

    /** Without letters that repeat the one before. */
    private static String single(String letters) {
        var single = new StringBuilder();
        for (int i = 0; i < letters.length(); i++) {
            if (i == 0 || letters.charAt(i) != letters.charAt(i - 1)) {
                single.append(letters.charAt(i));
            }
        }
        return single.toString();
    }
}
