package org.concord.kit.event;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What a consumer does with each event type of a topic. Types are matched by the simple name of the consumer's own
 * record; a type without a handler is passed over, since producers may add types.
 */
public final class Handlers {

    record Handler<E>(Class<E> type, BiConsumer<EventContext, E> effect) {}

    private final Map<String, Handler<?>> byName = new HashMap<>();

    private Handlers() {}

    /** No handlers yet. */
    public static Handlers of() {
        return new Handlers();
    }

    /** Adds the effect of one event type; it runs inside the transaction that marks the event as received. */
    public <E> Handlers on(Class<E> type, BiConsumer<EventContext, E> effect) {
        if (byName.put(type.getSimpleName(), new Handler<>(type, effect)) != null) {
            throw new IllegalArgumentException("two handlers for " + type.getSimpleName());
        }
        return this;
    }

    @Nullable
    Handler<?> forType(String cloudEventType) {
        return byName.get(cloudEventType.substring(cloudEventType.lastIndexOf('.') + 1));
    }
}
