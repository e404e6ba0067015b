package org.stillpoint.ui.console;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.stillpoint.acquisition.Clock;
import org.stillpoint.training.Appointment;
import org.stillpoint.training.Feedback;
import org.stillpoint.training.Phase;
import org.stillpoint.training.PhaseKind;
import org.stillpoint.training.TrainingControl;

/**
 * The session's phases as they are planned now, against the end of the appointment; lengths and what is left out are asked
 * of the training and shown when it has obeyed. JavaFX thread only.
 */
final class AppointmentViewModel {

    private static final DateTimeFormatter TIME_OF_DAY = DateTimeFormatter.ofPattern("HH:mm");
    private static final double STEP_SECONDS = 60;
    private static final double SHORTEST_SECONDS = 15;
    private static final double OVER_SECONDS = 30;
    private static final long HALF_A_MINUTE_MILLIS = 30_000;

    private final List<Phase> phases;
    private final TrainingControl control;
    private final Clock clock;
    private final ZoneId zone;
    private final double[] planned;
    private int index;
    private double elapsed;
    private double tSeconds;
    private double endSeconds = Double.NaN;
    private int chosen = -1;

    AppointmentViewModel(List<Phase> phases, TrainingControl control, Clock clock, ZoneId zone) {
        this.phases = phases;
        this.control = control;
        this.clock = clock;
        this.zone = zone;
        this.planned = phases.stream().mapToDouble(Phase::seconds).toArray();
    }

    /** Takes over how things are planned now. */
    void follow(Feedback newest) {
        index = newest.phaseIndex();
        elapsed = newest.phaseElapsedSeconds();
        tSeconds = newest.tSeconds();
        endSeconds = newest.appointmentEndSeconds();
        if (newest.state() != Feedback.State.READY) {
            for (int i = 0; i < Math.min(planned.length, newest.phases()); i++) {
                planned[i] = newest.plannedSeconds(i);
            }
            if (index < planned.length) {
                planned[index] = newest.phaseSeconds();
            }
        }
        if (chosen >= 0 && chosen < index) {
            chosen = index;
        }
    }

    List<Phase> phases() {
        return phases;
    }

    int index() {
        return index;
    }

    double elapsedSeconds() {
        return elapsed;
    }

    /** Length as planned now; 0 = left out. */
    double seconds(int phase) {
        return planned[phase];
    }

    boolean out(int phase) {
        return planned[phase] <= 0 && phase > index;
    }

    /** Seconds from now until all that is planned is over, without holds to come. */
    double leftSeconds() {
        double left = index < planned.length ? Math.max(0, planned[index] - elapsed) : 0;
        for (int i = index + 1; i < planned.length; i++) {
            left += planned[i];
        }
        return left;
    }

    /** Milliseconds since 1970 at which the planned phases will be over. */
    long endEpochMillis() {
        return clock.epochMillis() + Math.round(leftSeconds() * 1000);
    }

    /** Seconds from now to the appointment's end; NaN when nobody said. */
    double availableSeconds() {
        return endSeconds - tSeconds;
    }

    /** When it ends: as planned, or as the appointment says. */
    String endText() {
        return Double.isNaN(endSeconds) ? "ends " + timeOfDay(endEpochMillis()) : "must end " + mustEnd();
    }

    /** The appointment's end as a time of day; empty when nobody said. */
    String mustEnd() {
        // The session's newest second lags the clock a little: the whole minute that was written is the nearest one.
        return Double.isNaN(endSeconds)
                ? ""
                : timeOfDay(clock.epochMillis() + Math.round(availableSeconds() * 1000) + HALF_A_MINUTE_MILLIS);
    }

    private String timeOfDay(long epochMillis) {
        return TIME_OF_DAY.format(Instant.ofEpochMilli(epochMillis).atZone(zone));
    }

    /**
     * Sets the appointment's end.
     *
     * @param typed {@code 10:45}, {@code 1045} or nothing
     * @return what is wrong with it; empty when it was taken
     */
    String mustEnd(String typed) {
        if (typed.isBlank()) {
            control.endAt(Double.NaN);
            return "";
        }
        String flaw = AppointmentEnd.flaw(typed, clock.epochMillis(), zone);
        if (flaw.isEmpty()) {
            control.endAt(tSeconds + AppointmentEnd.secondsAhead(typed, clock.epochMillis(), zone));
        }
        return flaw;
    }

