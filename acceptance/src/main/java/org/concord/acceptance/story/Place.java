package org.concord.acceptance.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A value in the scenario file together with its JSON Pointer, so that a refusal can say where. */
record Place(JsonNode node, String pointer) {

    Place field(String name) {
        return optional(name).orElseThrow(() -> new InvalidScenario(pointer + "/" + name, "is missing"));
    }

    Optional<Place> optional(String name) {
        if (!node.isObject()) {
            throw refuse("is not an object");
        }
        return Optional.ofNullable(node.get(name))
                .filter(child -> !child.isNull())
                .map(child -> new Place(child, pointer + "/" + name));
    }

    /** The items of an array that must hold at least one. */
    List<Place> items() {
        if (!node.isArray() || node.isEmpty()) {
            throw refuse("is not an array with at least one item");
        }
        List<Place> items = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            items.add(new Place(node.get(i), pointer + "/" + i));
        }
        return items;
    }

    String text() {
        if (!node.isTextual() || node.textValue().isBlank()) {
            throw refuse("is not a text");
        }
        return node.textValue();
    }

    String text(Pattern pattern, String what) {
        String text = text();
        if (!pattern.matcher(text).matches()) {
            throw refuse("is \"" + text + "\", not " + what);
        }
        return text;
    }

    /** A whole number, in the smallest unit of whatever it counts. */
    long whole(long least) {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw refuse("is not a whole number");
        }
        if (node.longValue() < least) {
            throw refuse("is less than " + least);
        }
        return node.longValue();
    }

    /** A number that is handed on exactly as it stands in the file. */
    JsonNode number() {
        if (!node.isNumber() || node.decimalValue().signum() <= 0) {
            throw refuse("is not a number above zero");
        }
        return node;
    }

    InvalidScenario refuse(String why) {
        return new InvalidScenario(pointer, why);
    }
}
