package org.stillpoint.ui;

import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/** The one door to the JavaFX thread: no other class names {@code Platform}. */
public final class FxThread {

    private FxThread() {}

    /** Runs this on the JavaFX thread, soon. Any thread. */
    public static void later(Runnable work) {
        Platform.runLater(work);
    }

    /** Runs this on the JavaFX thread and waits for it; at once when called there. */
    public static void await(Runnable work) {
        if (Platform.isFxApplicationThread()) {
            work.run();
            return;
        }
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(() -> {
            try {
                work.run();
            } finally {
                done.countDown();
            }
        });
        try {
            done.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** True on the JavaFX thread. */
    public static boolean here() {
        return Platform.isFxApplicationThread();
    }

    /**
     * Starts JavaFX without an {@code Application}, for the demonstration and for tests; does nothing when it runs.
     *
     * @return false when it did not come up within 20 seconds
     */
    public static boolean start() {
        CountDownLatch up = new CountDownLatch(1);
        try {
            Platform.startup(up::countDown);
        } catch (IllegalStateException alreadyStarted) {
            return true;
        }
        Platform.setImplicitExit(false);
        try {
            return up.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Ends JavaFX; it cannot be started again in this process. */
    public static void exit() {
        Platform.exit();
    }

    /** Whether this machine has no screen to open a window on: Linux without {@code DISPLAY}. */
    public static boolean withoutDisplay() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String display = System.getenv("DISPLAY");
        return system.contains("linux") && (display == null || display.isBlank());
    }

    /**
     * Draws into memory instead of onto a screen. To be called before JavaFX starts; settings that are there already
     * stay.
     */
    public static void drawInMemory() {
        setIfAbsent("glass.platform", "Monocle");
        setIfAbsent("monocle.platform", "Headless");
        setIfAbsent("headless.geometry", "1920x1200-32");
        setIfAbsent("prism.order", "sw");
    }

    private static void setIfAbsent(String key, String value) {
        if (System.getProperty(key) == null) {
            System.setProperty(key, value);
        }
    }
}
