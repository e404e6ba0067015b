package org.stillpoint.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A text or a recording leads: body scan, imagery, sitting quietly. Nothing is asked of the body and nothing is rewarded;
 * what is measured goes on quietly behind it. Body groups that hurt are left out as in {@link ReleaseTraining}.
 */
final class GuidedScript implements Exercise {

    private final ScriptPlayer player = new ScriptPlayer();
    private Start start;
    private Set<String> skipped = Set.of();
    private double lastSeconds = Double.NaN;
    private double played;
    private double playedBefore;
    private String note = "";

    @Override
    public String id() {
        return "guided";
    }

    @Override
    public String name() {
        return "A text leads";
    }

    @Override
    public void begin(Start with) {
        start = with;
        skipped = MuscleGroups.named(with.remembered().text(MuscleGroups.SKIPPED));
    }

    @Override
    public void phase(Phase phase, double tSeconds) {
        lastSeconds = Double.NaN;
        playedBefore = played;
        Script script = start.scripts().get(phase.script());
        if (script != null) {
            player.begin(script.on(Set.of()), skipped);
            note = script.note();
        } else {
            player.end();
            note = phase.script().isEmpty()
                    ? ""
                    : "There is no script " + phase.script() + ": the sentence of the phase stands.";
        }
    }

    @Override
    public void phaseEnds(Phase phase, double tSeconds, boolean whole) {
        player.end();
        played = whole ? played : playedBefore;
    }

    @Override
    public void resume(double tSeconds) {
        lastSeconds = Double.NaN;
    }

    @Override
    public void step(double tSeconds, Feedback feedback) {
        double passed = lastSeconds == lastSeconds ? Math.min(0.1, tSeconds - lastSeconds) : 0;
        lastSeconds = tSeconds;
        player.pass(passed);
        if (player.playing()) {
            played += passed;
            Script.Step step = player.step();
            if (player.elapsedSeconds() >= step.seconds() + step.pauseSeconds()) {
                player.next();
            }
        }
        feedback.cue = player.playing() ? player.step().say() : "";
        feedback.audio = player.audio();
        feedback.audioSeconds = player.audioSeconds();
        if (!note.isEmpty()) {
            feedback.note = note;
            note = "";
        }
    }

    @Override
    public boolean done() {
        return player.over();
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (played > 0) {
            findings.add(Finding.of("guided_s", Math.rint(played), ""));
        }
        return findings;
    }
}
