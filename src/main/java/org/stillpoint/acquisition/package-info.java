/**
 * Time, threads and buffers, and only these.
 *
 * <p>Lives here: the rings between one writer and many cursors, the one clock, the one maker of long-lived threads, the
 * reader that stamps and publishes samples. May use: {@code device} and {@code signal}; SLF4J.
 */
package org.stillpoint.acquisition;
