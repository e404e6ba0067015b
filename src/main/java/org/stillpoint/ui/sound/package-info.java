/**
 * The sounds that lead a breath with closed eyes, and the line they go to.
 *
 * <p>One duty, {@code sound}: it reads the newest feedback, a pure renderer fills a buffer, the line takes it. Without a
 * sound device the same runs into nothing. {@code javax.sound} lives here and nowhere else.
 */
package org.stillpoint.ui.sound;
