package org.stillpoint.ui.console;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.control.ComboBox;
import javafx.stage.Stage;
import org.stillpoint.signal.Modality;
import org.stillpoint.store.ProtocolFiles;
import org.stillpoint.training.Protocol;
import org.stillpoint.ui.FxThread;
import org.stillpoint.ui.Jobs;
import org.stillpoint.ui.Pulse;
import org.stillpoint.ui.Snapshot;
import org.stillpoint.ui.StationControl.SensorChoice;
import org.stillpoint.ui.SyntheticSession;
import org.stillpoint.ui.SyntheticStation;
import org.stillpoint.ui.Theme;

/** Draws what is chosen before a session into files, for looking at: {@code IdlePictures OUT}. */
public final class IdlePictures {

    private IdlePictures() {}

    public static void main(String[] args) throws Exception {
        FxThread.drawInMemory();
        FxThread.start();
        Path out = Path.of(args[0]);
        try {
            draw(out, "evening", "evening", 1440, 900, Theme.LIGHT, false);
            draw(out, "missing", "hrv-training", 1440, 900, Theme.LIGHT, true);
            draw(out, "short", "paced-5-min", 1280, 720, Theme.DARK, false);
        } finally {
            FxThread.exit();
        }
    }

    private static void draw(
            Path out, String name, String protocol, int width, int height, Theme theme, boolean attached)
            throws Exception {
        SyntheticSession session = new SyntheticSession();
        SyntheticStation station = new SyntheticStation(session);
        station.offered = ProtocolFiles.load(Path.of("no-such-folder")).all();
        station.fileNotes =
                List.of("mine.toml:4: there is no exercise \"breathe\"; expected some of the known ones", "x");
        station.sensors.clear();
        if (attached) {
            station.sensors.add(new SensorChoice(
                    "bitalino", "/dev/ttyUSB0", "BITalino on /dev/ttyUSB0", true, "ready", Set.of(Modality.EMG)));
        }
        station.sensors.add(new SensorChoice("simulated", "", "Simulated patient", true, "ready", Set.of()));
        TherapistConsole[] box = new TherapistConsole[1];
        FxThread.await(() -> {
            Stage stage = new Stage();
            stage.setWidth(width);
            stage.setHeight(height);
            Pulse pulse = new Pulse();
            box[0] = new TherapistConsole(stage, station, session, pulse, new Jobs(), theme, Theme.DARK);
            box[0].show();
            pulse.stop();
        });
        TherapistConsole console = box[0];
        Thread.sleep(700);
        FxThread.await(() -> {
            @SuppressWarnings("unchecked")
            ComboBox<Protocol> choice = (ComboBox<Protocol>) console.scene().lookup("#protocol");
            choice.setValue(station.offered.stream()
                    .filter(each -> each.id().equals(protocol))
                    .findFirst()
                    .orElseThrow());
        });
        Thread.sleep(700);
        Snapshot.png(console.scene(), out.resolve("idle-" + name + ".png"));
        FxThread.await(console::close);
    }
}
