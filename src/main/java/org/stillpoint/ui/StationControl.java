package org.stillpoint.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stillpoint.care.SessionSummary;
import org.stillpoint.signal.Modality;
import org.stillpoint.training.Protocol;
import org.stillpoint.training.RateChoice;

/**
 * What the screens ask of the station; implemented by the wiring. Methods may block for seconds: call them in
 * {@code Jobs}, never on the JavaFX thread, except where said.
 */
public interface StationControl {

    /**
     * A sensor that can be chosen.
     *
     * @param profileId id of its profile
     * @param port port path; empty for the simulated patient
     * @param title what the therapist reads
     * @param recognised whether the station is fairly sure that this is it: such a one is ticked by itself
     * @param state {@code ready}, or one sentence that says what is wrong and what to do
     * @param gives what its channels measure; empty = nobody knows yet
     */
    record SensorChoice(
            String profileId, String port, String title, boolean recognised, String state, Set<Modality> gives) {

        /** Of which nobody knows yet what it measures. */
        public SensorChoice(String profileId, String port, String title, boolean recognised, String state) {
            this(profileId, port, title, recognised, state, Set.of());
        }
    }

    /** Sensors that can be chosen now; the simulated patient is always the last. Looks at the ports. */
    List<SensorChoice> sensors();

    /** Protocols in menu order. Any thread, at once. */
    List<Protocol> protocols();

    /** Codes of the patients, {@code guest} first. */
    List<String> patientCodes();

    /** Codes of those who have had a session here; a guest is always there for the first time. */
    default Set<String> trainedCodes() {
        return Set.of();
    }

    /** What is wrong in a person's own protocols and texts, as {@code file:line: reason}, then what is good to know. */
    default List<String> fileNotes() {
        return List.of();
    }

    /**
     * Opens the sensors, starts the recording and the training.
     *
     * @param sensors none = the protocol leads alone, by the clock
     * @throws Exception whose message is one sentence for the therapist
     */
    LiveSession start(String patientCode, String protocolId, List<SensorChoice> sensors) throws Exception;

    /**
     * The same on a day on which pain flares: shorter and easier.
     *
     * @throws Exception whose message is one sentence for the therapist
     */
    default LiveSession startFlare(String patientCode, String protocolId, List<SensorChoice> sensors) throws Exception {
        return start(patientCode, protocolId, sensors);
    }

    /** What can be behind a port that the system does not list. Any thread, at once. */
    default List<SensorKind> sensorKinds() {
        return List.of();
    }

    /**
     * A kind of sensor.
     *
     * @param title what the therapist reads
     * @param gives what its channels measure; empty = nobody knows yet
     */
    record SensorKind(String profileId, String title, Set<Modality> gives) {

        /** Of which nobody knows yet what it measures. */
        public SensorKind(String profileId, String title) {
            this(profileId, title, Set.of());
        }
    }

    /** A yes or no to each safety question of this person; absent when nobody asked, always so for a guest. */
    default Optional<List<SafetyQuestion>> safety(String patientCode) {
        return Optional.of(List.of());
    }

    /** Keeps what was answered with yes; sealed with the session that begins next. */
    default void safety(String patientCode, List<SafetyQuestion> yes) {}

    /** One sentence when the computer is on mains power while electrodes would be on a person; empty when not. */
    default String powerHint() {
        return "";
    }

    /** Whether a protocol with this id is the user's own and was saved here: it may be saved again. Any thread, at once. */
    default boolean mayRewrite(String protocolId) {
        return false;
    }

    /** Saves a protocol as the user's own. @throws Exception with what makes no sense in it, in one sentence */
    default void save(Protocol protocol) throws Exception {}

    /**
     * Keeps the rate at which the person of the running session, or of the one that ended last, trains next.
     *
     * @return the summary anew of a session that has ended
     * @throws Exception whose message is one sentence for the therapist
     */
    default Optional<SessionSummary> trainAt(RateChoice choice) throws Exception {
        return Optional.empty();
    }

    /** A setting of this machine; empty when it was never made. Nothing that says something of a person. */
    default String setting(String name) {
        return "";
    }

    /** Remembers a setting of this machine. @throws Exception with a sentence */
    default void setting(String name, String value) throws Exception {}

    /** Folder of the user's own sounds; need not be there, null = there is none. Any thread, at once. */
    default Path soundFolder() {
        return null;
    }

    /** Ends the running session, closes the recording and computes its summary. @throws Exception with a sentence */
    SessionSummary stop() throws Exception;
}
