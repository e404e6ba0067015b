/**
 * The person and the course: only nouns and their arithmetic, no I/O.
 *
 * <p>A {@code Patient} prints as its number, never as a code or a name. May use: {@code training}, {@code metric},
 * {@code signal}; no library.
 */
package org.stillpoint.care;
