package org.stillpoint.ui.console;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.stillpoint.acquisition.Health;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Quality;
import org.stillpoint.ui.LiveDevice;

/** One channel as its row says it. JavaFX thread only. */
final class ChannelState {

    private final LiveDevice device;
    private final int column;
    private final ReadOnlyStringWrapper word = new ReadOnlyStringWrapper(Quality.SETTLING.word());
    private final ReadOnlyObjectWrapper<Standing> standing = new ReadOnlyObjectWrapper<>(Standing.WAITING);
    private Quality quality = Quality.SETTLING;

    ChannelState(LiveDevice device, int column) {
        this.device = device;
        this.column = column;
    }

    LiveDevice device() {
        return device;
    }

    int column() {
        return column;
    }

    Channel channel() {
        return device.profile().channels().get(column);
    }

    /** Its number among all channels of the session. */
    int line() {
        return device.firstLine() + column;
    }

    /** "Heart", "Muscle", "Breath". */
    String title() {
        String modality = channel().modality().word();
        return Character.toUpperCase(modality.charAt(0)) + modality.substring(1);
    }

    void update(Quality newest) {
        quality = lineGone() ? Quality.LOST : newest;
        word.set(quality.word());
        standing.set(Standing.of(quality));
    }

    private boolean lineGone() {
        Health.Line line = device.health().line();
        return line == Health.Line.LOST || line == Health.Line.STALE;
    }

    Quality quality() {
        return quality;
    }

    ReadOnlyStringProperty word() {
        return word.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Standing> standing() {
        return standing.getReadOnlyProperty();
    }
}
