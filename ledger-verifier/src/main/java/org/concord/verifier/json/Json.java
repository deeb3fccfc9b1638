package org.concord.verifier.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A JSON value that a leaf may hold. Immutable; equality is equality of the canonical bytes. */
public sealed interface Json {

    /** The largest integer that every JSON reader holds exactly: 2^53−1. */
    long MAX_INTEGER = (1L << 53) - 1;

    /** An object; its keys are ASCII and come out sorted. */
    record Obj(SortedMap<String, Json> members) implements Json {
        public Obj {
            members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
            for (String key : members.keySet()) {
                requireAscii(key);
            }
        }

        /**
         * The member of that name.
         *
         * @throws IllegalArgumentException when there is none
         */
        public Json get(String key) {
            Json value = members.get(key);
            if (value == null) {
                throw new IllegalArgumentException("no member called " + key);
            }
            return value;
        }

        /** Whether the object has a member of that name. */
        public boolean has(String key) {
            return members.containsKey(key);
        }

        /** A text member. @throws IllegalArgumentException when it is absent or no string */
        public String text(String key) {
            if (get(key) instanceof Str text) {
                return text.value();
            }
            throw new IllegalArgumentException("member " + key + " is no string");
        }

        /** An integer member. @throws IllegalArgumentException when it is absent or no integer */
        public long integer(String key) {
            if (get(key) instanceof Int integer) {
                return integer.value();
            }
            throw new IllegalArgumentException("member " + key + " is no integer");
        }

        /** An array member. @throws IllegalArgumentException when it is absent or no array */
        public List<Json> array(String key) {
            if (get(key) instanceof Arr array) {
                return array.items();
            }
            throw new IllegalArgumentException("member " + key + " is no array");
        }

        private static void requireAscii(String key) {
            if (!key.chars().allMatch(c -> c < 0x80)) {
                throw new IllegalArgumentException("keys are ASCII");
            }
        }
    }

    /** An array. */
    record Arr(List<Json> items) implements Json {
        public Arr {
            items = List.copyOf(items);
        }
    }

    /** A string of valid Unicode: a lone surrogate is refused, as it has no bytes. */
    record Str(String value) implements Json {
        public Str {
            if (!CanonicalJson.isAscii(value)
                    && !StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
                throw new IllegalArgumentException("a string holds a lone surrogate");
            }
        }
    }

    /** An integer within ±(2^53−1). */
    record Int(long value) implements Json {
        public Int {
            if (value > MAX_INTEGER || value < -MAX_INTEGER) {
                throw new IllegalArgumentException("integer beyond 2^53-1: " + value);
            }
        }
    }

    /** True or false. */
    record Bool(boolean value) implements Json {}

    /** Starts an object. */
    static Builder object() {
        return new Builder();
    }

    /** An array of these values, in this order. */
    static Json array(List<? extends Json> items) {
        return new Arr(new ArrayList<>(items));
    }

    /** A string. */
    static Json of(String value) {
        return new Str(value);
    }

    /** An integer. */
    static Json of(long value) {
        return new Int(value);
    }

    /** A boolean. */
    static Json of(boolean value) {
        return new Bool(value);
    }

    /** Collects the members of an object; naming one twice is refused. */
    final class Builder {
        private final TreeMap<String, Json> members = new TreeMap<>();

        private Builder() {}

        /** A nested value. */
        public Builder put(String key, Json value) {
            if (members.putIfAbsent(key, value) != null) {
                throw new IllegalArgumentException("member " + key + " is there already");
            }
            return this;
        }

        /** A string. */
        public Builder put(String key, String value) {
            return put(key, new Str(value));
        }

        /** An integer. */
        public Builder put(String key, long value) {
            return put(key, new Int(value));
        }

        /** A boolean. */
        public Builder put(String key, boolean value) {
            return put(key, new Bool(value));
        }

        /** The object. */
        public Obj build() {
            return new Obj(members);
        }
    }
}
