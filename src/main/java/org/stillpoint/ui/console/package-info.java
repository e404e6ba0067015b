/**
 * The therapist's console: one row a channel, the appointment, what the patient sees, the measures, the keys.
 *
 * <p>A view model holds what is said and decided and is tested without a window; a view binds to it. Live traces are
 * painted into pixel buffers from ring cursors, once a frame.
 */
package org.stillpoint.ui.console;
