package org.stillpoint.acquisition;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one {@link Duty}: the program's only maker of long-lived threads.
 *
 * <p>A duty with nothing to do rests until {@link #wake}; the timeout of the rest is only a safety net. A duty that
 * throws stops, is logged once with its name, and {@link #failure} tells why; nothing else stops with it.
 */
public final class DutyThread implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DutyThread.class);
    private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Duty duty;
    private final Thread thread;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean stopping;
    private volatile Throwable failure;

    private DutyThread(Duty duty, int priority) {
        this.duty = duty;
        this.thread = new Thread(this::run, duty.name());
        this.thread.setDaemon(true);
        this.thread.setPriority(priority);
    }

    /** Starts the duty at once. */
    public static DutyThread start(Duty duty) {
        DutyThread dutyThread = new DutyThread(duty, Thread.NORM_PRIORITY);
        dutyThread.thread.start();
        return dutyThread;
    }

    private void run() {
        try {
            while (!stopping) {
                if (duty.work() == 0 && !stopping) {
                    LockSupport.parkNanos(this, REST_NANOS);
                }
            }
        } catch (Throwable thrown) {
            failure = thrown;
            if (thrown instanceof RuntimeException || thrown instanceof Error) {
                LOG.error("Duty {} stopped: {}", duty.name(), thrown.toString());
                LOG.debug("Where duty {} stopped", duty.name(), thrown);
            } else {
                LOG.info("Duty {} ended: {}", duty.name(), thrown.getMessage());
            }
        }
        try {
            duty.close();
        } catch (Exception thrown) {
            if (failure == null) {
                failure = thrown;
            }
            LOG.error("Duty {} did not close: {}", duty.name(), thrown.toString());
        } finally {
            ended.countDown();
        }
    }

    /** Ends the duty's rest. Any thread; allocates nothing. */
    public void wake() {
        LockSupport.unpark(thread);
    }

    /** Why the duty stopped by itself; null while all is well. */
    public Throwable failure() {
        return failure;
    }

    /** True once the duty has been closed. */
    public boolean ended() {
        return ended.getCount() == 0;
    }

    /** The duty's thread id, for its allocation counter. */
    @SuppressWarnings("deprecation") // Thread.threadId is not there before JDK 19
    public long threadId() {
        return thread.getId();
    }

    /** Asks the duty to stop and waits for it, at most five seconds. */
    @Override
    public void close() {
        stopping = true;
        wake();
        try {
            if (!ended.await(5, TimeUnit.SECONDS)) {
                LOG.warn("Duty {} has not stopped within five seconds", duty.name());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
