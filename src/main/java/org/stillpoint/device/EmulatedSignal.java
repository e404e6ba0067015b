package org.stillpoint.device;

/** What an emulated device measures. Asked for ascending sample numbers, with holes; one thread. */
interface EmulatedSignal {

    /** Puts one code for each input of the device. */
    void codes(long sample, double[] into);
}
