package org.stillpoint.device;

import java.util.List;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Modality;

/**
 * The sample's own number on every input, folded into the input's range of codes: proves that no sample is lost, doubled
 * or moved. Inputs without a range count on; an acceleration stays at rest.
 */
final class RampSignal implements EmulatedSignal {

    private final List<Channel> inputs;

    RampSignal(List<Channel> inputs) {
        this.inputs = inputs;
    }

    @Override
    public void codes(long sample, double[] into) {
        for (int i = 0; i < inputs.size(); i++) {
            Channel input = inputs.get(i);
            double lowest = input.lowestCode();
            if (input.modality() == Modality.ACC) {
                into[i] = 0;
            } else if (Double.isNaN(lowest)) {
                into[i] = sample;
            } else {
                long codes = (long) (input.highestCode() - lowest) + 1;
                into[i] = lowest + Math.floorMod(sample - (long) lowest, codes);
            }
        }
    }
}
