package org.concord.compact.procurement.round;

import java.util.List;
import java.util.UUID;
import org.concord.compact.procurement.evaluation.DemandLine;

/** The demand as it was fixed. */
public record ConsolidationView(UUID roundId, long totalDoses, List<DemandLine> demands) {}
