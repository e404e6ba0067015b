package org.stillpoint.app;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import javafx.stage.Stage;
import org.stillpoint.acquisition.Clock;
import org.stillpoint.acquisition.ProgramEnd;
import org.stillpoint.store.DataFolder;
import org.stillpoint.store.StoreException;
import org.stillpoint.ui.FxThread;
import org.stillpoint.ui.Jobs;
import org.stillpoint.ui.Pulse;
import org.stillpoint.ui.ViewSettings;
import org.stillpoint.ui.console.TherapistConsole;

/** The station in its windows, from the start of JavaFX to the last window closed. */
final class StationApp {

    private final DataFolder data;
    private final Hardware hardware;
    private final Clock clock;

    StationApp(DataFolder data, Hardware hardware, Clock clock) {
        this.data = data;
        this.hardware = hardware;
        this.clock = clock;
    }

    /** Runs until the console is closed. @return the exit code */
    int run(PrintWriter err) throws StoreException {
        if (FxThread.withoutDisplay()) {
            err.print("There is no display; \"stillpoint demo --headless\" shows a session without one.\n");
            err.flush();
            return 1;
        }
        try (Station station = new Station(data, hardware, clock)) {
            if (!FxThread.start()) {
                err.print("The window system did not answer; try again, or \"stillpoint demo --headless\".\n");
                err.flush();
                return 1;
            }
            CountDownLatch closed = new CountDownLatch(1);
            ProgramEnd end = ProgramEnd.does(() -> closeQuietly(station));
            Jobs jobs = new Jobs();
            ViewSettings look = ViewSettings.remembered(station);
            FxThread.later(() -> open(station, jobs, look, closed));
            closed.await();
            end.close();
            jobs.close();
            FxThread.exit();
            return 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private void open(Station station, Jobs jobs, ViewSettings look, CountDownLatch closed) {
        Stage stage = new Stage();
        Pulse pulse = new Pulse();
        TherapistConsole console = new TherapistConsole(stage, station, clock, pulse, jobs, look);
        stage.setOnHidden(hidden -> {
            console.close();
            pulse.stop();
            closed.countDown();
        });
        console.show();
    }

    private static void closeQuietly(Station station) {
        try {
            station.close();
        } catch (StoreException failed) {
            // The program ends; what was recorded is safe and is recovered at the next start.
        }
    }
}
