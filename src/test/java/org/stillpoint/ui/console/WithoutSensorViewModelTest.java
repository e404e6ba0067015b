package org.stillpoint.ui.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillpoint.acquisition.EventRing;
import org.stillpoint.training.FeedbackCell;
import org.stillpoint.training.FeedbackWriter;
import org.stillpoint.training.TrainingControl;
import org.stillpoint.ui.LiveSession;
import org.stillpoint.ui.SyntheticSession;

/** The console's words over a session in which nothing is worn. */
class WithoutSensorViewModelTest {

    private final SyntheticSession other = new SyntheticSession();
    private final FeedbackCell cell = new FeedbackCell(0, 0, 8);
    private final LiveSession live = new LiveSession(
            "guest",
            SyntheticSession.protocol(),
            List.of(),
            cell,
            new EventRing(8),
            new TrainingControl(),
            List.of(),
            (meter, absence) -> "",
            other.live.recording());

    @Test
    void noSensorIsSaidAndNoDelayIsMadeUp() {
        new FeedbackWriter(cell).time(65, 0).publish();
        SessionViewModel model = new SessionViewModel(live, other);
        model.frame(1_000_000_000L);
        assertThat(model.recording().get()).isEqualTo("Recording 1:05");
        assertThat(model.sensors().get()).isEqualTo("no sensor");
        assertThat(model.delay().get()).isEmpty();
        assertThat(model.problem().get()).isEmpty();
    }
}
