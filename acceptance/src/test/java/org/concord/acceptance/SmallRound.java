package org.concord.acceptance;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.concord.acceptance.story.Play;
import org.concord.acceptance.story.Story;

/** A small purchase for tests that want an awarded round to order from; every one in an agreement of its own. */
final class SmallRound {

    /** Every dose has this price, and the ceiling is the same. */
    static final long UNIT_CENTS = 100;

    private SmallRound() {}

    /**
     * A round in which each member is allotted the same doses, singly packed, without shared cost.
     *
     * @param title by which a person finds the round
     * @param members the first one leads
     * @param dosesEach what each member may order
     * @param appropriationCents what each member may spend
     */
    static Play.Awarded awarded(
            RunningPlatform platform, String title, List<String> members, long dosesEach, long appropriationCents)
            throws IOException {
        ObjectNode scenario = new JsonMapper().createObjectNode();
        scenario.put("title", title).put("lead", members.getFirst());
        scenario.putObject("item").put("cvx", "03").put("name", "MMR").put("packageDoses", 1);
        ArrayNode all = scenario.putArray("members");
        members.forEach(member -> all.addObject()
                .put("member", member)
                .put("population", 10_000)
                .put("ratePer10000", dosesEach)
                .put("appropriationCents", appropriationCents));
        scenario.putObject("fees").put("operations", "0.60%").put("capital", "0.40%");
        ObjectNode bid = scenario.putArray("bids").addObject();
        bid.put("supplier", "ALPHA").put("pricing", "ALL_UNITS").put("capacity", 1_000_000);
        bid.putArray("tiers").addObject().put("from", 1).put("unitCents", UNIT_CENTS);
        scenario.put("sharedCostCents", 0).put("sharedCostFormula", "EQUAL");
        scenario.putObject("requisition").put("ceilingUnitCents", UNIT_CENTS).put("sharedCostFormula", "EQUAL");
        Path file = Files.createTempFile(Path.of("target"), "small-round", ".json");
        try {
            Files.writeString(file, scenario.toString());
            return Story.of(file, platform.gateway(), System.out).upToTheAward();
        } finally {
            Files.delete(file);
        }
    }
}
