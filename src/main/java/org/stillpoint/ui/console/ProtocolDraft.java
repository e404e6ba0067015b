package org.stillpoint.ui.console;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.stillpoint.training.Pacer;
import org.stillpoint.training.Phase;
import org.stillpoint.training.Protocol;
import org.stillpoint.training.ProtocolRules;

/**
 * A copy of a protocol while a therapist adjusts it: name, order, and of each phase its length, text, display, sound,
 * percentile, pace and veil. What makes no sense is said in place and not saved; all else stays as it is. A protocol that
 * comes with the program, or that somebody wrote by hand, is saved under another name. JavaFX thread only.
 */
final class ProtocolDraft {

    private static final Pattern LENGTH = Pattern.compile("\\s*(?:(\\d):(?=\\d{2}:))?(\\d{1,3})(?::(\\d{2}))?\\s*");
    private static final Pattern NUMBER = Pattern.compile("\\s*(\\d{1,2}(?:[.,]\\d)?)\\s*");
    private static final Pattern VEIL = Pattern.compile("\\s*(\\d{1,4})\\s*(?:in|/)\\s*(\\d{1,4})\\s*");
    private static final double LEAST_PERCENTILE = 5;
    private static final double MOST_PERCENTILE = 95;
    private static final double LONGEST_PHASE_SECONDS = 7200;

    /**
     * What is wrong with what was asked.
     *
     * @param phase its place; -1 = the whole
     * @param key of the file, {@code seconds}; empty = of no field
     * @param reason one sentence; empty = nothing is wrong
     */
    record Wrong(int phase, String key, String reason) {

        static final Wrong NOTHING = new Wrong(-1, "", "");
    }

    private final Protocol source;
    private final List<String> ids;
    private final StringProperty name;
    private final ObservableList<Phase> phases;
    private final boolean rewritable;
    private final ReadOnlyObjectWrapper<Wrong> wrong = new ReadOnlyObjectWrapper<>(Wrong.NOTHING);

    /**
     * @param ids of all protocols that there are
     * @param rewritable whether it may be saved under its own name
     */
    ProtocolDraft(Protocol source, List<String> ids, boolean rewritable) {
        this.source = source;
        this.ids = ids;
        this.rewritable = rewritable;
        this.name = new SimpleStringProperty(rewritable ? source.name() : another(source.name(), ids));
        this.phases = FXCollections.observableArrayList(source.phases());
    }

    /** A name that no protocol has. */
    private static String another(String name, List<String> ids) {
        String own = name + ", own";
        int number = 2;
        while (ids.contains(id(own))) {
            own = name + ", own " + number++;
        }
        return own;
    }

    /** The protocol it was copied from. */
    Protocol source() {
        return source;
    }

    StringProperty name() {
        return name;
    }

    ObservableList<Phase> phases() {
        return phases;
    }

    /** What is wrong with the last thing that was asked. */
    ReadOnlyObjectProperty<Wrong> wrong() {
        return wrong.getReadOnlyProperty();
    }

    /** Something is wrong that belongs to no field. */
    void wrong(String reason) {
        wrong.set(new Wrong(-1, "", reason));
    }

    private void wrong(int phase, String key, String reason) {
        wrong.set(new Wrong(phase, key, reason));
    }

    private void right() {
        wrong.set(Wrong.NOTHING);
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
            wrong(phase, "kind", phases.get(phase).title() + " shows what was learnt, so it stays.");
        } else if (phases.size() > 1) {
            right();
            phases.remove(phase);
        }
    }

    /** @param typed {@code 5:00} or {@code 5}, minutes; {@code 1:05:00} */
    void length(int phase, String typed) {
        Matcher matcher = LENGTH.matcher(typed);
        double seconds = matcher.matches()
                ? 3600.0 * whole(matcher.group(1)) + 60.0 * whole(matcher.group(2)) + whole(matcher.group(3))
                : 0;
        if (!(seconds > 0) || seconds > LONGEST_PHASE_SECONDS) {
            wrong(phase, "seconds", "Write the length in minutes, as 5:00; two hours at most.");
            return;
        }
        right();
        set(phase, phases.get(phase).lasting(seconds));
    }

    private static int whole(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** @param typed breaths a minute, {@code 5.5}; empty = the protocol's */
    void pace(int phase, String typed) {
        Matcher matcher = NUMBER.matcher(typed);
        double rate = typed.isBlank()
                ? Double.NaN
                : matcher.matches() ? Double.parseDouble(matcher.group(1).replace(',', '.')) : 0;
        if (rate < Pacer.MIN_RATE_PER_MINUTE || rate > Pacer.MAX_RATE_PER_MINUTE) {
            wrong(
                    phase,
                    "rate_per_min",
                    String.format(
                            Locale.ROOT,
                            "The pacer goes from %.0f to %.0f breaths a minute.",
                            Pacer.MIN_RATE_PER_MINUTE,
                            Pacer.MAX_RATE_PER_MINUTE));
            return;
        }
        right();
        set(phase, phases.get(phase).pacedAt(rate));
    }

    /** @param typed {@code 30 in 90}, seconds; empty = never */
    void veil(int phase, String typed) {
        Matcher matcher = VEIL.matcher(typed);
        boolean understood = matcher.matches();
        double hidden = understood ? whole(matcher.group(1)) : 0;
        double every = understood ? whole(matcher.group(2)) : 0;
        if (!typed.isBlank() && (!(hidden > 0) || !(every > hidden) || every > LONGEST_PHASE_SECONDS)) {
            wrong(phase, "veil_seconds", "Write it in seconds as 30 in 90, or leave it empty.");
            return;
        }
        right();
        set(phase, phases.get(phase).hiding(hidden, every));
    }

    void text(int phase, String text) {
        if (text.isBlank()) {
            wrong(phase, "text", "Write what the patient reads in this phase.");
            return;
        }
        right();
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
            if (percentile != 0 && percentile < LEAST_PERCENTILE || percentile > MOST_PERCENTILE) {
                wrong(
                        phase,
                        "threshold_percentile",
                        "The percentile is a whole number from 5 to 95, or 0 for a trial without a goal.");
                return;
            }
        }
        right();
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
        Wrong objection = Wrong.NOTHING;
        List<ProtocolRules.Fault> faults = ProtocolRules.faults(now);
        if (now.name().isEmpty()) {
            objection = new Wrong(-1, "name", "Give it a name.");
        } else if (!rewritable && now.id().equals(source.id())) {
            objection =
                    new Wrong(-1, "name", "Give the copy a name of its own; “" + source.name() + "” stays as it is.");
        } else if (!now.id().equals(source.id()) && ids.contains(now.id())) {
            objection = new Wrong(-1, "name", "There is a protocol of that name already; give this one another.");
        } else if (!faults.isEmpty()) {
            ProtocolRules.Fault fault = faults.get(0);
            String title = fault.phase() < 0 ? "" : phases.get(fault.phase()).title() + ": ";
            objection = new Wrong(fault.phase(), fault.key(), title + fault.reason() + ".");
        }
        wrong.set(objection);
        return objection.reason();
    }
}
