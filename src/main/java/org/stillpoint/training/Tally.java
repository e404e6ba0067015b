package org.stillpoint.training;

/** How often something was counted, so that it can be given back. One thread; preallocated. */
final class Tally implements Entries {

    private final EntryTimes entries = new EntryTimes();
    private int count;

    void add() {
        count++;
        entries.added();
    }

    int count() {
        return count;
    }

    @Override
    public void at(double tSeconds) {
        entries.at(tSeconds);
    }

    @Override
    public void phaseBegins() {
        entries.phaseBegins();
    }

    @Override
    public void takeBack() {
        count -= entries.takePhase();
    }

    @Override
    public void takeBackSince(double tSeconds) {
        count -= entries.takeSince(tSeconds);
    }
}
