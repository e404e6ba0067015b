package org.stillpoint.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.stage.Stage;
import org.awaitility.Awaitility;
import org.stillpoint.acquisition.SystemClock;
import org.stillpoint.store.DataFolder;
import org.stillpoint.ui.FxThread;
import org.stillpoint.ui.Jobs;
import org.stillpoint.ui.Pulse;
import org.stillpoint.ui.Snapshot;
import org.stillpoint.ui.Theme;
import org.stillpoint.ui.console.TherapistConsole;

/** Draws a real session without a sensor into files, for looking at: {@code NoSensorPictures OUT PROTOCOL...}. */
public final class NoSensorPictures {

    private NoSensorPictures() {}

    public static void main(String[] args) throws Exception {
        FxThread.drawInMemory();
        FxThread.start();
        try {
            for (int i = 1; i < args.length; i++) {
                draw(Path.of(args[0]), args[i]);
            }
        } finally {
            FxThread.exit();
        }
    }

    private static void draw(Path out, String protocol) throws Exception {
        SystemClock clock = new SystemClock();
        DataFolder data = new DataFolder(Files.createTempDirectory("stillpoint-pictures"));
        try (Station station = new Station(data, new Hardware(Hardware.builtInDevices(), clock), clock)) {
            Pulse pulse = new Pulse();
            TherapistConsole[] box = new TherapistConsole[1];
            FxThread.await(() -> {
                Stage stage = new Stage();
                stage.setWidth(1440);
                stage.setHeight(900);
                box[0] = new TherapistConsole(stage, station, clock, pulse, new Jobs(), Theme.LIGHT, Theme.DARK);
                box[0].show();
            });
            TherapistConsole console = box[0];
            FxThread.await(() -> console.start("P-0001", protocol, List.of()));
            Awaitility.await().until(() -> console.session().isPresent());
            Thread.sleep(1500);
            FxThread.await(console::openPatientWindow);
            Thread.sleep(2500);
            Snapshot.png(console.patientScreen().orElseThrow().scene(), out.resolve(protocol + "-patient.png"));
            FxThread.await(() -> console.session().orElseThrow().control().nextPhase());
            FxThread.await(() -> console.session().orElseThrow().control().nextPhase());
            Thread.sleep(4000);
            Snapshot.png(console.scene(), out.resolve(protocol + "-console.png"));
            Snapshot.png(console.patientScreen().orElseThrow().scene(), out.resolve(protocol + "-patient-2.png"));
            FxThread.await(console::stop);
            Awaitility.await().until(console::showsSummary);
            Thread.sleep(1500);
            Snapshot.png(console.scene(), out.resolve(protocol + "-summary.png"));
            FxThread.await(() -> {
                console.close();
                pulse.stop();
            });
        }
    }
}
