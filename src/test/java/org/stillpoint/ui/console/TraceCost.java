package org.stillpoint.ui.console;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.stillpoint.acquisition.SystemClock;
import org.stillpoint.ui.FxThread;
import org.stillpoint.ui.SyntheticSession;
import org.stillpoint.ui.Theme;

/** Prints what a frame of four live traces of 1 kHz costs the JavaFX thread, 1200 by 600 in all. */
public final class TraceCost {

    private TraceCost() {}

    public static void main(String[] args) {
        FxThread.drawInMemory();
        FxThread.start();
        SyntheticSession session = new SyntheticSession();
        session.runTo(40);
        List<SweepTrace> traces = new ArrayList<>();
        FxThread.await(() -> {
            int[] columns = {0, 1, 2, 2};
            VBox box = new VBox();
            for (int column : columns) {
                SweepTrace trace = new SweepTrace(session.live.devices().get(0), column, Theme.LIGHT.palette());
                trace.setPrefSize(1200, 150);
                traces.add(trace);
                box.getChildren().add(trace);
            }
            Stage stage = new Stage();
            stage.setScene(new Scene(box, 1200, 600));
            stage.show();
            box.applyCss();
            box.layout();
        });
        SystemClock clock = new SystemClock();
        com.sun.management.ThreadMXBean threads =
                (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        long[] nanos = new long[600];
        long[] bytes = new long[1];
        org.stillpoint.training.Feedback newest = session.cell.blank();
        for (int frame = 0; frame < 1200; frame++) {
            session.runTo(40 + frame / 60.0);
            session.cell.read(newest);
            int at = frame - 600;
            FxThread.await(() -> {
                long allocated =
                        threads.getThreadAllocatedBytes(Thread.currentThread().getId());
                long before = clock.nanos();
                traces.forEach(trace -> trace.frame(newest));
                if (at >= 0) {
                    nanos[at] = clock.nanos() - before;
                    bytes[0] += threads.getThreadAllocatedBytes(
                                    Thread.currentThread().getId())
                            - allocated;
                }
            });
        }
        java.util.Arrays.sort(nanos);
        System.out.printf(
                "four traces: p50 %.2f ms, p95 %.2f ms, max %.2f ms a frame; %d bytes a frame%n",
                nanos[300] / 1e6, nanos[570] / 1e6, nanos[599] / 1e6, bytes[0] / 600);
        FxThread.exit();
    }
}
