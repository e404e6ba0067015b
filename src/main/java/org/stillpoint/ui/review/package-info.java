/** Looking back at a session: three curves on one time axis, the measures with their ground, the gaps in words. */
package org.stillpoint.ui.review;
