package org.stillpoint.training;

/**
 * Letting a muscle go below a line.
 *
 * <p>The line is fixed within a trial. The first one is the level that the baseline stayed under for 70 % of its time
 * (start where about 70 % succeeds, CLINICAL "Threshold shaping"); between trials it may only come down, to the same
 * percentile of the trial before; the therapist alone raises it, and also then not above where training started. A
 * channel that cannot be trusted earns nothing.
 */
final class MuscleRelaxation implements Exercise {

    private final LevelLog levels = new LevelLog();
    private double startedAtMicrovolts = Double.NaN;
    private double lineMicrovolts = Double.NaN;
    private double wishedMicrovolts = Double.NaN;
    private boolean trial;

    @Override
    public String id() {
        return "emg-relaxation";
    }

    @Override
    public String name() {
        return "Muscle relaxation";
    }

    @Override
    public void begin(Start start) {
        levels.clear();
    }

    @Override
    public void phase(Phase phase, double tSeconds) {
        trial = phase.kind().showsFeedback();
        if (trial) {
            double proposed = levels.percentile(70);
            if (Double.isNaN(startedAtMicrovolts)) {
                startedAtMicrovolts = proposed;
                lineMicrovolts = proposed;
            } else if (proposed < lineMicrovolts) {
                lineMicrovolts = proposed;
            }
            if (!Double.isNaN(wishedMicrovolts)) {
                lineMicrovolts = Double.isNaN(startedAtMicrovolts)
                        ? wishedMicrovolts
                        : Math.min(wishedMicrovolts, startedAtMicrovolts);
                wishedMicrovolts = Double.NaN;
            }
        }
        levels.clear();
    }

    @Override
    public void wish(TrainingControl.Wish wish, double tSeconds) {
        if (wish.kind() == TrainingControl.Kind.THRESHOLD && wish.number() > 0) {
            wishedMicrovolts = wish.number();
        }
    }

    @Override
    public void step(double tSeconds, Feedback feedback) {
        double level = feedback.muscleMicrovolts;
        levels.add(level);
        feedback.thresholdMicrovolts = trial ? lineMicrovolts : Double.NaN;
        feedback.rewarded = trial && level < lineMicrovolts;
    }
}
