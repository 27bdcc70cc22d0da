package org.camelforce.salesforcecc.benchmarks.requests;

/**
 * What one exchange costs.
 *
 * @param cpuMicros CPU of the whole process
 * @param bytes allocated by all threads
 * @param perSecond exchanges in a second
 * @param p99Micros the latency that 99 of 100 exchanges keep within
 */
record Cost(double cpuMicros, double bytes, double perSecond, double p99Micros) {

    /** As a line of the program's output. */
    String line() {
        return cpuMicros + " " + bytes + " " + perSecond + " " + p99Micros;
    }

    static Cost of(String line) {
        String[] figures = line.split(" ");
        return new Cost(
                Double.parseDouble(figures[0]),
                Double.parseDouble(figures[1]),
                Double.parseDouble(figures[2]),
                Double.parseDouble(figures[3]));
    }
}
