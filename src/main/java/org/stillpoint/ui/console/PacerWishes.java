package org.stillpoint.ui.console;

import java.util.Locale;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.stillpoint.training.Feedback;
import org.stillpoint.training.Pacer;
import org.stillpoint.training.TrainingControl;

/**
 * The pacer's rate and ratio as the console says and changes them. What was asked is shown at once, so that quick steps add
 * up before the training has obeyed. JavaFX thread only.
 */
final class PacerWishes {

    private static final double RATE_STEP = 0.5;
    private static final double SHARE_STEP = 0.05;

    private final TrainingControl control;
    private final ReadOnlyStringWrapper rateText = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper ratioText = new ReadOnlyStringWrapper("");
    private double ratePerMinute = Double.NaN;
    private double inhaleShare = Double.NaN;
    private double askedRate = Double.NaN;
    private double askedShare = Double.NaN;

    PacerWishes(TrainingControl control) {
        this.control = control;
    }

    /** Takes over where the pacer is. */
    void follow(Feedback newest) {
        ratePerMinute = newest.pacerRatePerMinute();
        inhaleShare = newest.pacerInhaleShare();
        if (Math.abs(ratePerMinute - askedRate) < 0.01) {
            askedRate = Double.NaN;
        }
        if (Math.abs(inhaleShare - askedShare) < 0.001) {
            askedShare = Double.NaN;
        }
        say();
    }

    private void say() {
        double share = share();
        rateText.set(Double.isNaN(rate()) ? "–" : String.format(Locale.ROOT, "%.1f", rate()));
        ratioText.set(
                Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.0f : %.0f", 100 * share, 100 * (1 - share)));
    }

    private double rate() {
        return Double.isNaN(askedRate) ? ratePerMinute : askedRate;
    }

    private double share() {
        return Double.isNaN(askedShare) ? inhaleShare : askedShare;
    }

    void slower() {
        askRate(rate() - RATE_STEP);
    }

    void faster() {
        askRate(rate() + RATE_STEP);
    }

    private void askRate(double wanted) {
        if (!Double.isNaN(wanted)) {
            askedRate = Math.max(Pacer.MIN_RATE_PER_MINUTE, Math.min(Pacer.MAX_RATE_PER_MINUTE, wanted));
            control.pacerRate(askedRate);
            say();
        }
    }

    void longerOut() {
        askShare(share() - SHARE_STEP);
    }

    void longerIn() {
        askShare(share() + SHARE_STEP);
    }

    private void askShare(double wanted) {
        if (!Double.isNaN(wanted)) {
            askedShare = Math.max(Pacer.MIN_INHALE_SHARE, Math.min(Pacer.MAX_INHALE_SHARE, wanted));
            control.inhaleShare(askedShare);
            say();
        }
    }

    ReadOnlyStringProperty rateText() {
        return rateText.getReadOnlyProperty();
    }

    ReadOnlyStringProperty ratioText() {
        return ratioText.getReadOnlyProperty();
    }
}
