package org.stillpoint.ui.console;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.stillpoint.training.Protocol;
import org.stillpoint.training.ProtocolRules;

/**
 * The protocols on offer, in the order of the menu, and the chosen one. In a person's first session what turns inwards or
 * darkens the screen stands last, is marked, and is never chosen by itself; a therapist may choose it all the
 * same. JavaFX thread only.
 */
final class ProtocolMenu {

    private final ObservableList<Protocol> shown = FXCollections.observableArrayList();
    private final ObjectProperty<Protocol> chosen = new SimpleObjectProperty<>();
    private final ReadOnlyBooleanWrapper first = new ReadOnlyBooleanWrapper(true);
    private List<Protocol> all = List.of();
    private String wanted = "";
    private boolean wantedAllTheSame;
    private boolean arranging;

    ProtocolMenu() {
        chosen.addListener((property, before, now) -> {
            if (!arranging && now != null) {
                wanted = now.id();
                wantedAllTheSame = later(now);
            }
        });
    }

    /** Takes over what there is; what was chosen stays when it is still there. */
    void offer(List<Protocol> protocols) {
        all = List.copyOf(protocols);
        arrange();
    }

    /** Whether the person of now is here for the first time. */
    void first(boolean now) {
        if (first.get() != now) {
            first.set(now);
            arrange();
        }
    }

    private void arrange() {
        List<Protocol> order = new ArrayList<>(all);
        if (first.get()) {
            order.removeIf(this::later);
            all.stream().filter(this::later).forEach(order::add);
        }
        Protocol stays = order.stream()
                .filter(protocol -> protocol.id().equals(wanted))
                .filter(protocol -> wantedAllTheSame || !later(protocol))
                .findFirst()
                .orElse(order.isEmpty() || later(order.get(0)) ? null : order.get(0));
        // A choice box lets go of its value while its list changes.
        arranging = true;
        if (!shown.equals(order)) {
            shown.setAll(order);
        }
        chosen.set(stays);
        arranging = false;
    }

    /** Chooses this one, as a person would. */
    void choose(String id) {
        all.stream().filter(protocol -> protocol.id().equals(id)).findFirst().ifPresent(chosen::set);
    }

    /** Whether it is nothing for the session of now because it is the person's first. */
    boolean later(Protocol protocol) {
        return first.get() && !ProtocolRules.fitsFirstSession(protocol);
    }

    ObservableList<Protocol> shown() {
        return shown;
    }

    ObjectProperty<Protocol> chosen() {
        return chosen;
    }

    ReadOnlyBooleanProperty first() {
        return first.getReadOnlyProperty();
    }
}
