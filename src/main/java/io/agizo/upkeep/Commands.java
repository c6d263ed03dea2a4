package io.agizo.upkeep;

import io.agizo.shared.CannotStart;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.core.NestedExceptionUtils;

/** What the program does instead of opening the shop, if its first argument is the name of a command. */
public final class Commands {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int NOT_UNDERSTOOD = 2;

    private enum Command {
        MIGRATE("", "bring the database to this release") {
            @Override
            String run(List<String> arguments, String... options) {
                try (ShopDatabase database = ShopDatabase.open(options)) {
                    return new MigrateDatabase(database).run();
                }
            }
        },
        BACKUP("TARGET", "copy a running shop into a file, or into a new file in a folder") {
            @Override
            String run(List<String> arguments, String... options) throws IOException {
                try (ShopDatabase database = ShopDatabase.open(OwnPostgres::reach, options)) {
                    return new BackUpShop(database, Clock.systemUTC()).run(Path.of(arguments.getFirst()));
                }
            }
        },
        RESTORE("FILE", "bring a shop back from a backup, into an empty database") {
            @Override
            String run(List<String> arguments, String... options) throws IOException {
                try (ShopDatabase database = ShopDatabase.open(options)) {
                    return new RestoreShop(database).run(Path.of(arguments.getFirst()));
                }
            }
        },
        DRILL("FILE", "prove that a backup can be restored, beside the running shop") {
            @Override
            String run(List<String> arguments, String... options) throws IOException {
                try (ShopDatabase database = ShopDatabase.open(OwnPostgres::reach, options)) {
                    return new DrillBackup(database, Clock.systemUTC(), options).run(Path.of(arguments.getFirst()));
                }
            }
        },
        MOVE("", "take a shop from its embedded PostgreSQL to another, empty one") {
            @Override
            String run(List<String> arguments, String... options) throws IOException {
                try (ShopDatabase database = ShopDatabase.open(options)) {
                    return new MoveShop(database).run();
                }
            }
        };

        private final String parameters;
        private final String purpose;

        Command(String parameters, String purpose) {
            this.parameters = parameters;
            this.purpose = purpose;
        }

        /** Does it, and says what was done. */
        abstract String run(List<String> arguments, String... options) throws IOException;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        private boolean takes(int arguments) {
            return arguments == (parameters.isEmpty() ? 0 : 1);
        }

        private String usage() {
            return "  %-16s %s".formatted((word() + " " + parameters).strip(), purpose);
        }
    }

    private Commands() {}

    /** Whether these arguments ask for a command rather than for the shop. */
    public static boolean areAskedFor(String... arguments) {
        return arguments.length > 0 && !arguments[0].startsWith("-");
    }

    /** Does what they ask for, and answers with the status for the process to end with. */
    public static int run(String... arguments) {
        List<String> words = new ArrayList<>();
        List<String> options = new ArrayList<>();
        for (String argument : arguments) {
            (argument.startsWith("--") ? options : words).add(argument);
        }
        return Arrays.stream(Command.values())
                .filter(command -> command.word().equals(words.getFirst()) && command.takes(words.size() - 1))
                .findFirst()
                .map(command -> run(command, words.subList(1, words.size()), options))
                .orElseGet(Commands::explain);
    }

    private static int run(Command command, List<String> words, List<String> options) {
        try {
            System.out.println(command.run(words, options.toArray(String[]::new)));
            return DONE;
        } catch (IOException | RuntimeException e) {
            System.err.println(("agizo " + command.word() + ": " + said(e)).replaceAll("\\s+", " "));
            return FAILED;
        }
    }

    private static String said(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotStart refused) {
                return refused.getMessage() + " " + refused.remedy();
            }
        }
        return "It failed: " + NestedExceptionUtils.getMostSpecificCause(failure);
    }

    private static int explain() {
        System.err.println(Arrays.stream(Command.values())
                .map(Command::usage)
                .collect(Collectors.joining(
                        System.lineSeparator(),
                        "agizo without a command opens the shop. The commands are:" + System.lineSeparator(),
                        "")));
        return NOT_UNDERSTOOD;
    }
}
