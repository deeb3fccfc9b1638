package org.concord.compact.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.UUID;
import org.concord.compact.agreement.AgreementRegister;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;

/** Whether an id that somebody writes down names a thing that may be named there. */
@ApplicationScoped
public class Things {

    private final Instance<ThingOwner> owners;
    private final AgreementRegister agreements;

    Things(Instance<ThingOwner> owners, AgreementRegister agreements) {
        this.owners = owners;
        this.agreements = agreements;
    }

    /**
     * Refuses an id that names nothing under the agreement. An alliance buys through a contract that serves it, so that
     * what one of the two has may be named by the other.
     *
     * @param pointer where the id stands in the request
     * @throws ProblemException {@code validation-failed} for an unknown thing, and for one of others in the same words
     */
    public void require(Thing kind, UUID id, UUID agreementId, String pointer) {
        boolean there = owners.stream()
                .filter(owner -> owner.kind() == kind)
                .anyMatch(owner -> owner.agreementOf(id)
                        .filter(home -> home.equals(agreementId)
                                || agreements.serves(home, agreementId)
                                || agreements.serves(agreementId, home))
                        .isPresent());
        if (!there) {
            throw new ProblemException(
                    KitProblem.VALIDATION_FAILED,
                    "What is named is not there.",
                    List.of(Violation.at(pointer, "unknown", "the agreement has no " + kind + " with this id")));
        }
    }
}
