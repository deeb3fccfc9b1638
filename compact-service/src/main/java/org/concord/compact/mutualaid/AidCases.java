package org.concord.compact.mutualaid;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concord.compact.mutualaid.AidCaseView.CostView;
import org.jspecify.annotations.Nullable;

/** All cases, newest first; terms and claims are written and read as the JSON that is shown. */
@ApplicationScoped
class AidCases implements PanacheRepositoryBase<AidCase, UUID> {

    private final ObjectMapper json;

    AidCases(ObjectMapper json) {
        this.json = json;
    }

    /** The case, its row locked until the transaction ends: both sides move it one after the other. */
    Optional<AidCase> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    List<AidCaseLine> page(UUID requestId, UUID below, int limit) {
        return find("requestId = ?1 and id < ?2 order by id desc", requestId, below).page(0, limit).stream()
                .map(one -> new AidCaseLine(
                        one.id(),
                        one.requestId(),
                        one.requesting(),
                        one.assisting(),
                        one.stage(),
                        one.resource(),
                        one.offeredAt()))
                .toList();
    }

    AidCaseView view(AidCase one) {
        AidTerms offered = terms(one.offered());
        AidTerms agreed = terms(one.terms());
        String proposed = one.proposed();
        String claimed = one.claim();
        ClaimCosts claim = claimed == null ? null : read(claimed, ClaimCosts.class);
        return new AidCaseView(
                one.id(),
                one.requestId(),
                one.agreementId(),
                one.requesting(),
                one.assisting(),
                one.stage(),
                one.resource(),
                offered,
                agreed,
                proposed == null ? null : terms(proposed),
                one.proposedBy(),
                one.missionOrder(),
                one.completedOn(),
                claim == null ? null : claim.lines(),
                costs(offered, agreed, claim),
                one.steps(),
                one.offeredAt(),
                one.version());
    }

    private static List<CostView> costs(AidTerms offered, AidTerms agreed, @Nullable ClaimCosts claim) {
        List<CostView> costs = new ArrayList<>();
        for (CostCategory category : CostCategory.values()) {
            long estimate = offered.estimatedCents(category);
            long terms = agreed.estimatedCents(category);
            Long claimed = claim == null ? null : claim.claimedCents(category);
            if (estimate != 0 || terms != 0 || (claimed != null && claimed != 0)) {
                costs.add(new CostView(category, estimate, terms, claimed));
            }
        }
        return costs;
    }

    AidTerms terms(String stored) {
        return read(stored, AidTerms.class);
    }

    String write(Object shown) {
        try {
            return json.writeValueAsString(shown);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("a case of aid could not be written", bug);
        }
    }

    private <T> T read(String stored, Class<T> type) {
        try {
            return json.readValue(stored, type);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("a case of aid could not be read", bug);
        }
    }
}
