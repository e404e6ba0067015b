package org.stillpoint.signal;

/**
 * One signal of a device: {@code value = code * scale + offset} in {@link #unit}.
 *
 * @param id short id, unique within the device: letters, digits, {@code -} and {@code _}
 * @param name for people
 * @param modality what it measures
 * @param unit unit of its values
 * @param scale unit per code
 * @param offset value of code 0
 * @param lowestCode lowest code the device can send; NaN when it sends decimals of any size
 * @param highestCode highest code; NaN as above. A signal that stays at either end is railed
 * @param noise step, noise floor and band of the front end
 */
public record Channel(
        String id,
        String name,
        Modality modality,
        Unit unit,
        double scale,
        double offset,
        double lowestCode,
        double highestCode,
        Noise noise) {

    /** Value in {@link #unit} of a code; NaN stays NaN. */
    public double value(double code) {
        return code * scale + offset;
    }

    /** Column name in exported files, for instance {@code ecg_mV}. */
    public String column() {
        return id + "_" + unit.suffix();
    }
}
