package org.stillpoint.ui;

import java.util.concurrent.CopyOnWriteArrayList;
import javafx.animation.AnimationTimer;

/**
 * The program's one animation timer. Once a frame each listener looks at what is newest and shows it; nothing is pushed
 * onto the JavaFX thread. JavaFX thread only.
 */
public final class Pulse {

    /** Looks once a frame. */
    @FunctionalInterface
    public interface Listener {

        /** @param frameNanos time of the frame; only differences mean something */
        void frame(long frameNanos);
    }

    private final CopyOnWriteArrayList<Listener> listeners = new CopyOnWriteArrayList<>();
    private boolean running;

    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long frameNanos) {
            for (Listener listener : listeners) {
                listener.frame(frameNanos);
            }
        }
    };

    /** From the next frame on this listener is called; the timer runs while there is one. */
    public void add(Listener listener) {
        listeners.addIfAbsent(listener);
        if (!running) {
            running = true;
            timer.start();
        }
    }

    /** No longer called. */
    public void remove(Listener listener) {
        listeners.remove(listener);
        if (listeners.isEmpty()) {
            stop();
        }
    }

    /** Lets everyone go. */
    public void stop() {
        listeners.clear();
        running = false;
        timer.stop();
    }
}
