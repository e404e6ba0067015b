/** The patient's screen: a display, its words, nothing that says whose it is. The console's mirror is the same view. */
package org.stillpoint.ui.patient;
