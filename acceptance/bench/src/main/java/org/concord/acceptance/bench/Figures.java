package org.concord.acceptance.bench;

/**
 * What one run gave.
 *
 * @param postings how many were answered as posted
 * @param failed requests that were answered otherwise
 * @param seconds how long it was measured
 * @param p50 milliseconds of a request
 * @param p99 milliseconds of a request
 * @param used what was used meanwhile
 * @param complaint the first answer that was no success; empty for none
 */
record Figures(
        long postings, long failed, double seconds, double p50, double p99, Gauge.Reading used, String complaint) {

    double perSecond() {
        return postings / seconds;
    }

    double serviceMicros() {
        return used.service() / postings;
    }

    double postgresMicros() {
        return used.postgres() / postings;
    }

    double loadMicros() {
        return used.load() / postings;
    }

    /** What the ledger itself costs: service and PostgreSQL. */
    double micros() {
        return serviceMicros() + postgresMicros();
    }

    double walBytes() {
        return (double) used.wal() / postings;
    }

    double diskBytes() {
        return (double) used.disk() / postings;
    }
}
