package org.stillpoint.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.stillpoint.acquisition.SystemClock;
import picocli.CommandLine;

/** What the command line knows, for the test of its page: each visible command with its options. */
public final class CommandNames {

    private CommandNames() {}

    /** Names such as {@code record} and {@code sessions list}, with the long names of their options. */
    public static Map<String, Set<String>> all() {
        Map<String, Set<String>> commands = new LinkedHashMap<>();
        collect("", org.stillpoint.app.CommandLine.of(new SystemClock()), commands);
        return commands;
    }

    private static void collect(String before, CommandLine line, Map<String, Set<String>> commands) {
        line.getSubcommands().forEach((name, command) -> {
            if (!command.getCommandSpec().usageMessage().hidden()) {
                Set<String> options = new TreeSet<>();
                command.getCommandSpec().options().forEach(option -> options.add(option.longestName()));
                commands.put(before + name, options);
                collect(before + name + " ", command, commands);
            }
        });
    }
}
