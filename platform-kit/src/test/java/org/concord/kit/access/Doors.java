package org.concord.kit.access;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;

/** Doors of the tests' own, one per kind of rule. */
@Path("/api/v1/doors")
public class Doors {

    enum DoorOperation implements Operation {
        APPROVE,
        BUY,
        PURCHASE,
        SETTLE,
        READ;

        @Override
        public Rule rule() {
            return switch (this) {
                case APPROVE -> Rule.mandate(MandateRole.APPROVER).inStanding();
                case BUY -> Rule.mandate(MandateRole.BUYER).inStanding().capability(Capability.BUY_TOGETHER);
                case PURCHASE ->
                    Rule.mandate(MandateRole.BUYER)
                            .right(Right.TAKE_PART_IN_PURCHASES)
                            .capability(Capability.BUY_TOGETHER);
                case SETTLE -> Rule.mandate(MandateRole.BUYER).right(Right.SETTLE);
                case READ -> Rule.anyMember().orRealm(RealmRole.AUDITOR);
            };
        }
    }

    private final Access access;

    Doors(Access access) {
        this.access = access;
    }

    /** Allowed to an approver whose limit covers the amount. */
    @GET
    @Path("/approve/{agreement}/{cents}")
    public String approve(@PathParam("agreement") UUID agreement, @PathParam("cents") long cents) {
        return access.require(DoorOperation.APPROVE, agreement, cents).requireMember();
    }

    /** Allowed to a buyer under an agreement that buys together. */
    @GET
    @Path("/buy/{agreement}")
    public String buy(@PathParam("agreement") UUID agreement) {
        return access.require(DoorOperation.BUY, agreement).requireMember();
    }

    /** Allowed to a buyer whose member may take part in purchases. */
    @GET
    @Path("/purchase/{agreement}")
    public String purchase(@PathParam("agreement") UUID agreement) {
        return access.require(DoorOperation.PURCHASE, agreement).requireMember();
    }

    /** Allowed to a buyer whose member may pay what it owes. */
    @GET
    @Path("/settle/{agreement}")
    public String settle(@PathParam("agreement") UUID agreement) {
        return access.require(DoorOperation.SETTLE, agreement).requireMember();
    }

    /** Whose rows the caller sees. */
    @GET
    @Path("/read")
    public String read() {
        ReadScope scope = access.reads(DoorOperation.READ);
        return scope.all() ? "all" : scope.members().stream().sorted().toList().toString();
    }

    /** Whether the caller sees what an agreement's members share. */
    @GET
    @Path("/read/{agreement}")
    public boolean sees(@PathParam("agreement") UUID agreement) {
        return access.seesAgreement(DoorOperation.READ, agreement);
    }
}
