package org.stillpoint.ui.console;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.stillpoint.training.Phase;
import org.stillpoint.training.Protocol;
import org.stillpoint.training.ProtocolRules;

/**
 * A copy of a protocol while a therapist adjusts it: name, order, and of each phase its length, text, display, sound and
 * percentile. What makes no sense is said in place and not saved. JavaFX thread only.
 */
final class ProtocolDraft {

    private static final Pattern LENGTH = Pattern.compile("\\s*(\\d{1,3})(?::(\\d{2}))?\\s*");
    private static final double LEAST_PERCENTILE = 5;
    private static final double MOST_PERCENTILE = 95;

    private final Protocol source;
    private final List<String> ids;
    private final StringProperty name;
    private final ObservableList<Phase> phases;
    private final ReadOnlyStringWrapper wrong = new ReadOnlyStringWrapper("");

    /** @param ids of all protocols that there are */
    ProtocolDraft(Protocol source, List<String> ids) {
        this.source = source;
        this.ids = ids;
        this.name = new SimpleStringProperty(source.name());
        this.phases = FXCollections.observableArrayList(source.phases());
    }

    StringProperty name() {
        return name;
    }

    ObservableList<Phase> phases() {
        return phases;
    }

    /** What is wrong with the last thing that was asked; empty when nothing is. */
    ReadOnlyStringProperty wrong() {
        return wrong.getReadOnlyProperty();
    }

    void wrong(String reason) {
        wrong.set(reason);
    }

    /** Moves a phase by so many places. @return where it is now */
    int move(int phase, int by) {
        int to = Math.max(0, Math.min(phases.size() - 1, phase + by));
        Phase moved = phases.remove(phase);
        phases.add(to, moved);
        return to;
    }

    /** Takes a phase out of the copy; those that show the skill without help stay. */
    void remove(int phase) {
        if (phases.get(phase).kind().always()) {
            wrong.set(phases.get(phase).title() + " shows what was learnt, so it stays.");
        } else if (phases.size() > 1) {
            wrong.set("");
            phases.remove(phase);
        }
    }

    /** @param typed {@code 5:00} or {@code 5}, minutes */
    void length(int phase, String typed) {
        Matcher matcher = LENGTH.matcher(typed);
        double seconds = matcher.matches()
                ? 60.0 * Integer.parseInt(matcher.group(1))
                        + (matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2)))
                : 0;
        if (!(seconds > 0) || seconds > ProtocolRules.LONGEST_SECONDS) {
            wrong.set("Write the length in minutes, as 5:00.");
            return;
        }
        wrong.set("");
        set(phase, phases.get(phase).lasting(seconds));
    }

    void text(int phase, String text) {
        Phase before = phases.get(phase);
        set(phase, before.with(before.seconds(), text, before.display(), before.sound(), before.thresholdPercentile()));
    }

    /** @param display empty = the protocol's own */
    void display(int phase, String display) {
        Phase before = phases.get(phase);
        set(phase, before.with(before.seconds(), before.text(), display, before.sound(), before.thresholdPercentile()));
    }

    /** @param sound empty = the protocol's own */
    void sound(int phase, String sound) {
        Phase before = phases.get(phase);
        set(phase, before.with(before.seconds(), before.text(), before.display(), sound, before.thresholdPercentile()));
    }

    /** @param typed percent of the time under the line; empty = the usual one */
    void percentile(int phase, String typed) {
        Phase before = phases.get(phase);
        double percentile = Double.NaN;
        if (!typed.isBlank()) {
            percentile = typed.strip().matches("\\d{1,2}") ? Double.parseDouble(typed.strip()) : -1;
            if (percentile < LEAST_PERCENTILE || percentile > MOST_PERCENTILE) {
                wrong.set("The percentile is a whole number from 5 to 95.");
                return;
            }
        }
        wrong.set("");
        set(phase, before.with(before.seconds(), before.text(), before.display(), before.sound(), percentile));
    }

    private void set(int phase, Phase now) {
        if (!now.equals(phases.get(phase))) {
            phases.set(phase, now);
        }
    }

    /** The adjusted protocol, under its own id when it has a name of its own. */
    Protocol protocol() {
        String given = name.get().strip();
        return source.with(given.equals(source.name()) ? source.id() : id(given), given, List.copyOf(phases));
    }

    private static String id(String name) {
        String word =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[^a-z]+|-+$", "");
        return word.isEmpty() ? "own" : word.substring(0, Math.min(40, word.length()));
    }

    /** Why it cannot be saved, also in {@link #wrong}; empty when it can. */
    String objection() {
        Protocol now = protocol();
        String reason = "";
        List<ProtocolRules.Fault> faults = ProtocolRules.faults(now);
        if (now.name().isEmpty()) {
            reason = "Give it a name.";
        } else if (!now.id().equals(source.id()) && ids.contains(now.id())) {
            reason = "There is a protocol of that name already; give this one another.";
        } else if (!faults.isEmpty()) {
            ProtocolRules.Fault fault = faults.get(0);
            reason = (fault.phase() < 0 ? "" : phases.get(fault.phase()).title() + ": ") + fault.reason() + ".";
        }
        wrong.set(reason);
        return reason;
    }
}
