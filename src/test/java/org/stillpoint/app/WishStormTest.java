package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.stillpoint.device.SimulatedPerson;
import org.stillpoint.store.ProtocolFiles;
import org.stillpoint.store.ScriptFiles;
import org.stillpoint.training.Protocol;
import org.stillpoint.training.Script;

/** Whatever is wished whenever, what must hold of a session holds. More storms: {@code -Dstorms=20}. */
class WishStormTest {

    private static final int STORMS = Integer.getInteger("storms", 1);
    private static final Map<String, Script> SCRIPTS =
            ScriptFiles.load(Path.of("none")).all();

    private final Map<String, Set<String>> broken = new TreeMap<>();

    private void storm(Protocol protocol, SimulatedPerson person, long seed, double wishesPerSecond) {
        Set<String> found = new WishStorm(protocol, SCRIPTS, person, seed, wishesPerSecond).run();
        if (!found.isEmpty()) {
            broken.merge(protocol.id(), found, (one, other) -> {
                one.addAll(other);
                return one;
            });
        }
    }

    @Test
    void everyShippedProtocolSurvivesRandomWishesWithoutAnySensor() {
        for (Protocol protocol : ProtocolFiles.load(Path.of("none")).all()) {
            for (int seed = 1; seed <= STORMS; seed++) {
                storm(protocol, null, seed * 31L + protocol.id().hashCode(), seed % 2 == 0 ? 1 : 0.1);
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void trainingSurvivesRandomWishesWithAPersonWhoMovesAndLosesElectrodes() {
        ProtocolFiles protocols = ProtocolFiles.load(Path.of("none"));
        for (int seed = 1; seed <= STORMS; seed++) {
            for (String id : new String[] {"emg-relaxation", "guarding", "transfer", "slower-breath", "paced-2-min"}) {
                storm(
                        protocols.find(id).orElseThrow(),
                        SimulatedPerson.resting(seed).withTension(0, 6, 2),
                        seed * 77L,
                        0.1);
            }
        }
        assertThat(broken).isEmpty();
    }
}
