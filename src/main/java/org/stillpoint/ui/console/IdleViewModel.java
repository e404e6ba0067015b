package org.stillpoint.ui.console;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.stillpoint.training.Protocol;
import org.stillpoint.ui.StationControl.SensorChoice;
import org.stillpoint.ui.StationControl.SensorKind;

/**
 * What is chosen before a session. Something sensible is always chosen already, so that Start is one press: the first
 * patient, the first protocol, every sensor that is ready, or the simulated patient when there is none. JavaFX thread
 * only.
 */
final class IdleViewModel {

    /** A sensor with its tick. */
    record Choice(SensorChoice sensor, BooleanProperty chosen) {

        boolean ready() {
            return "ready".equals(sensor.state());
        }

        boolean attached() {
            return sensor.recognised() && !simulated() && ready();
        }

        boolean simulated() {
            return sensor.port().isEmpty();
        }
    }

    private final ObservableList<String> patients = FXCollections.observableArrayList();
    private final StringProperty patient = new SimpleStringProperty("guest");
    private final ObservableList<Protocol> protocols = FXCollections.observableArrayList();
    private final ObjectProperty<Protocol> protocol = new SimpleObjectProperty<>();
    private final ObservableList<Choice> sensors = FXCollections.observableArrayList();
    private final ObservableList<SensorKind> kinds = FXCollections.observableArrayList();
    private final List<SensorChoice> added = new ArrayList<>();
    private final BooleanProperty flare = new SimpleBooleanProperty();
    private String hintOnMains = "";
    private final ReadOnlyStringWrapper power = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper advice = new ReadOnlyStringWrapper("Looking for sensors …");
    private final StringProperty trouble = new SimpleStringProperty("");

    void patientCodes(List<String> codes) {
        // A choice box lets go of its value while its list changes.
        String chosen = patient.get();
        patients.setAll(codes);
        boolean stays = chosen != null && codes.contains(chosen);
        patient.set(stays ? chosen : codes.isEmpty() ? "guest" : codes.get(0));
    }

    /** A protocol was saved: it is there, and chosen. */
    void saved(List<Protocol> all, String id) {
        protocols.setAll(all);
        protocol.set(all.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElse(all.isEmpty() ? null : all.get(0)));
    }

    void offer(List<Protocol> all) {
        protocols.setAll(all);
        if (protocol.get() == null && !all.isEmpty()) {
            protocol.set(all.get(0));
        }
    }

    void kinds(List<SensorKind> all) {
        kinds.setAll(all);
    }

    void power(String hint) {
        hintOnMains = hint;
        sayPower();
    }

    /** Only where electrodes may be on a person. */
    private void sayPower() {
        boolean sensors = this.sensors.stream().anyMatch(choice -> !choice.simulated());
        power.set(sensors ? hintOnMains : "");
    }

    /** Adds a sensor behind a port that the system does not list. @return whether enough was said of it */
    boolean addPort(String path, SensorKind kind) {
        if (path.isBlank() || kind == null) {
            trouble.set("Write the path of the port and choose what is behind it.");
            return false;
        }
        trouble.set("");
        SensorChoice choice =
                new SensorChoice(kind.profileId(), path.strip(), kind.title() + " on " + path.strip(), true, "ready");
        added.add(choice);
        for (Choice other : sensors) {
            other.chosen().set(other.chosen().get() && !other.simulated());
        }
        sensors.add(new Choice(choice, new SimpleBooleanProperty(true)));
        advice.set("Tick what is on the person.");
        sayPower();
        return true;
    }

    void sensors(List<SensorChoice> listed) {
        List<SensorChoice> found = new ArrayList<>(listed);
        found.addAll(0, added);
        List<Choice> choices = found.stream()
                .map(sensor -> new Choice(sensor, new SimpleBooleanProperty()))
                .toList();
        boolean attached = choices.stream().anyMatch(Choice::attached);
        for (Choice choice : choices) {
            choice.chosen().set(attached ? choice.attached() : choice.simulated());
        }
        if (attached) {
            sensors.setAll(choices);
            advice.set("Tick what is on the person.");
        } else {
            sensors.setAll(choices.stream().filter(Choice::simulated).toList());
            sensors.addAll(
                    choices.stream().filter(choice -> !choice.simulated()).toList());
            advice.set("No sensor attached: practise with the simulated patient.");
        }
        sayPower();
    }

    List<SensorChoice> chosenSensors() {
        return sensors.stream()
                .filter(choice -> choice.chosen().get())
                .map(Choice::sensor)
                .toList();
    }

    /** A sentence when the choice cannot be started; empty when it can. */
    String objection() {
        if (protocol.get() == null) {
            return "There is no protocol to run.";
        }
        List<SensorChoice> chosen = chosenSensors();
        if (chosen.isEmpty()) {
            return "Tick at least one sensor, or the simulated patient.";
        }
        if (chosen.stream().map(SensorChoice::port).distinct().count() < chosen.size()) {
            return "Two ticks are on the same port: choose the one that is plugged in there.";
        }
        return chosen.stream()
                .filter(sensor -> !"ready".equals(sensor.state()))
                .findFirst()
                .map(SensorChoice::state)
                .orElse("");
    }

    /** Whether something is on the person that is not the simulated patient. */
    boolean realSensors() {
        return sensors.stream().anyMatch(choice -> choice.chosen().get() && !choice.simulated());
    }

    /** Kinds of sensors for a port that is not listed. */
    ObservableList<SensorKind> kinds() {
        return kinds;
    }

    /** A day on which pain flares: shorter and easier. */
    BooleanProperty flare() {
        return flare;
    }

    /** What to do about the charger; empty when nothing is to be done. */
    ReadOnlyStringProperty power() {
        return power.getReadOnlyProperty();
    }

    ObservableList<String> patients() {
        return patients;
    }

    StringProperty patient() {
        return patient;
    }

    ObservableList<Protocol> protocols() {
        return protocols;
    }

    ObjectProperty<Protocol> protocol() {
        return protocol;
    }

    ObservableList<Choice> choices() {
        return sensors;
    }

    ReadOnlyStringProperty advice() {
        return advice.getReadOnlyProperty();
    }

    /** What went wrong with the last try, in one sentence. */
    StringProperty trouble() {
        return trouble;
    }
}
