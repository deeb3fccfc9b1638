package org.concord.acceptance.story;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.concord.acceptance.story.Scenario.Bid;
import org.concord.acceptance.story.Scenario.Fees;
import org.concord.acceptance.story.Scenario.Item;
import org.concord.acceptance.story.Scenario.Member;
import org.concord.acceptance.story.Scenario.Requisition;
import org.concord.acceptance.story.Scenario.Split;

/** Reads a scenario file and checks its shape; what its numbers mean is for the services to judge. */
final class ScenarioFile {

    private static final Set<String> JURISDICTIONS = Set.of(
            ("AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC "
                            + "ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY PR GU VI AS MP")
                    .split(" ", -1));
    private static final Pattern PERCENT = Pattern.compile("\\d{1,3}(\\.\\d{1,6})?%");
    private static final Pattern SUPPLIER = Pattern.compile("[A-Z0-9][A-Z0-9._-]{0,39}");
    private static final Pattern FORMULA = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final Pattern PRICING = Pattern.compile("ALL_UNITS|INCREMENTAL");
    private static final List<String> BID_TERMS = List.of("supplier", "pricing", "tiers", "capacity", "minimum");
    private static final List<String> LATER = List.of("shipments", "rejects", "latePayments");

    /** A scenario is a page or two; a file beyond this is something else. */
    private static final long MOST_BYTES = 1 << 20;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private ScenarioFile() {}

    static Scenario read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new InvalidScenario("", "is larger than a scenario may be (1 MiB)");
            }
            return parse(Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new InvalidScenario("", file + " does not exist");
        } catch (IOException e) {
            throw new InvalidScenario("", file + " cannot be read as text: " + e.getMessage());
        }
    }

    static Scenario parse(String text) {
        ObjectNode root = object(text);
        root.remove("expect");
        return scenario(new Place(root, ""));
    }

    private static ObjectNode object(String text) {
        try {
            if (JSON.readTree(text) instanceof ObjectNode root) {
                return root;
            }
            throw new InvalidScenario("", "is not a JSON object");
        } catch (JsonProcessingException e) {
            var where = e.getLocation();
            throw new InvalidScenario(
                    "",
                    "is not JSON"
                            + (where == null ? "" : ", line " + where.getLineNr() + " column " + where.getColumnNr())
                            + ": " + e.getOriginalMessage());
        }
    }

    private static Scenario scenario(Place root) {
        Place requisition = root.field("requisition");
        List<Member> members = members(root.field("members"));
        return new Scenario(
                root.optional("title").map(Place::text).orElse("A pooled purchase"),
                item(root.field("item")),
                oneOf(members, root.field("lead")),
                members,
                new Fees(
                        percent(root.field("fees").field("operations")),
                        percent(root.field("fees").field("capital"))),
                bids(root.field("bids")),
                root.field("sharedCostCents").whole(0),
                formula(root.field("sharedCostFormula")),
                new Requisition(
                        requisition.field("ceilingUnitCents").whole(1),
                        formula(requisition.field("sharedCostFormula"))),
                root.optional("split").map(ScenarioFile::split).orElse(null),
                root.optional("budgetOf").map(place -> oneOf(members, place)).orElse(null),
                later(root));
    }

    private static Item item(Place place) {
        return new Item(
                place.field("cvx").text(),
                place.field("name").text(),
                place.field("packageDoses").whole(1));
    }

    private static List<Member> members(Place place) {
        Set<String> seen = new HashSet<>();
        return place.items().stream().map(each -> member(each, seen)).toList();
    }

    private static Member member(Place place, Set<String> seen) {
        Place code = place.field("member");
        if (!JURISDICTIONS.contains(code.text())) {
            throw code.refuse("is \"" + code.text() + "\", not the USPS code of one of the 56 jurisdictions");
        }
        if (!seen.add(code.text())) {
            throw code.refuse("names " + code.text() + " a second time");
        }
        return new Member(
                code.text(),
                place.field("population").whole(1),
                place.field("ratePer10000").number(),
                place.field("appropriationCents").whole(0));
    }

    private static List<Bid> bids(Place place) {
        Set<String> seen = new HashSet<>();
        return place.items().stream().map(each -> bid(each, seen)).toList();
    }

    private static Bid bid(Place place, Set<String> seen) {
        Place supplier = place.field("supplier");
        String name = supplier.text(SUPPLIER, "a supplier's name in capitals");
        if (!seen.add(name)) {
            throw supplier.refuse("bids a second time");
        }
        place.field("pricing").text(PRICING, "ALL_UNITS or INCREMENTAL");
        for (Place tier : place.field("tiers").items()) {
            tier.field("from").whole(1);
            tier.field("unitCents").whole(0);
        }
        place.optional("capacity").ifPresent(capacity -> capacity.whole(0));
        place.optional("minimum").ifPresent(minimum -> minimum.whole(0));
        return new Bid(name, ((ObjectNode) place.node()).deepCopy().retain(BID_TERMS));
    }

    private static Split split(Place place) {
        return new Split(
                place.field("suppliers").whole(1),
                place.field("maxSharePercent").whole(1));
    }

    private static String percent(Place place) {
        return place.text(PERCENT, "a percentage such as 0.60%");
    }

    private static String formula(Place place) {
        return place.text(FORMULA, "the name of a formula");
    }

    private static String oneOf(List<Member> members, Place place) {
        String code = place.text();
        if (members.stream().noneMatch(member -> member.member().equals(code))) {
            throw place.refuse("is \"" + code + "\", which is not one of the members");
        }
        return code;
    }

    private static Set<String> later(Place root) {
        Set<String> present = new LinkedHashSet<>();
        for (String key : LATER) {
            JsonNode part = root.node().get(key);
            if (part != null && !part.isNull() && !part.isEmpty()) {
                present.add(key);
            }
        }
        return present;
    }
}
