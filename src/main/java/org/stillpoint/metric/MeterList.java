package org.stillpoint.metric;

import java.util.ArrayList;
import java.util.List;
import org.stillpoint.signal.Modality;

/** Which measures of the catalogue a session has, where each gets its values from, and why one cannot be. */
final class MeterList {

    private final List<Pipeline.Line> lines;
    private final boolean[] tooSlow;
    private final PipelineSettings settings;
    private final int heart;
    private final int belt;
    private final int secondBelt;
    private final List<Metric> metrics = new ArrayList<>();
    private final List<Gate> gates = new ArrayList<>();
    private final List<Integer> from = new ArrayList<>();
    private final List<Integer> partners = new ArrayList<>();
    private final List<Boolean> stale = new ArrayList<>();

    MeterList(
            List<Pipeline.Line> lines,
            boolean[] tooSlow,
            PipelineSettings settings,
            int heart,
            int belt,
            int secondBelt) {
        this.lines = lines;
        this.tooSlow = tooSlow;
        this.settings = settings;
        this.heart = heart;
        this.belt = belt;
        this.secondBelt = secondBelt;
        for (Measure measure : Metrics.all()) {
            for (int i = 0; i < lines.size(); i++) {
                if (serves(measure.source(), i)) {
                    take(measure, i);
                }
            }
        }
    }

    private boolean serves(Measure.Source source, int line) {
        return switch (source) {
            case HEART -> line == (heart >= 0 ? heart : slow(Modality.ECG, Modality.PPG, Modality.IBI));
            case BREATH -> line == (belt >= 0 ? belt : slow(Modality.RESP, Modality.RESP2));
            case MUSCLE -> is(line, Modality.EMG);
            case CONDUCTANCE -> is(line, Modality.EDA);
            case TEMPERATURE -> is(line, Modality.TEMP);
        };
    }

    private boolean is(int line, Modality modality) {
        return lines.get(line).channel().modality() == modality;
    }

    private int slow(Modality... wanted) {
        for (Modality modality : wanted) {
            for (int i = 0; i < lines.size(); i++) {
                if (is(i, modality)) {
                    return i;
                }
            }
        }
        return -1;
    }

    private void take(Measure measure, int line) {
        int partner = -1;
        switch (measure.partner()) {
            case BELT -> partner = belt;
            case WITHOUT_BELT -> {
                if (belt >= 0) {
                    return;
                }
            }
            case SECOND_BELT -> {
                partner = secondBelt;
                if (partner < 0) {
                    return;
                }
            }
            case SECOND_MUSCLE -> {
                partner = secondMuscle(line);
                if (partner < 0) {
                    return;
                }
            }
            default -> partner = -1;
        }
        Absence why = tooSlow[line]
                ? Absence.RATE_TOO_LOW
                : measure.partner() == Measure.Partner.BELT && partner < 0 ? Absence.NO_SENSOR : Absence.NONE;
        Ground ground = ground(line, partner < 0 ? null : ground(partner, null));
        metrics.add(measure.metric(ground));
        gates.add(new Gate(why == Absence.NONE ? measure.meter(ground) : new Nothing(), why));
        from.add(line);
        partners.add(partner);
        boolean byBeatOrBreath = measure.source() == Measure.Source.HEART || measure.source() == Measure.Source.BREATH;
        stale.add(!byBeatOrBreath);
    }

    /** The muscle that makes a pair with this one: the second of the first two, the fourth of the next, and so on. */
    private int secondMuscle(int line) {
        int place = 0;
        for (int i = 0; i < line; i++) {
            place += is(i, Modality.EMG) && !tooSlow[i] ? 1 : 0;
        }
        for (int i = line + 1; i < lines.size() && place % 2 == 0 && !tooSlow[line]; i++) {
            if (is(i, Modality.EMG) && !tooSlow[i]) {
                return i;
            }
        }
        return -1;
    }

    private Ground ground(int line, Ground partner) {
        Pipeline.Line of = lines.get(line);
        return new Ground(
                of.channel(),
                of.rateHz(),
                settings.emgWindowSeconds(),
                settings.restMicrovolts(),
                heart >= 0 && is(heart, Modality.ECG),
                partner,
                settings.band());
    }

    List<Metric> metrics() {
        return List.copyOf(metrics);
    }

    Gate[] gates() {
        return gates.toArray(new Gate[0]);
    }

    /** The line of each. */
    int[] line() {
        return from.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Whether each is stale with its line, and not with its beats or breaths. */
    boolean[] staleWithLine() {
        boolean[] with = new boolean[stale.size()];
        for (int i = 0; i < with.length; i++) {
            with[i] = stale.get(i);
        }
        return with;
    }

    /** For each line, who is stepped with its values: a heart's measures live on beats alone. */
    Gate[][] stepped() {
        return byLine(from, true);
    }

    /** For each line, whose second channel it is. */
    Gate[][] partnered() {
        return byLine(partners, false);
    }

    private Gate[][] byLine(List<Integer> places, boolean own) {
        Gate[][] found = new Gate[lines.size()][];
        for (int i = 0; i < found.length; i++) {
            List<Gate> here = new ArrayList<>();
            for (int m = 0; m < gates.size(); m++) {
                boolean beatsAlone = own && from.get(m) == heart;
                if (places.get(m) == i && !beatsAlone && !gates.get(m).closed().lasting()) {
                    here.add(gates.get(m));
                }
            }
            found[i] = here.toArray(new Gate[0]);
        }
        return found;
    }

    /** In the place of a meter that cannot be. */
    private static final class Nothing implements Meter {

        @Override
        public double value() {
            return Double.NaN;
        }

        @Override
        public Absence reason() {
            return Absence.NO_SENSOR;
        }

        @Override
        public void reset() {}
    }
}
