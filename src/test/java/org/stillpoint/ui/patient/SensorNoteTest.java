package org.stillpoint.ui.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stillpoint.acquisition.Health;
import org.stillpoint.acquisition.HealthWriter;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.Quality;
import org.stillpoint.ui.SyntheticSession;

class SensorNoteTest {

    private final SyntheticSession session = new SyntheticSession();
    private final SensorNote note = new SensorNote(session.live);

    private String with(Quality quality) {
        session.runTo(session.seconds() + 1);
        return note.of(session.writer.quality(1, quality).publish(), Set.of(Modality.RESP));
    }

    @Test
    void beltThatIsOffIsNamedCalmly() {
        assertThat(with(Quality.OFF)).isEqualTo("The breathing belt needs a look.");
    }

    @Test
    void sensorThatTheDisplayDoesNotShowIsNotSpokenOf() {
        session.runTo(1);
        assertThat(note.of(session.writer.quality(1, Quality.OFF).publish(), Set.of(Modality.ECG)))
                .isEmpty();
    }

    @Test
    void noteGoesAwayByItself() {
        with(Quality.OFF);
        assertThat(with(Quality.GOOD)).isEmpty();
    }

    @Test
    void deviceThatIsAwayIsKnown() {
        assertThat(note.gone()).isFalse();
        HealthWriter.line(session.health, Health.Line.LOST, "");
        assertThat(note.gone()).isTrue();
    }
}
