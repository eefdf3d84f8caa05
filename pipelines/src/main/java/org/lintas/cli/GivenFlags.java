package org.lintas.cli;

import java.io.File;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lintas.failure.RunFailure;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Checks of arguments that picocli does not make: of a flag in a group that is given twice it sets all others of the group back, an empty value (of a
 * shell's variable that is not set) means none, and an argument file that does not exist is an argument.
 */
final class GivenFlags {

    private static final Pattern NAME = Pattern.compile("--?[A-Za-z][A-Za-z0-9_.-]*");

    private GivenFlags() {}

    /**
     * Checks arguments before they are parsed.
     *
     * @throws RunFailure naming an argument file that is a folder
     */
    static void checkFiles(String... args) {
        for (String arg : args) {
            if (arg.startsWith("@") && new File(arg.substring(1)).isDirectory()) {
                throw RunFailure.usage(missingFile(arg));
            }
        }
    }

    /**
     * Checks the flags of a command.
     *
     * @param args all arguments, those of argument files among them
     * @throws RunFailure naming a flag of one value that is given twice, or one whose value is empty, or a missing argument file
     */
    static void check(CommandSpec command, List<String> args) {
        Set<OptionSpec> given = new HashSet<>();
        for (int i = 0; i < args.size() && !args.get(i).equals("--"); i++) {
            String arg = args.get(i);
            if (arg.startsWith("@")) {
                throw RunFailure.usage(missingFile(arg));
            }
            int equals = arg.indexOf('=');
            String name = equals < 0 ? arg : arg.substring(0, equals);
            if (!NAME.matcher(name).matches()) {
                continue;
            }
            Optional<OptionSpec> option = Optional.ofNullable(command.findOption(name));
            if (option.filter(flag -> !flag.isMultiValue() && !given.add(flag)).isPresent()) {
                throw RunFailure.usage(twice(name));
            }
            Optional<String> value = equals < 0 ? following(args, i, option) : Optional.of(arg.substring(equals + 1));
            if (value.filter(text -> isEmpty(text, option)).isPresent()) {
                throw RunFailure.usage(name + ": its value is empty; write " + name + "=…, or leave it out");
            }
            i += equals < 0 && value.isPresent() ? 1 : 0;
        }
    }

    /** What is said of a flag that is given twice. */
    static String twice(String name) {
        return name + ": is given twice; give it once";
    }

    /** What is said of {@code @FILE} without a file. */
    static String missingFile(String arg) {
        return arg + ": there is no such file of arguments, or it cannot be read";
    }

    /** The next argument, if it is the value of a flag; one that the command does not know may have any. */
    private static Optional<String> following(List<String> args, int at, Optional<OptionSpec> option) {
        boolean takesOne = option.map(flag -> flag.arity().min() > 0)
                .orElse(at + 1 < args.size() && !args.get(at + 1).startsWith("-"));
        return takesOne && at + 1 < args.size() ? Optional.of(args.get(at + 1)) : Optional.empty();
    }

    /** A brace may hold an empty alternative. */
    private static boolean isEmpty(String value, Optional<OptionSpec> option) {
        boolean isList = option.filter(OptionSpec::isMultiValue).isPresent() && !value.contains("{");
        return value.isBlank() || (isList && Stream.of(value.split(",", -1)).anyMatch(String::isBlank));
    }
}
