package org.stillpoint.ui;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.concurrent.Task;

/**
 * Slow one-off work off the JavaFX thread: opening a session, looking at ports, closing a recording. One job after the
 * other; the result comes back on the JavaFX thread.
 */
public final class Jobs implements AutoCloseable {

    private final ExecutorService background = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "jobs");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Runs {@code work} in the background, then one of the two on the JavaFX thread.
     *
     * @param failed gets what {@code work} threw; its message is a sentence for the therapist
     */
    public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        Task<T> task = new Task<>() {
            @Override
            protected T call() throws Exception {
                return work.call();
            }
        };
        task.setOnSucceeded(event -> done.accept(task.getValue()));
        task.setOnFailed(event -> failed.accept(task.getException()));
        background.execute(task);
    }

    /** Lets the running job end, takes no further one. */
    @Override
    public void close() {
        background.shutdown();
    }
}
