package org.concord.compact.governance;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.concord.compact.NewestFirst;
import org.concord.compact.agreement.AgreementRegister;
import org.concord.compact.policy.CompactOperation;
import org.concord.kit.access.Access;
import org.concord.kit.page.Page;
import org.concord.kit.page.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Published votes over HTTP. Votes are cast at their ballot. */
@Path("/api/v1/votes")
@Tag(name = "Ballots")
public class VoteResource {

    /** Labels of a member's seats end in one digit. */
    private static final int MOST_SEATS_OF_A_MEMBER = 9;

    private final VoteHistory history;
    private final AgreementRegister agreements;
    private final Access access;

    VoteResource(VoteHistory history, AgreementRegister agreements, Access access) {
        this.history = history;
        this.agreements = agreements;
        this.access = access;
    }

    /** How a member has voted. */
    @GET
    @Operation(
            summary = "List a member's votes, newest ballot first",
            description = "Of closed ballots only. A member with several seats has several votes in one ballot.")
    public Response list(
            @QueryParam("agreement") @NotNull UUID agreement,
            @QueryParam("member") @NotNull @Pattern(regexp = "[A-Z]{2}") String member,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit,
            @Context UriInfo uri) {
        int size = Pages.limit(limit);
        agreements.seenBy(access.reads(CompactOperation.READ_BALLOTS), agreement);
        // A page never ends between the seats of one ballot: the cursor is the ballot.
        List<PublishedVote> found =
                history.page(agreement, member, NewestFirst.below(cursor), size + MOST_SEATS_OF_A_MEMBER);
        return Pages.respond(uri, wholeBallots(found, size));
    }

    private static Page<PublishedVote> wholeBallots(List<PublishedVote> found, int size) {
        int end = Math.min(size, found.size());
        while (end < found.size()
                && found.get(end).ballotId().equals(found.get(end - 1).ballotId())) {
            end++;
        }
        List<PublishedVote> items = found.subList(0, end);
        return new Page<>(
                items,
                end == found.size() && found.size() < size + MOST_SEATS_OF_A_MEMBER
                        ? null
                        : NewestFirst.after(PublishedVote::ballotId).apply(items.getLast()));
    }
}
