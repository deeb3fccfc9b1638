package org.concord.compact.governance.motion;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a motion stands.
 *
 * @param rootId the main motion of its tree
 * @param ballotId its last ballot; null before the first
 */
record MotionPlace(UUID agreementId, UUID rootId, @Nullable UUID ballotId) {}
