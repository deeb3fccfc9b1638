package org.concord.ledger.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The export of a book: a job, and, when it is done, the file that it made.
 *
 * @param status {@code WAITING}, {@code RUNNING}, {@code READY}, {@code FAILED} or {@code EXPIRED}
 * @param size how many leaves the bundle has: those of the checkpoint that was the newest when it was asked for
 * @param written how many of them are written
 * @param bytes the length of the file
 * @param sha256 its SHA-256, hex; also its entity tag
 * @param bundle where it is downloaded, in one piece or in many
 */
public record ExportView(
        UUID exportId,
        UUID book,
        String status,
        Instant requestedAt,
        long size,
        long written,
        @Nullable Instant finishedAt,
        @Nullable Instant expiresAt,
        @Nullable Long bytes,
        @Nullable String sha256,
        @Nullable String bundle) {}
