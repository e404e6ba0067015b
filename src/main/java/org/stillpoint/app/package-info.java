/**
 * Where the program starts: {@code main}, the command line, and the wiring.
 *
 * <p>May use everything. Wiring is constructors, read top to bottom; no singletons, no injection framework. To add a
 * command: one file and a line in {@code CommandLine}.
 */
package org.stillpoint.app;
