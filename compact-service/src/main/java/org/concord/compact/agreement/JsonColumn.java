package org.concord.compact.agreement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.concord.compact.agreement.instrument.Terms;
import org.concord.compact.agreement.instrument.TermsChange;
import org.concord.compact.agreement.instrument.TermsHistory;
import org.concord.kit.access.StandingSpan;
import org.jspecify.annotations.Nullable;

/** Values that are read and written whole, kept as JSON text. What is kept must not follow the settings of the door. */
public abstract class JsonColumn<T> implements AttributeConverter<T, String> {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .build();

    private final TypeReference<T> type;

    JsonColumn(TypeReference<T> type) {
        this.type = type;
    }

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable T value) {
        try {
            return value == null ? null : JSON.writerFor(type).writeValueAsString(value);
        } catch (JsonProcessingException failed) {
            throw new IllegalStateException("not serialisable: " + type.getType(), failed);
        }
    }

    @Override
    public @Nullable T convertToEntityAttribute(@Nullable String kept) {
        try {
            return kept == null ? null : JSON.readValue(kept, type);
        } catch (JsonProcessingException failed) {
            throw new IllegalStateException("not readable: " + type.getType(), failed);
        }
    }

    /** An agreement's terms. */
    @Converter
    static final class OfTerms extends JsonColumn<Terms> {
        OfTerms() {
            super(new TypeReference<>() {});
        }
    }

    /** What amendments have made of an agreement's terms. */
    @Converter
    static final class OfVersions extends JsonColumn<List<TermsHistory.Version>> {
        OfVersions() {
            super(new TypeReference<>() {});
        }
    }

    /** What an amendment changes. */
    @Converter
    public static final class OfChange extends JsonColumn<TermsChange> {
        OfChange() {
            super(new TypeReference<>() {});
        }
    }

    /** A member's standing, all of it. */
    @Converter
    static final class OfSpans extends JsonColumn<List<StandingSpan>> {
        OfSpans() {
            super(new TypeReference<>() {});
        }
    }
}
