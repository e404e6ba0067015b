/**
 * The screens: the one door to the JavaFX thread, the one pulse, and in sub-packages the therapist's console, the
 * patient's screen, the review, the feedback displays and the sound.
 *
 * <p>A {@code …ViewModel} holds properties and decisions and knows no nodes; a {@code …View} builds nodes and decides
 * nothing. May use: the floors before it; JavaFX, chart-fx, AtlantaFX; {@code javax.sound} in {@code ui.sound} only.
 */
package org.stillpoint.ui;
