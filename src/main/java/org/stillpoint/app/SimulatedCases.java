package org.stillpoint.app;

import java.util.List;
import org.stillpoint.training.Protocol;

/** Which case simulates which protocol; the first that suits. */
final class SimulatedCases {

    private static final List<SimulatedCase> ALL = List.of(
            new ResonanceCase(),
            new HrvCase(),
            new BreathingCase(),
            new ReleaseCase(),
            new MuscleCase(),
            new GuardingCase(),
            new StressCase(),
            new TransferCase(),
            new AnyCase());

    private SimulatedCases() {}

    static SimulatedCase of(Protocol protocol) {
        return ALL.stream().filter(one -> one.suits(protocol)).findFirst().orElseThrow();
    }
}
