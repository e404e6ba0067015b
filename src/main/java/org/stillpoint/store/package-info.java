/**
 * SQLite: people, sessions, samples, markers, settings; migrations; protocol files.
 *
 * <p>Everything that says something of a person is sealed before it reaches SQL. May use: the floors before it; JDBC,
 * Flyway, Jackson, SLF4J. To add a table or column: {@code V<nnn>__<what>.sql} beside this floor's resources; never
 * edit an old one.
 */
package org.stillpoint.store;
