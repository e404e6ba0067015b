package org.stillpoint.app;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.stillpoint.acquisition.Clock;
import org.stillpoint.acquisition.ProgramEnd;
import org.stillpoint.store.StoreException;
import org.stillpoint.training.Feedback;
import org.stillpoint.training.FeedbackCell;
import org.stillpoint.ui.FxThread;
import org.stillpoint.ui.Jobs;
import org.stillpoint.ui.LiveSession;
import org.stillpoint.ui.Pulse;
import org.stillpoint.ui.StationControl.SensorChoice;
import org.stillpoint.ui.Theme;
import org.stillpoint.ui.console.TherapistConsole;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The measured side of {@link PixelBench}: the console with a running session and a light in its corner. */
@Command(name = "bench-view", hidden = true)
final class BenchViewCommand implements Callable<Integer> {

    private final GlobalOptions global;
    private final Hardware hardware;
    private final Clock clock;

    @Option(names = "--port", required = true)
    private String port;

    BenchViewCommand(GlobalOptions global, Hardware hardware, Clock clock) {
        this.global = global;
        this.hardware = hardware;
        this.clock = clock;
    }

    @Override
    public Integer call() throws StoreException, InterruptedException {
        try (Station station = new Station(global.data(), hardware.withLight(), clock)) {
            CountDownLatch told = new CountDownLatch(1);
            ProgramEnd end = ProgramEnd.does(told::countDown);
            FxThread.start();
            FxThread.later(() -> open(station));
            told.await();
            end.close();
            return 0;
        }
    }

    private void open(Station station) {
        Pulse pulse = new Pulse();
        Stage stage = new Stage(StageStyle.UNDECORATED);
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1440);
        stage.setHeight(900);
        TherapistConsole console =
                new TherapistConsole(stage, station, clock, pulse, new Jobs(), Theme.LIGHT, Theme.DARK);
        console.show();
        Rectangle light = new Rectangle(PixelBench.LIGHT_PIXELS, PixelBench.LIGHT_PIXELS, Color.BLACK);
        light.setManaged(false);
        console.scene().setRoot(new StackPane(console.scene().getRoot(), light));
        StackPane.setAlignment(light, Pos.TOP_LEFT);
        console.onSession(session -> {
            if (session != null) {
                follow(session, light, pulse);
            }
        });
        console.start("guest", "paced-breathing", List.of(new SensorChoice("bitalino", port, "", true, "ready")));
    }

    private static void follow(LiveSession session, Rectangle light, Pulse pulse) {
        FeedbackCell cell = session.feedback();
        Feedback now = cell.blank();
        pulse.add(frameNanos -> {
            cell.read(now);
            light.setFill(now.lineLevel(0) > PixelBench.MIDDLE_CODE ? Color.WHITE : Color.BLACK);
        });
    }
}
