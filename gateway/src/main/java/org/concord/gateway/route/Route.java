package org.concord.gateway.route;

/**
 * One row of the route table.
 *
 * @param openTo who may come without sign-in
 * @param upload whether files are uploaded here
 */
record Route(Service service, OpenTo openTo, boolean upload) {

    enum OpenTo {
        /** The service decides; a caller without a token is turned away here already. */
        SIGNED_IN,
        /** Public reference data. */
        EVERYONE,
        /** A calculation that stores nothing and is open to all, under a stricter limit. */
        EVERYONE_AS_WHAT_IF
    }

    static Route to(Service service) {
        return new Route(service, OpenTo.SIGNED_IN, false);
    }

    Route open(OpenTo whom) {
        return new Route(service, whom, upload);
    }

    Route withUploads() {
        return new Route(service, openTo, true);
    }
}
