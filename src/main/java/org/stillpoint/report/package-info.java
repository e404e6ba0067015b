/**
 * What leaves the station: files.
 *
 * <p>May use: the floors before it; FastCSV, Jackson. To add a format: {@code <Name>Export} and a line in
 * {@code ExportFormats}.
 */
package org.stillpoint.report;
