/**
 * The measures a therapist reads, each computed sample by sample.
 *
 * <p>Lives here: {@code Metric} (what is measured and its ground), {@code Meter} (the running computation) and the
 * catalogue {@code Metrics}. May use: {@code signal}; no library. To add a measure: one file and a line in
 * {@code Metrics}.
 */
package org.stillpoint.metric;
