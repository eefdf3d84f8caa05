package org.lintas.cli;

import java.io.IOError;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.lintas.corpus.Versions;
import org.lintas.failure.ExitCode;
import org.lintas.failure.Reason;
import org.lintas.failure.RunFailure;
import org.lintas.storage.Credentials;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code lintas} with its subcommands. Errors are reported on standard error, in one line. */
@Command(
        name = "lintas",
        description = "Turns archives of Southeast Asian news into deduplicated, topic-labelled Parquet datasets.",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        usageHelpWidth = 110,
        versionProvider = Lintas.Version.class,
        footerHeading = "%n",
        footer = {
            "Arguments can be read from a file: @FILE. LINTAS_JAVA_OPTS sets options of the Java VM, such as -Xmx4g.",
            "Exit codes: 0 OK, 2 usage, 3 input missing, 4 failed, 5 reject rate exceeded, 6 expectation failed"
        },
        subcommands = {
            BuildCorpus.class,
            QueryCorpus.class,
            ReportCorpus.class,
            BrowseCorpus.class,
            ReviewCorpus.class,
            CheckCorpus.class,
            TrainModel.class,
            RelabelCorpus.class,
            CompactCorpus.class,
            RemoveArticles.class,
            ExportCorpus.class,
            DigestCorpus.class,
            TaxonomyCommands.class,
            Doctor.class,
            BuildSample.class,
            HelpCommand.class,
            GenerateCompletion.class
        })
public final class Lintas implements Action {

    private static final Logger LOG = LoggerFactory.getLogger(Lintas.class);

    @Spec
    private CommandSpec spec;

    private Lintas() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs a subcommand inside this process. */
    public static ExitCode run(String subcommand, String... args) {
        int number = run(Stream.concat(Stream.of(subcommand), Stream.of(args)).toArray(String[]::new));
        return Stream.of(ExitCode.values())
                .filter(code -> code.number() == number)
                .findFirst()
                .orElseThrow();
    }

    private static int run(String[] args) {
        try {
            Credentials.refuseIn(args);
            GivenFlags.checkFiles(args);
            int code = commandLine().execute(args);
            return code == ExitCode.OK.number() && System.out.checkError()
                    ? unwritten().number()
                    : code;
        } catch (RunFailure e) {
            return failed(e).number();
        }
    }

    /** A print stream keeps errors to itself. */
    private static ExitCode unwritten() {
        return failed(new RunFailure(
                ExitCode.PIPELINE_FAILED,
                "standard output cannot be written: it is incomplete; is the disk full, or nobody reading?"));
    }

    /** The command line, for tests and completion. */
    static CommandLine commandLine() {
        var line = new CommandLine(new Lintas());
        line.setExecutionStrategy(Lintas::execute);
        line.setParameterExceptionHandler((e, args) -> {
            System.err.println("lintas: " + explain(e));
            return ExitCode.USAGE.number();
        });
        return line;
    }

    private static int execute(ParseResult parsed) {
        Integer help = CommandLine.executeHelpRequest(parsed);
        if (help != null) {
            return help;
        }
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        if (!(last.commandSpec().userObject() instanceof Action action)) {
            return new RunLast().execute(parsed);
        }
        return run(action, last.commandSpec(), parsed.expandedArgs()).number();
    }

    private static ExitCode run(Action action, CommandSpec command, List<String> args) {
        try {
            // Also checks arguments read from files.
            Credentials.refuseIn(args.toArray(String[]::new));
            GivenFlags.check(command, args);
            action.prepare();
            return action.run();
        } catch (RunFailure e) {
            return failed(e);
        } catch (OutOfMemoryError e) {
            System.err.println("lintas: out of memory (" + e.getMessage() + "): set a larger -Xmx in LINTAS_JAVA_OPTS");
            return ExitCode.PIPELINE_FAILED;
        } catch (IOException | SQLException | IOError | RuntimeException e) {
            LOG.debug("failed", e);
            System.err.println("lintas: failed: " + Reason.of(e));
            return ExitCode.PIPELINE_FAILED;
        }
    }

    private static ExitCode failed(RunFailure e) {
        System.err.println("lintas: " + e.getMessage());
        return e.code();
    }

    @Override
    public void prepare() {
        // Nothing to prepare without a subcommand.
    }

    @Override
    public ExitCode run() {
        throw RunFailure.usage(
                "give a command: " + String.join(", ", spec.subcommands().keySet()) + "; lintas --help describes them");
    }

    private static String explain(ParameterException e) {
        CommandSpec spec = e.getCommandLine().getCommandSpec();
        String help = "; " + spec.qualifiedName() + " --help lists them";
        if (e instanceof UnmatchedArgumentException unmatched) {
            String argument = unmatched.getUnmatched().get(0);
            if (argument.startsWith("@")) {
                return GivenFlags.missingFile(argument);
            }
            if (argument.startsWith("-")) {
                String name = argument.replaceAll("=.*", "");
                return name + ": no such flag" + Nearest.hint(name, names(spec)) + help;
            }
            if (!spec.subcommands().isEmpty()) {
                return argument + ": no such command"
                        + Nearest.hint(argument, spec.subcommands().keySet()) + help;
            }
            return argument + ": flags start with --" + help;
        }
        if (e instanceof MissingParameterException missing
                && missing.getMissing().get(0) instanceof OptionSpec option) {
            return option.longestName() + " has no value: write " + option.longestName() + "=…";
        }
        if (e instanceof OverwrittenOptionException twice && twice.getOverwritten() instanceof OptionSpec option) {
            return GivenFlags.twice(option.longestName());
        }
        ArgSpec argument = e.getArgSpec();
        String name = argument instanceof OptionSpec option ? option.longestName() : "an argument";
        return argument == null || e.getValue() == null
                ? e.getMessage().lines().findFirst().orElse("") + help
                : name + "=" + e.getValue() + ": give "
                        + (argument.type() == String.class ? "another value" : "a number") + help;
    }

    private static List<String> names(CommandSpec spec) {
        return spec.options().stream().map(OptionSpec::longestName).toList();
    }

    /** The version of the program. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"lintas " + Versions.program()};
        }
    }
}
