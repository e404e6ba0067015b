package org.stillpoint.acquisition;

/** A long-lived job of one thread; made into a thread by {@link DutyThread}, closed by the thread that ran it. */
public interface Duty {

    /** Name of the thread, for instance {@code acq-bitalino}. Never a person's name. */
    String name();

    /**
     * Does a bit of work and returns soon.
     *
     * @return how much was done; 0 = nothing to do, the thread rests until woken
     * @throws Exception stops the duty; it is logged once and shown
     */
    int work() throws Exception;

    /** Called once by the duty's own thread after its last {@link #work}, also after a failure. */
    default void close() throws Exception {}
}
