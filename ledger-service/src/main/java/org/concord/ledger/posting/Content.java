package org.concord.ledger.posting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.concord.verifier.json.Json;
import org.jspecify.annotations.Nullable;

/** What a command asks, as one value: so that another request under the same key can be told from a repetition. */
final class Content {

    private Content() {}

    /** The fields in their order; what is absent stands as an empty array. */
    static Json of(@Nullable Object... fields) {
        List<Json> values = new ArrayList<>();
        for (Object field : fields) {
            values.add(value(field));
        }
        return Json.array(values);
    }

    private static Json value(@Nullable Object field) {
        return switch (field) {
            case null -> Json.array(List.of());
            case Json json -> json;
            case Boolean bool -> Json.of(bool);
            case Collection<?> several -> of(several.toArray());
            // Numbers as text: an amount may be asked that no record can hold.
            default -> Json.of(field.toString());
        };
    }
}
