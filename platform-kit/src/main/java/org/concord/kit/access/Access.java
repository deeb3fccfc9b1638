package org.concord.kit.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.concord.kit.access.PolicyStore.Mandate;
import org.concord.kit.access.PolicyStore.Position;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.time.Zones;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether the caller may do an operation: operation × role × standing × mandate, on the date in the zone of the
 * member acted for. Denied by default. The member acted for stands in the request, in the header {@value #MEMBER}, and
 * must be in the token's organization claim.
 */
@RequestScoped
public class Access {

    /** Header that names the member acted for. */
    public static final String MEMBER = "Concord-Member";

    private final SecurityIdentity identity;
    private final RoutingContext request;
    private final PolicyStore store;
    private final AccessConfig config;
    private final Clock clock;

    Access(SecurityIdentity identity, RoutingContext request, PolicyStore store, AccessConfig config, Clock clock) {
        this.identity = identity;
        this.request = request;
        this.store = store;
        this.config = config;
        this.clock = clock;
    }

    /**
     * The caller.
     *
     * @throws ProblemException {@code sign-in-required} without a token; {@code member-not-yours} when the request names
     *     a member that is not in it
     */
    public Caller caller() {
        return signedIn()
                .orElseThrow(() -> new ProblemException(
                                KitProblem.SIGN_IN_REQUIRED, "Send an access token, or sign in through the gateway.")
                        .with("challenge", "Bearer"));
    }

    /** Allows an operation that concerns no agreement. */
    public Caller require(Operation operation) {
        Rule rule = operation.rule();
        Caller caller = caller();
        if (hasRealmRole(caller, rule)) {
            requireFresh(caller, rule);
            return caller;
        }
        String member = requireMember(caller, rule);
        if (!rule.forAnyMember()) {
            requireMandate(caller, member, rule, null);
        }
        requireFresh(caller, rule);
        return caller;
    }

    /**
     * Allows an operation under an agreement.
     *
     * @throws ProblemException {@code not-found} when there is no such agreement, or the member never was in it: the two
     *     are not told apart
     */
    public Caller require(Operation operation, UUID agreementId) {
        return require(operation, agreementId, 0);
    }

    /** Allows an operation under an agreement on an amount of US cents, which a mandate's limit must cover. */
    public Caller require(Operation operation, UUID agreementId, long amountCents) {
        Rule rule = operation.rule();
        Caller caller = caller();
        boolean byRealmRole = hasRealmRole(caller, rule);
        String member = byRealmRole ? caller.member() : requireMember(caller, rule);
        LocalDate today = today(member);
        Position position = store.position(agreementId, member, today)
                .filter(found -> byRealmRole || found.everMember())
                .orElseThrow(Access::notFound);
        if (!byRealmRole) {
            requireStanding(position, rule, Objects.requireNonNull(member), today);
            if (!rule.forAnyMember()) {
                requireLimit(requireMandate(caller, Objects.requireNonNull(member), rule, agreementId), amountCents);
            }
        }
        Capability needed = rule.capability();
        if (needed != null && !position.capabilities().contains(needed)) {
            throw new ProblemException(
                    KitProblem.CAPABILITY_ABSENT, "The agreement does not give the power " + needed + ".");
        }
        requireFresh(caller, rule);
        return caller;
    }

    /**
     * Whose rows the caller may read: everybody's for the rule's realm roles; else those of the member acted for, or of
     * all the caller's members when none is named.
     */
    public ReadScope reads(Operation operation) {
        Rule rule = operation.rule();
        if (rule.open()) {
            return new ReadScope(true, Set.of());
        }
        Caller caller = caller();
        if (hasRealmRole(caller, rule)) {
            return new ReadScope(true, Set.of());
        }
        if (rule.forAnyMember() && !caller.members().isEmpty()) {
            return new ReadScope(false, caller.actingFor().map(Set::of).orElse(caller.members()));
        }
        throw notPermitted(operation.name());
    }

    /**
     * Whether one of the caller's members (the one acted for, where named) ever had a membership in the agreement, or
     * the rule's realm roles open it anyway. For things that all members of an agreement share, such as its book.
     */
    public boolean seesAgreement(Operation operation, UUID agreementId) {
        ReadScope scope = reads(operation);
        return scope.all()
                || scope.members().stream()
                        .anyMatch(member -> store.position(agreementId, member, today(member))
                                .filter(Position::everMember)
                                .isPresent());
    }

    /** The agreement's members in full standing on the date in the zone of {@code lead}, by USPS code ascending. */
    public List<String> membersInStanding(UUID agreementId, LocalDate on) {
        return store.membersInStanding(agreementId, on);
    }

    private Optional<Caller> signedIn() {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Optional.empty();
        }
        String named = request.request().getHeader(MEMBER);
        Caller caller = TokenReader.read(token, named);
        if (named != null && !caller.members().contains(named)) {
            throw new ProblemException(
                    KitProblem.MEMBER_NOT_YOURS, "Your sign-in does not hold the member named in " + MEMBER + ".");
        }
        return Optional.of(caller);
    }

    private static boolean hasRealmRole(Caller caller, Rule rule) {
        return rule.realmRoles().stream().anyMatch(caller::has);
    }

    private static String requireMember(Caller caller, Rule rule) {
        if (!rule.forAnyMember() && rule.mandates().isEmpty()) {
            throw notPermitted("This");
        }
        String member = caller.member();
        if (member == null) {
            if (caller.members().isEmpty()) {
                throw notPermitted("This");
            }
            throw new ProblemException(
                    KitProblem.MEMBER_REQUIRED, "Name the member you act for in the header " + MEMBER + ".");
        }
        return member;
    }

    private static void requireStanding(Position position, Rule rule, String member, LocalDate today) {
        if (!rule.needsStanding()) {
            return;
        }
        Right right = rule.right();
        if (right == null ? !position.inStanding() : !position.keeps(right)) {
            String lacks = right == null || !position.isBound()
                    ? " has no standing in this agreement on " + today + "."
                    : " is " + position.words() + " in this agreement on " + today + ", which takes away the right "
                            + right + ".";
            throw new ProblemException(KitProblem.NOT_IN_STANDING, member + lacks);
        }
    }

    private List<Mandate> requireMandate(Caller caller, String member, Rule rule, @Nullable UUID agreementId) {
        List<Mandate> mandates = store.mandates(caller.subject(), member, rule.mandates(), agreementId, today(member));
        if (mandates.isEmpty()) {
            throw new ProblemException(
                    KitProblem.NOT_PERMITTED,
                    "It takes a mandate as " + rule.mandates().stream().sorted().toList() + " for " + member
                            + " that is in force today.");
        }
        return mandates;
    }

    private static void requireLimit(List<Mandate> mandates, long amountCents) {
        boolean covered = mandates.stream().anyMatch(mandate -> {
            Long limit = mandate.limitCents();
            return limit == null || limit >= amountCents;
        });
        if (!covered) {
            throw new ProblemException(
                            KitProblem.MANDATE_LIMIT_EXCEEDED,
                            "An official with a higher limit must decide on this amount.")
                    .with("amountCents", amountCents);
        }
    }

    private void requireFresh(Caller caller, Rule rule) {
        if (!rule.freshSignIn()) {
            return;
        }
        Duration freshFor = config.freshFor();
        Instant signedInAt = caller.signedInAt();
        if (signedInAt == null || signedInAt.plus(freshFor).isBefore(clock.instant())) {
            throw new ProblemException(
                            KitProblem.FRESH_SIGN_IN_REQUIRED,
                            "This asks for a sign-in that is not older than " + freshFor.toMinutes() + " minutes.")
                    .with(
                            "challenge",
                            "Bearer error=\"insufficient_user_authentication\", max_age=" + freshFor.toSeconds());
        }
    }

    private LocalDate today(@Nullable String member) {
        return member == null
                ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                : Zones.dateIn(member, clock.instant());
    }

    /** The answer for what is not there and for what is not the caller's to see. */
    public static ProblemException notFound() {
        return new ProblemException(KitProblem.NOT_FOUND, "There is nothing at this address that you can see.");
    }

    private static ProblemException notPermitted(String what) {
        return new ProblemException(KitProblem.NOT_PERMITTED, what + " is not permitted to you.");
    }
}