    /** How much longer the plan is than the appointment; 0 when it fits or nobody said when it ends. */
    double overSeconds() {
        double over = leftSeconds() - availableSeconds();
        return over > OVER_SECONDS ? over : 0;
    }

    private List<Integer> toDrop() {
        return Appointment.toDrop(phases, planned, index, leftSeconds(), availableSeconds());
    }

    /** Later phases that would be shortened to their minimum after the drops, the last first. */
    private List<Integer> toShorten() {
        List<Integer> dropped = toDrop();
        double over = leftSeconds() - availableSeconds();
        for (int drop : dropped) {
            over -= planned[drop];
        }
        List<Integer> shorten = new ArrayList<>();
        for (int i = planned.length - 1; i > index && over > 0; i--) {
            double spare = planned[i] - phases.get(i).minimumSeconds();
            if (!dropped.contains(i) && spare > 1) {
                shorten.add(i);
                over -= spare;
            }
        }
        return shorten;
    }

    /** What to do about it, in words; empty when all fits. */
    String overText() {
        if (overSeconds() == 0) {
            return "";
        }
        String over = Math.max(1, Math.round(overSeconds() / 60)) + " min over: ";
        List<Integer> drop = toDrop();
        List<Integer> shorten = toShorten();
        if (drop.isEmpty() && shorten.isEmpty()) {
            return over + "nothing more may be left out";
        }
        List<String> parts = new ArrayList<>();
        if (!drop.isEmpty()) {
            parts.add("leave out " + titles(drop));
        }
        if (!shorten.isEmpty()) {
            parts.add("shorten " + titles(shorten));
        }
        phases.stream()
                .skip(index + 1L)
                .filter(phase -> phase.kind() == PhaseKind.TRANSFER || phase.kind() == PhaseKind.ALONE_AFTER)
                .findFirst()
                .ifPresent(kept -> parts.add("keep " + kept.title()));
        return over + String.join(", ", parts) + "   F";
    }

    private String titles(List<Integer> places) {
        return places.stream().sorted().map(i -> phases.get(i).title()).collect(Collectors.joining(" and "));
    }

    /** Leaves out and shortens as {@link #overText} says. */
    void fit() {
        if (overSeconds() > 0) {
            List<Integer> shorten = toShorten();
            toDrop().forEach(control::dropPhase);
            shorten.forEach(i -> control.phaseLength(i, phases.get(i).minimumSeconds()));
        }
    }

    /** The phase whose length is being looked at; -1 = none. */
    int chosen() {
        return chosen;
    }

    /** Looks at this phase, the one of now or a later one. */
    void choose(int phase) {
        chosen = Math.max(index, Math.min(phases.size() - 1, phase));
    }

    /** Looks at no phase. */
    void letGo() {
        chosen = -1;
    }

    void longer() {
        length(chosen, seconds(chosen) + STEP_SECONDS);
    }

    void shorter() {
        length(chosen, seconds(chosen) - STEP_SECONDS);
    }

    /** The phase of now, a minute shorter. */
    void oneMinuteLess() {
        length(index, seconds(index) - STEP_SECONDS);
    }

    /** Another length for a phase of now or later; never under its minimum nor under what has passed. */
    void length(int phase, double seconds) {
        if (phase >= index && phase < planned.length && !out(phase)) {
            control.phaseLength(phase, Math.max(leastSeconds(phase), seconds));
        }
    }

    /** How short a phase may be made: its minimum, and what has passed of it. */
    double leastSeconds(int phase) {
        double least = Math.max(SHORTEST_SECONDS, phases.get(phase).minimumSeconds());
        return Math.max(Math.min(least, planned[phase]), phase == index ? elapsed : 0);
    }

    /** Whether the chosen phase may be left out, or taken in again. */
    boolean mayLeaveOut() {
        return chosen > index && phases.get(chosen).mayDrop();
    }

    /** Leaves the chosen phase out, or takes it in again. */
    void leaveOutOrTakeIn() {
        if (mayLeaveOut()) {
            if (out(chosen)) {
                control.keepPhase(chosen);
            } else {
                control.dropPhase(chosen);
            }
        }
    }
}
