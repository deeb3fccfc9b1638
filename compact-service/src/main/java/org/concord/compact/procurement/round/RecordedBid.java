package org.concord.compact.procurement.round;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.concord.compact.procurement.evaluation.Bid;
import org.concord.compact.procurement.evaluation.Pricing;
import org.concord.compact.procurement.evaluation.Tier;
import org.jspecify.annotations.Nullable;

/** A supplier's bid as it was opened; written once. */
@Entity
@Table(name = "bid")
class RecordedBid {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "round_id", nullable = false, updatable = false)
    private UUID roundId;

    @Column(name = "supplier", nullable = false, updatable = false)
    private String supplier;

    @Enumerated(EnumType.STRING)
    @Column(name = "pricing", nullable = false, updatable = false)
    private Pricing pricing;

    @Column(name = "capacity", nullable = false, updatable = false)
    private long capacity;

    @Column(name = "minimum", updatable = false)
    private @Nullable Long minimum;

    @Column(name = "recorded_by", nullable = false, updatable = false)
    private String recordedBy;

    @Column(name = "recorded_at", nullable = false, updatable = false)
    private Instant recordedAt;

    @ElementCollection
    @CollectionTable(name = "bid_tier", joinColumns = @JoinColumn(name = "bid_id"))
    @MapKeyColumn(name = "from_dose")
    @Column(name = "unit_cents", nullable = false)
    private Map<Long, Long> unitCentsByFrom = new HashMap<>();

    protected RecordedBid() {}

    RecordedBid(UUID id, UUID roundId, Bid bid, String recordedBy, Instant recordedAt) {
        this.id = id;
        this.roundId = roundId;
        this.supplier = bid.supplier();
        this.pricing = bid.pricing();
        this.capacity = bid.capacity();
        this.minimum = bid.minimum();
        this.recordedBy = recordedBy;
        this.recordedAt = recordedAt;
        bid.tiers().forEach(tier -> unitCentsByFrom.put(tier.from(), tier.unitCents()));
    }

    Bid bid() {
        List<Tier> tiers = new TreeMap<>(unitCentsByFrom)
                .entrySet().stream()
                        .map(step -> new Tier(step.getKey(), step.getValue()))
                        .toList();
        return new Bid(supplier, pricing, tiers, capacity, minimum);
    }
}
