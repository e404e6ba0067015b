package org.stillpoint.app;

import org.stillpoint.acquisition.SystemClock;

/** Where the program starts. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.exit(CommandLine.of(new SystemClock()).execute(args));
    }
}
