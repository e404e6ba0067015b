package org.stillpoint.ui.console;

import java.util.ArrayList;
import java.util.List;
import org.stillpoint.training.Phase;

/** What the keys 1 to 9 mark: the usual events, and those that the protocol's phases name in place of the last ones. */
final class MarkKeys {

    /** How many keys there are. */
    static final int KEYS = 9;

    private static final List<String> USUAL =
            List.of("cough", "talk", "move", "swallow", "pain", "touch", "yawn", "noise", "other");

    private MarkKeys() {}

    /** Labels of the keys, 1 first. */
    static List<String> of(List<Phase> phases) {
        List<String> own = phases.stream()
                .flatMap(phase -> phase.markers().stream())
                .distinct()
                .filter(label -> !USUAL.contains(label))
                .limit(KEYS)
                .toList();
        List<String> labels = new ArrayList<>(USUAL.subList(0, KEYS - own.size()));
        labels.addAll(own);
        return List.copyOf(labels);
    }
}
