/**
 * From bytes to codes: descriptors, framing, the serial port, the simulated patient, the emulator.
 *
 * <p>May use: {@code signal}; jSerialComm, JNA, Jackson, json-schema-validator, SLF4J. To add a device with a known
 * framing: a folder in {@code devices/}. To add a framing: one file and a line in {@code FrameDecoders}.
 */
package org.stillpoint.device;
