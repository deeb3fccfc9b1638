package org.concord.compact.agreement.instrument;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The instrument models that come with the service. They are read once; a model that does not fit its type stops the start. */
@ApplicationScoped
public class InstrumentModels {

    private static final List<String> CODES = List.of(
            "alliance-mou",
            "alliance-contract",
            "nurse",
            "medical",
            "offender-supervision",
            "emergency",
            "greenhouse-gas");

    private final Map<String, InstrumentModel> models = new LinkedHashMap<>();

    InstrumentModels(ObjectMapper json) {
        for (String code : CODES) {
            InstrumentModel model = read(json, code);
            if (!model.code().equals(code)
                    || !model.terms().faults(model.type()).isEmpty()) {
                throw new IllegalStateException(
                        "unfit model " + code + ": " + model.terms().faults(model.type()));
            }
            models.put(code, model);
        }
    }

    List<InstrumentModel> all() {
        return List.copyOf(models.values());
    }

    /** The model of that code; empty when there is none. */
    public Optional<InstrumentModel> find(String code) {
        return Optional.ofNullable(models.get(code));
    }

    private static InstrumentModel read(ObjectMapper json, String code) {
        String name = "/instrument-models/" + code + ".json";
        try (InputStream in = InstrumentModels.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new FileNotFoundException(name);
            }
            return json.readValue(in, InstrumentModel.class);
        } catch (IOException failed) {
            throw new UncheckedIOException("unreadable model " + code, failed);
        }
    }
}
