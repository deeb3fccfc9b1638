package org.concord.member.demand;

import java.util.UUID;

/**
 * A file of demand lines, as far as a retry must repeat it.
 *
 * @param roundId the round that collects demand
 * @param commitValid store the good rows even if others have faults
 * @param sha256 of the file's bytes, lower-case hex: the same file is the same request
 */
record UploadDemand(UUID roundId, boolean commitValid, String sha256) {}
