package org.concord.compact.governance.reconvening;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** An adjournment's terms as they are kept: read and written whole, whatever the settings of the door. */
@Converter
class TermsText implements AttributeConverter<ReconveningTerms, String> {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable ReconveningTerms terms) {
        try {
            return terms == null ? null : JSON.writeValueAsString(terms);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("terms could not be written", bug);
        }
    }

    @Override
    public @Nullable ReconveningTerms convertToEntityAttribute(@Nullable String text) {
        try {
            return text == null ? null : JSON.readValue(text, ReconveningTerms.class);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("terms could not be read", bug);
        }
    }
}
