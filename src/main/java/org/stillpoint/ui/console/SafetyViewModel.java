package org.stillpoint.ui.console;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.stillpoint.training.Protocol;
import org.stillpoint.ui.SafetyQuestion;

/** The safety questions before a person's first use, each with its tick. JavaFX thread only. */
final class SafetyViewModel {

    private static final String CARE =
            "Talk it over with the treating clinician first, go gently, and stop at any discomfort.";
    private static final String NOT_THE_HEART =
            "The heart’s rhythm is then no guide, so training with it is not offered."
                    + " Breathing and letting go of muscles are. ";

    private final Map<SafetyQuestion, BooleanProperty> ticks = new EnumMap<>(SafetyQuestion.class);
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final StringBinding advice;

    SafetyViewModel() {
        for (SafetyQuestion question : SafetyQuestion.values()) {
            ticks.put(question, new SimpleBooleanProperty());
        }
        advice =
                Bindings.createStringBinding(() -> advice(yes()), ticks.values().toArray(BooleanProperty[]::new));
    }

    private static String advice(List<SafetyQuestion> yes) {
        String heart = yes.stream().anyMatch(SafetyQuestion::heart) ? NOT_THE_HEART : "";
        return yes.isEmpty() ? "" : heart + CARE;
    }

    /** Asks; nothing is ticked. */
    void ask() {
        ticks.values().forEach(tick -> tick.set(false));
        open.set(true);
    }

    void close() {
        open.set(false);
    }

    List<SafetyQuestion> yes() {
        List<SafetyQuestion> yes = new ArrayList<>();
        ticks.forEach((question, tick) -> {
            if (tick.get()) {
                yes.add(question);
            }
        });
        return yes;
    }

    BooleanProperty tick(SafetyQuestion question) {
        return ticks.get(question);
    }

    ReadOnlyBooleanProperty open() {
        return open.getReadOnlyProperty();
    }

    /** What follows from the ticks, in a calm sentence; empty without one. */
    StringBinding advice() {
        return advice;
    }

    /** Why a protocol is not offered to a person with these answers; empty when it is. */
    static String objection(Protocol protocol, List<SafetyQuestion> yes) {
        boolean heart = protocol.exercises().stream().anyMatch(id -> id.equals("resonance") || id.startsWith("hrv"));
        return heart && yes.stream().anyMatch(SafetyQuestion::heart)
                ? "With an implant or a heart that beats out of turn, its rhythm is no guide for training."
                        + " Please choose a breathing or a muscle exercise."
                : "";
    }
}
