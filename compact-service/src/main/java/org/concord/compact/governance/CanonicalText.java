package org.concord.compact.governance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.concord.compact.governance.rule.BallotRule;
import org.concord.compact.governance.rule.Tally;
import org.jspecify.annotations.Nullable;

/** Values as they are kept with a ballot: JSON with its names in order, so that equal values are equal text. */
final class CanonicalText {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private CanonicalText() {}

    /** A rule in its column. */
    @Converter
    static class OfRule implements AttributeConverter<BallotRule, String> {

        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable BallotRule rule) {
            return rule == null ? null : write(rule);
        }

        @Override
        public @Nullable BallotRule convertToEntityAttribute(@Nullable String text) {
            return text == null ? null : read(text, BallotRule.class);
        }
    }

    /** A tally in its column. */
    @Converter
    static class OfTally implements AttributeConverter<Tally, String> {

        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable Tally tally) {
            return tally == null ? null : write(tally);
        }

        @Override
        public @Nullable Tally convertToEntityAttribute(@Nullable String text) {
            return text == null ? null : read(text, Tally.class);
        }
    }

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("could not be written: " + value.getClass(), bug);
        }
    }

    private static <T> T read(String text, Class<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("could not be read as " + type, bug);
        }
    }
}
