package org.stillpoint.acquisition;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What must be done when the program is told to stop (Ctrl-C, SIGTERM, log-off): the only shutdown hook. When it was
 * done, the program ends with exit code 0.
 */
public final class ProgramEnd implements AutoCloseable {

    private final Runnable work;
    private final Thread hook = new Thread(this::told, "end");
    private final AtomicBoolean done = new AtomicBoolean();

    private ProgramEnd(Runnable work) {
        this.work = work;
    }

    /** From now until {@link #close}, the work is done once before the program ends. */
    public static ProgramEnd does(Runnable work) {
        ProgramEnd end = new ProgramEnd(work);
        Runtime.getRuntime().addShutdownHook(end.hook);
        return end;
    }

    private void told() {
        if (done.compareAndSet(false, true)) {
            work.run();
            Runtime.getRuntime().halt(0);
        }
    }

    /** The program goes its ordinary way; the work is no longer owed. */
    @Override
    public void close() {
        if (done.compareAndSet(false, true)) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException ending) {
                // The program is ending already: the hook has nothing to do.
            }
        }
    }
}
