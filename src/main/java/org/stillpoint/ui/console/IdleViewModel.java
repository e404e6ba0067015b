package org.stillpoint.ui.console;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.stillpoint.acquisition.Clock;
import org.stillpoint.signal.Modality;
import org.stillpoint.training.Protocol;
import org.stillpoint.training.SensorNeeds;
import org.stillpoint.ui.StationControl.SensorChoice;
import org.stillpoint.ui.StationControl.SensorKind;

/**
 * What is chosen before a session. Something sensible is always chosen already, so that Start is one press: the first
 * patient, the first protocol that fits, every sensor that is ready; without one no sensor where the protocol needs none,
 * else the simulated patient. JavaFX thread only.
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

    private static final String LOOKING = "Looking for sensors …";

    private final ObservableList<String> patients = FXCollections.observableArrayList();
    private final StringProperty patient = new SimpleStringProperty("guest");
    private final ProtocolMenu menu = new ProtocolMenu();
    private final ObservableList<Choice> sensors = FXCollections.observableArrayList();
    private final ObservableList<SensorKind> kinds = FXCollections.observableArrayList();
    private final List<SensorChoice> added = new ArrayList<>();
    private final BooleanProperty flare = new SimpleBooleanProperty();
    private String hintOnMains = "";
    private final ReadOnlyStringWrapper power = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper advice = new ReadOnlyStringWrapper(LOOKING);
    private final ReadOnlyStringWrapper missing = new ReadOnlyStringWrapper("");
    private final StringProperty endsAt = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper files = new ReadOnlyStringWrapper("");
    private final ObservableList<String> fileNotes = FXCollections.observableArrayList();
    private final BooleanProperty noSensor = new SimpleBooleanProperty();
    private final Clock clock;
    private final ZoneId zone;
    private Set<String> trained = Set.of();
    private boolean choosing;
    private boolean byHand;
    private final StringProperty trouble = new SimpleStringProperty("");

    IdleViewModel(Clock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
        patient.addListener((property, before, now) -> followPatient());
        menu.chosen().addListener((property, before, now) -> {
            if (!byHand) {
                choose();
            }
            say();
        });
        noSensor.addListener((property, before, now) -> ticked(null));
    }

    void patientCodes(List<String> codes) {
        // A choice box lets go of its value while its list changes.
        String chosen = patient.get();
        patients.setAll(codes);
        boolean stays = chosen != null && codes.contains(chosen);
        patient.set(stays ? chosen : codes.isEmpty() ? "guest" : codes.get(0));
    }

    /** Codes of those who have been here before. */
    void trained(Set<String> codes) {
        trained = Set.copyOf(codes);
        followPatient();
    }

    private void followPatient() {
        String code = patient.get();
        menu.first(code == null || "guest".equals(code) || !trained.contains(code.strip()));
    }

    /** A protocol was saved: it is there, and chosen. */
    void saved(List<Protocol> all, String id) {
        menu.offer(all);
        menu.choose(id);
    }

    void offer(List<Protocol> all) {
        menu.offer(all);
    }

    /** What is wrong in the own files, or good to know of them. */
    void files(List<String> notes) {
        fileNotes.setAll(notes);
        String more = notes.size() > 1 ? "  (and " + (notes.size() - 1) + " more)" : "";
        files.set(notes.isEmpty() ? "" : notes.get(0) + more);
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
        SensorChoice choice = new SensorChoice(
                kind.profileId(), path.strip(), kind.title() + " on " + path.strip(), true, "ready", kind.gives());
        added.add(choice);
        choosing = true;
        noSensor.set(false);
        for (Choice other : sensors) {
            other.chosen().set(other.chosen().get() && !other.simulated());
        }
        Choice behind = choice(choice);
        behind.chosen().set(true);
        sensors.add(behind);
        choosing = false;
        byHand = true;
        say();
        return true;
    }

    private Choice choice(SensorChoice sensor) {
        Choice choice = new Choice(sensor, new SimpleBooleanProperty());
        choice.chosen().addListener((property, before, now) -> ticked(choice));
        return choice;
    }

    void sensors(List<SensorChoice> listed) {
        List<SensorChoice> found = new ArrayList<>(listed);
        found.addAll(0, added);
        List<Choice> choices = found.stream().map(this::choice).toList();
        boolean attached = choices.stream().anyMatch(Choice::attached);
        sensors.setAll(choices.stream()
                .sorted(Comparator.comparing((Choice choice) -> !attached && !choice.simulated()))
                .toList());
        byHand = false;
        choose();
        say();
    }

    /** Something sensible: what is attached; else none where none is needed, else the simulated patient. */
    private void choose() {
        boolean attached = sensors.stream().anyMatch(Choice::attached);
        boolean none = !attached && needsNone();
        choosing = true;
        for (Choice choice : sensors) {
            choice.chosen().set(attached ? choice.attached() : !none && choice.simulated());
        }
        noSensor.set(none);
        choosing = false;
    }

    private boolean needsNone() {
        Protocol protocol = menu.chosen().get();
        return protocol != null && SensorNeeds.none(protocol);
    }

    /** A tick by hand: a sensor and none exclude each other. @param choice null = the tick of no sensor */
    private void ticked(Choice choice) {
        if (choosing) {
            return;
        }
        byHand = true;
        choosing = true;
        if (choice == null && noSensor.get()) {
            sensors.forEach(each -> each.chosen().set(false));
        } else if (choice != null && choice.chosen().get()) {
            noSensor.set(false);
        }
        choosing = false;
        say();
    }

    private void say() {
        boolean attached = sensors.stream().anyMatch(choice -> choice.attached() || added.contains(choice.sensor()));
        advice.set(
                sensors.isEmpty()
                        ? LOOKING
                        : attached
                                ? "Tick what is on the person."
                                : needsNone()
                                        ? "No sensor attached, and this protocol needs none."
                                        : "No sensor attached: practise with the simulated patient.");
        Set<Modality> worn = EnumSet.noneOf(Modality.class);
        boolean known = true;
        for (SensorChoice sensor : chosenSensors()) {
            worn.addAll(sensor.gives());
            known &= !sensor.gives().isEmpty();
        }
        Protocol protocol = menu.chosen().get();
        missing.set(protocol == null || !known || sensors.isEmpty() ? "" : SensorNeeds.missing(protocol, worn));
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
        if (menu.chosen().get() == null) {
            return "There is no protocol to run.";
        }
        String end = endsAt.get() == null ? "" : endsAt.get();
        if (!end.isBlank()) {
            String flaw = AppointmentEnd.flaw(end, clock.epochMillis(), zone);
            if (!flaw.isEmpty()) {
                return "The appointment's end: " + flaw;
            }
        }
        List<SensorChoice> chosen = chosenSensors();
        if (chosen.isEmpty() && !noSensor.get()) {
            return "Tick at least one sensor, the simulated patient, or no sensor.";
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

    /** Whether a person takes part, with sensors or without, and not the simulated patient alone. */
    boolean realPerson() {
        return noSensor.get()
                || sensors.stream().anyMatch(choice -> choice.chosen().get() && !choice.simulated());
    }

    /** The protocol leads alone; nothing is measured. */
    BooleanProperty noSensor() {
        return noSensor;
    }

    /** What the protocol misses of what is ticked, and what it is without, in one sentence; empty when nothing. */
    ReadOnlyStringProperty missing() {
        return missing.getReadOnlyProperty();
    }

    /** When the appointment ends, as typed; empty = it does not matter. */
    StringProperty endsAt() {
        return endsAt;
    }

    /** The least that the protocol takes, as a sentence after others; empty when that is as planned. */
    String least() {
        Protocol protocol = menu.chosen().get();
        if (protocol == null) {
            return "";
        }
        long least = (long) Math.ceil(protocol.minimumSeconds() / 60 - 0.01);
        return least < Math.round(protocol.seconds() / 60) ? " At least " + least + " min." : "";
    }

    /** The own files in one line; empty when nothing is to be said of them. */
    ReadOnlyStringProperty files() {
        return files.getReadOnlyProperty();
    }

    /** All that there is to say of the own files. */
    ObservableList<String> fileNotes() {
        return fileNotes;
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

    ProtocolMenu menu() {
        return menu;
    }

    ObjectProperty<Protocol> protocol() {
        return menu.chosen();
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
