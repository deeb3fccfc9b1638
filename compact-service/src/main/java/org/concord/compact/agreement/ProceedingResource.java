package org.concord.compact.agreement;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import java.util.function.Function;
import org.concord.compact.NewestFirst;
import org.concord.compact.policy.CompactOperation;
import org.concord.kit.access.Access;
import org.concord.kit.idempotency.Idempotency;
import org.concord.kit.page.Pages;
import org.jspecify.annotations.Nullable;

/**
 * A door to one kind of proceedings: whoever sees the agreement reads them, and each step is recorded once.
 *
 * @param <P> what is kept
 * @param <V> what is shown
 */
public abstract class ProceedingResource<P, V extends ProceedingView> {

    private final String place;
    private final Proceedings<P> kept;
    private final Function<P, V> shown;
    private final AgreementRegister agreements;
    private final Access access;
    private final Idempotency idempotency;

    /** A door at {@code /api/v1/agreements/{agreement}/place}. */
    protected ProceedingResource(
            String place,
            Proceedings<P> kept,
            Function<P, V> shown,
            AgreementRegister agreements,
            Access access,
            Idempotency idempotency) {
        this.place = place;
        this.kept = kept;
        this.shown = shown;
        this.agreements = agreements;
        this.access = access;
        this.idempotency = idempotency;
    }

    /**
     * Records a beginning, and answers where it is found.
     *
     * @param name of the operation, for the idempotency key
     * @param work takes the subject of who records it
     */
    protected Response begun(CompactOperation operation, String name, Object command, Function<String, V> work) {
        String by = access.require(operation).subject();
        return idempotency.once(name, command, () -> {
            V view = work.apply(by);
            return Response.created(
                            URI.create("/api/v1/agreements/" + view.agreementId() + "/" + place + "/" + view.id()))
                    .entity(view)
                    .build();
        });
    }

    /**
     * Records what belongs to a proceeding, such as its next step.
     *
     * @param name of the operation, for the idempotency key
     * @param work takes the subject of who records it
     */
    protected Response recorded(CompactOperation operation, String name, Object command, Function<String, ?> work) {
        String by = access.require(operation).subject();
        return idempotency.once(
                name,
                command,
                () -> Response.status(Response.Status.CREATED)
                        .entity(work.apply(by))
                        .build());
    }

    /** A page of an agreement's, newest first. */
    protected Response listed(UUID agreement, @Nullable String cursor, @Nullable Integer limit, UriInfo uri) {
        requireSeen(agreement);
        return Pages.respond(
                uri,
                NewestFirst.page(
                        cursor,
                        limit,
                        (below, count) -> kept.page(agreement, below, count),
                        shown,
                        ProceedingView::id));
    }

    /** One of an agreement's. */
    protected V one(UUID agreement, UUID id) {
        requireSeen(agreement);
        return kept.inAgreement(agreement, id).map(shown).orElseThrow(Access::notFound);
    }

    /** Hides an agreement that the caller may not see. */
    protected void requireSeen(UUID agreement) {
        agreements.seenBy(access.reads(CompactOperation.READ_AGREEMENTS), agreement);
    }
}
