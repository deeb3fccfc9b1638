package org.concord.compact.guidance;

import java.util.List;
import java.util.UUID;

/**
 * How two versions of a guidance differ.
 *
 * @param from number of the version compared with
 * @param to number of the version asked for
 */
public record DifferencesView(UUID guidanceId, int from, int to, List<Difference> differences) {}
