package org.stillpoint.metric;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Figures of a whole recording by name, and for those that cannot be had the reason. */
public final class Figures {

    private final Map<String, Double> values = new TreeMap<>();
    private final List<String> reasons = new ArrayList<>();

    /** Takes a figure; one that is not finite is left out with a reason. */
    public void put(String name, double value) {
        if (Double.isFinite(value)) {
            values.put(name, value);
        } else {
            absent(name, "not enough data for it");
        }
    }

    /** Says why a figure, or a family that ends in {@code .*}, is left out. */
    public void absent(String name, String reason) {
        reasons.add(name + " is left out: " + reason + ".");
    }

    public Map<String, Double> values() {
        return Collections.unmodifiableMap(values);
    }

    public List<String> reasons() {
        return Collections.unmodifiableList(reasons);
    }
}
