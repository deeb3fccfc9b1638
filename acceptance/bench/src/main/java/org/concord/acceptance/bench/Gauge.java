package org.concord.acceptance.bench;

/** What is read before and after a run: processor time by who used it, the log written, the disk taken. */
interface Gauge {

    /**
     * A reading.
     *
     * @param service microseconds of the service under load
     * @param postgres microseconds of PostgreSQL's processes
     * @param load microseconds of whoever asks
     * @param wal bytes of write-ahead log
     * @param disk bytes of the database
     */
    record Reading(double service, double postgres, double load, long wal, long disk) {

        Reading since(Reading before) {
            return new Reading(
                    service - before.service,
                    postgres - before.postgres,
                    load - before.load,
                    wal - before.wal,
                    disk - before.disk);
        }
    }

    Reading read();
}
