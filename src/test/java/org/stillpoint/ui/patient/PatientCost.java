package org.stillpoint.ui.patient;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import org.stillpoint.acquisition.SystemClock;
import org.stillpoint.training.Feedback;
import org.stillpoint.ui.FxThread;
import org.stillpoint.ui.SyntheticSession;
import org.stillpoint.ui.Theme;

/** Prints what a frame of each of the patient's displays costs the JavaFX thread, and drawing it in software, 1440 by 810. */
public final class PatientCost {

    private static final int WARM = 60;
    private static final int FRAMES = 150;

    private PatientCost() {}

    public static void main(String[] args) {
        FxThread.drawInMemory();
        FxThread.start();
        for (String display : List.of("wave", "shape", "tension", "balance", "wave-tension", "black", "goal")) {
            measure(display);
        }
        FxThread.exit();
    }

    private static void measure(String display) {
        SyntheticSession session = new SyntheticSession(SyntheticSession.protocol(display));
        session.runTo(310);
        PatientView[] view = new PatientView[1];
        Scene[] scene = new Scene[1];
        FxThread.await(() -> {
            view[0] = new PatientView(session.live, Theme.DARK, display);
            scene[0] = new Scene(view[0], 1440, 810);
            Theme.DARK.apply(scene[0]);
            view[0].applyCss();
            view[0].layout();
        });
        SystemClock clock = new SystemClock();
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] nanos = new long[FRAMES];
        long[] drawn = new long[FRAMES];
        long[] bytes = new long[1];
        Feedback newest = session.cell.blank();
        WritableImage image = new WritableImage(1440, 810);
        for (int frame = 0; frame < WARM + FRAMES; frame++) {
            session.runTo(310 + frame / 60.0);
            session.cell.read(newest);
            int at = frame - WARM;
            FxThread.await(() -> {
                long id = Thread.currentThread().getId();
                long allocated = threads.getThreadAllocatedBytes(id);
                long before = clock.nanos();
                view[0].show(newest, session.nanos());
                if (at >= 0) {
                    nanos[at] = clock.nanos() - before;
                    bytes[0] += threads.getThreadAllocatedBytes(id) - allocated;
                }
                before = clock.nanos();
                scene[0].snapshot(image);
                if (at >= 0) {
                    drawn[at] = clock.nanos() - before;
                }
            });
        }
        Arrays.sort(nanos);
        Arrays.sort(drawn);
        System.out.printf(
                "%-12s show p50 %.3f ms, p95 %.3f ms; %d bytes a frame; drawn p50 %.1f ms%n",
                display,
                nanos[FRAMES / 2] / 1e6,
                nanos[FRAMES * 95 / 100] / 1e6,
                bytes[0] / FRAMES,
                drawn[drawn.length / 2] / 1e6);
    }
}
