package org.stillpoint.ui.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VeilKeyTest {

    private final List<Boolean> asked = new ArrayList<>();
    private final VeilKey key = new VeilKey(asked::add);

    @Test
    void heldItVeilsForAsLong() {
        key.press(0, false);
        key.press(100_000_000L, true);
        key.release(3_000_000_000L);
        assertThat(asked).containsExactly(true, false);
    }

    @Test
    void tappedItVeilsUntilTheNextTap() {
        key.press(0, false);
        key.release(100_000_000L);
        assertThat(asked).containsExactly(true);
        key.press(9_000_000_000L, true);
        key.release(9_100_000_000L);
        assertThat(asked).containsExactly(true, false);
    }

    @Test
    void liftingWithoutPressingAsksNothing() {
        assertThat(key.release(5)).isFalse();
        assertThat(asked).isEmpty();
    }
}
