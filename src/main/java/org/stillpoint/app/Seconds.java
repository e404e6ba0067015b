package org.stillpoint.app;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.stillpoint.signal.Decimals;

/** Numbers with a fixed count of decimals, the same text on every machine. */
final class Seconds {

    private Seconds() {}

    /** Nothing at all for what is not finite. */
    static String text(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return "";
        }
        return new BigDecimal(Decimals.text(value))
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
