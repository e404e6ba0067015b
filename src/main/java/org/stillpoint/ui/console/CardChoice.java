package org.stillpoint.ui.console;

import java.util.ArrayList;
import java.util.List;

/** Which of a session's measures have a card: six, those that a therapist looks at while training first. */
final class CardChoice {

    static final int CARDS = 6;

    /** So many where the window is low. */
    static final int LOW = 4;

    private static final List<String> FIRST = List.of(
            "heart_rate", "swing", "breathing_rate", "muscle", "with_pacer", "rmssd", "temperature", "conductance");

    private CardChoice() {}

    /** @param pacer whether a pacer leads at any time; without one nothing is measured against it */
    static List<MeasureState> of(List<MeasureState> every, boolean pacer) {
        List<MeasureState> all = every.stream()
                .filter(state -> pacer || !plain(state).equals("with_pacer"))
                .toList();
        List<MeasureState> chosen = new ArrayList<>();
        for (String id : FIRST) {
            for (MeasureState state : all) {
                if (plain(state).equals(id)
                        && chosen.stream().noneMatch(other -> plain(other).equals(id))) {
                    chosen.add(state);
                }
            }
        }
        for (MeasureState state : all) {
            if (!chosen.contains(state)) {
                chosen.add(state);
            }
        }
        return List.copyOf(chosen.subList(0, Math.min(CARDS, chosen.size())));
    }

    /** Without the channel that one of several muscles carries behind it. */
    private static String plain(MeasureState state) {
        String id = state.label().id();
        int at = id.indexOf('@');
        return (at < 0 ? id : id.substring(0, at)).replace('-', '_');
    }
}
