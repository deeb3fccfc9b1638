package org.concord.compact.procurement.round;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Demand that came too late, kept for an answer. */
@ApplicationScoped
class LateDemands implements PanacheRepositoryBase<LateDemand, UUID> {}
