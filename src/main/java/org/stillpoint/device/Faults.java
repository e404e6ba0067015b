package org.stillpoint.device;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What goes wrong on the line of an emulated device, and when. Seconds count from the start.
 *
 * @param drop share of frames that are never sent; the other shares likewise
 * @param garbage windows in which random bytes take the frames' place
 * @param stall windows in which nothing is sent; afterwards all of it at once
 * @param unplug windows in which the port is gone
 * @param restartSeconds when the device's counter begins anew
 * @param floods from when on the device is how many times as fast
 * @param wrongBaud whether the device speaks at another line speed than it should
 * @param driftPpm how much faster its clock is
 */
public record Faults(
        double drop,
        double corrupt,
        double loseByte,
        double insertByte,
        double duplicate,
        List<Window> garbage,
        List<Window> stall,
        List<Window> unplug,
        List<Double> restartSeconds,
        List<Flood> floods,
        boolean wrongBaud,
        double driftPpm,
        List<LeadOff> leadOffs) {

    /** The forms that {@link #parse} takes. */
    public static final String FORMS = "drop=1% corrupt=0.1% lose-byte=1% insert-byte=1% duplicate=1% garbage=3s@20s"
            + " stall=3s@20s unplug=5s@30s restart@20s flood=10x@20s baud drift=200ppm leadoff=ch1:5s@10s";

    private static final String NUMBER = "(-?[0-9]*\\.?[0-9]+)";
    private static final Pattern SHARE =
            Pattern.compile("(drop|corrupt|lose-byte|insert-byte|duplicate)=" + NUMBER + "%");
    private static final Pattern WINDOW = Pattern.compile("(garbage|stall|unplug)=" + NUMBER + "s@" + NUMBER + "s");
    private static final Pattern RESTART = Pattern.compile("restart@" + NUMBER + "s");
    private static final Pattern FLOOD = Pattern.compile("flood=" + NUMBER + "x@" + NUMBER + "s");
    private static final Pattern DRIFT = Pattern.compile("drift=\\+?" + NUMBER + "ppm");
    private static final Pattern LEAD_OFF = Pattern.compile("leadoff=([^:]+):" + NUMBER + "s@" + NUMBER + "s");

    /** From (inclusive) to (exclusive), in seconds. */
    public record Window(double fromSeconds, double toSeconds) {
        boolean holds(double seconds) {
            return seconds >= fromSeconds && seconds < toSeconds;
        }
    }

    /** Ever faster from a moment on. */
    public record Flood(double fromSeconds, double factor) {}

    /** The electrode of a channel is off. */
    public record LeadOff(String channel, Window window) {}

    /** A line without faults. */
    public static Faults none() {
        return parse(List.of());
    }

    /**
     * Reads specs such as {@code drop=1%}.
     *
     * @throws IllegalArgumentException that lists the forms
     */
    public static Faults parse(List<String> specs) {
        double[] shares = new double[5];
        List<Window> garbage = new ArrayList<>();
        List<Window> stall = new ArrayList<>();
        List<Window> unplug = new ArrayList<>();
        List<Double> restarts = new ArrayList<>();
        List<Flood> floods = new ArrayList<>();
        List<LeadOff> leadOffs = new ArrayList<>();
        boolean baud = false;
        double drift = 0;
        for (String spec : specs) {
            Matcher m;
            if ((m = SHARE.matcher(spec)).matches() && number(m, 2) >= 0 && number(m, 2) <= 100) {
                List<String> kinds = List.of("drop", "corrupt", "lose-byte", "insert-byte", "duplicate");
                shares[kinds.indexOf(m.group(1))] = number(m, 2) / 100;
            } else if ((m = WINDOW.matcher(spec)).matches() && number(m, 2) > 0 && number(m, 3) >= 0) {
                List<Window> windows =
                        m.group(1).equals("garbage") ? garbage : m.group(1).equals("stall") ? stall : unplug;
                windows.add(window(m, 2));
            } else if ((m = RESTART.matcher(spec)).matches() && number(m, 1) >= 0) {
                restarts.add(number(m, 1));
            } else if ((m = FLOOD.matcher(spec)).matches() && number(m, 1) > 0 && number(m, 2) >= 0) {
                floods.add(new Flood(number(m, 2), number(m, 1)));
            } else if (spec.equals("baud")) {
                baud = true;
            } else if ((m = DRIFT.matcher(spec)).matches() && Math.abs(number(m, 1)) < 1e5) {
                drift = number(m, 1);
            } else if ((m = LEAD_OFF.matcher(spec)).matches() && number(m, 2) > 0 && number(m, 3) >= 0) {
                leadOffs.add(new LeadOff(m.group(1), window(m, 2)));
            } else {
                throw new IllegalArgumentException("'" + spec + "' is no fault; faults are: " + FORMS);
            }
        }
        return new Faults(
                shares[0], shares[1], shares[2], shares[3], shares[4], garbage, stall, unplug, restarts, floods, baud,
                drift, leadOffs);
    }

    static boolean any(List<Window> windows, double seconds) {
        for (int i = 0; i < windows.size(); i++) {
            if (windows.get(i).holds(seconds)) {
                return true;
            }
        }
        return false;
    }

    private static Window window(Matcher m, int group) {
        return new Window(number(m, group + 1), number(m, group + 1) + number(m, group));
    }

    private static double number(Matcher m, int group) {
        return Double.parseDouble(m.group(group));
    }
}
