package org.lintas.privacy;

/** Check digits of personal numbers, which distinguish them from other numbers of the same length. */
enum NumberCheck {
    NONE {
        @Override
        boolean holds(String number) {
            return true;
        }
    },
    /** ISO/IEC 7812-1, annex B; a number that repeats one digit is invalid. */
    LUHN {
        @Override
        boolean holds(String number) {
            int sum = 0;
            for (int i = 0; i < number.length(); i++) {
                int digit = digit(number, number.length() - 1 - i);
                int weighted = i % 2 == 0 ? digit : 2 * digit;
                sum += weighted > 9 ? weighted - 9 : weighted;
            }
            return sum % 10 == 0 && number.chars().distinct().count() > 1;
        }
    },
    /** GB 11643-1999: ISO 7064 MOD 11-2. */
    CHINA_ID {
        private static final String CHECKS = "10X98765432";

        @Override
        boolean holds(String number) {
            int sum = 0;
            for (int i = 0; i < 17; i++) {
                sum += digit(number, i) * ((1 << (17 - i)) % 11);
            }
            return CHECKS.charAt(sum % 11) == number.charAt(17);
        }
    },
    /** Thirteen digits with weights 13 to 2. */
    THAI_ID {
        @Override
        boolean holds(String number) {
            int sum = 0;
            for (int i = 0; i < 12; i++) {
                sum += digit(number, i) * (13 - i);
            }
            return (11 - sum % 11) % 10 == digit(number, 12);
        }
    },
    /** Singapore: seven digits between two letters. */
    NRIC {
        private static final int[] WEIGHTS = {2, 7, 6, 5, 4, 3, 2};

        @Override
        boolean holds(String number) {
            char series = number.charAt(0);
            int sum = series == 'T' || series == 'G' ? 4 : series == 'M' ? 3 : 0;
            for (int i = 0; i < WEIGHTS.length; i++) {
                sum += digit(number, i + 1) * WEIGHTS[i];
            }
            int rest = sum % 11;
            char expected = switch (series) {
                case 'S', 'T' -> "JZIHGFEDCBA".charAt(rest);
                case 'F', 'G' -> "XWUTRQPNMLK".charAt(rest);
                default -> "KLJNPQRTUWX".charAt(10 - rest);
            };
            return number.charAt(8) == expected;
        }
    },
    /** Hong Kong: one or two letters, six digits, a check digit of which A is ten. */
    HKID {
        @Override
        boolean holds(String number) {
            String padded = number.length() == 8 ? " " + number : number;
            int sum = 0;
            for (int i = 0; i < padded.length(); i++) {
                char c = padded.charAt(i);
                boolean isCheck = i == padded.length() - 1;
                int value = c == ' ' ? 36 : Character.isDigit(c) ? c - '0' : isCheck ? 10 : c - 'A' + 10;
                sum += value * (9 - i);
            }
            return sum % 11 == 0;
        }
    };

    /**
     * Whether the check digit is right.
     *
     * @param number letters in capitals and ASCII digits, without separators, as long as the pattern says
     */
    abstract boolean holds(String number);

    private static int digit(String number, int index) {
        return number.charAt(index) - '0';
    }
}
