/**
 * The displays that a patient follows: one signal, one mapping, no score.
 *
 * <p>To add one: a file {@code <Name>Display.java} and a line in {@link org.stillpoint.ui.feedback.FeedbackDisplays}. A
 * display paints itself into a canvas from the newest feedback, in the colours it is given, at any size: the same one is
 * the patient's screen and the therapist's mirror.
 */
package org.stillpoint.ui.feedback;
