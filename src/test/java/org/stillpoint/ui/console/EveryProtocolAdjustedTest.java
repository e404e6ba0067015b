package org.stillpoint.ui.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillpoint.store.ProtocolFiles;
import org.stillpoint.store.StoreException;
import org.stillpoint.training.Phase;
import org.stillpoint.training.Protocol;

/** Each protocol that comes with the program, opened, one length changed, saved and read again: all else is as it was. */
class EveryProtocolAdjustedTest {

    private static final ProtocolFiles BUILT_IN = ProtocolFiles.load(Path.of("none"));
    private static final List<String> IDS =
            BUILT_IN.all().stream().map(Protocol::id).toList();

    @TempDir
    Path folder;

    static Stream<String> ids() {
        return IDS.stream();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void allElseIsAsItWas(String id) throws StoreException {
        Protocol source = BUILT_IN.named(id);
        ProtocolDraft draft = new ProtocolDraft(source, IDS, false);
        int place = longest(source);
        double seconds = Math.floor(source.phases().get(place).seconds()) + 60;
        draft.length(place, SessionViewModel.clockText(seconds));
        assertThat(draft.objection()).isEmpty();
        ProtocolFiles.save(folder, draft.protocol());
        Protocol again = ProtocolFiles.load(folder).named(draft.protocol().id());
        List<Phase> expected = new ArrayList<>(source.phases());
        expected.set(place, expected.get(place).lasting(seconds));
        assertThat(again).isEqualTo(source.with(again.id(), source.name() + ", own", expected));
        assertThat(unlike(source.phases().get(place), again.phases().get(place)))
                .as("what else changed in that phase")
                .isSubsetOf("seconds", "minimumSeconds");
    }

    private static int longest(Protocol protocol) {
        int longest = 0;
        for (int i = 1; i < protocol.phases().size(); i++) {
            if (protocol.phases().get(i).seconds()
                    > protocol.phases().get(longest).seconds()) {
                longest = i;
            }
        }
        return longest;
    }

    /** Components that are not the same. */
    private static List<String> unlike(Phase one, Phase other) {
        return Stream.of(Phase.class.getRecordComponents())
                .filter(component -> {
                    try {
                        return !component
                                .getAccessor()
                                .invoke(one)
                                .equals(component.getAccessor().invoke(other));
                    } catch (ReflectiveOperationException impossible) {
                        throw new IllegalStateException(impossible);
                    }
                })
                .map(java.lang.reflect.RecordComponent::getName)
                .toList();
    }
}
