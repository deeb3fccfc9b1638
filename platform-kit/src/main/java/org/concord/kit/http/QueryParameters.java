package org.concord.kit.http;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.jspecify.annotations.Nullable;

/**
 * Query parameters that cannot be read are refused by name. The framework would answer that the page is not there, as
 * JAX-RS asks it to, and the caller would look for the fault in the path.
 */
@Provider
public final class QueryParameters implements ParamConverterProvider {

    private static final Map<Class<?>, Form> FORMS = Map.of(
            UUID.class, new Form(UUID::fromString, "An id such as 0198c2f2-7c1a-7e1e-b9a0-5f3a1c2d4e6f is expected."),
            Integer.class, new Form(Integer::valueOf, "A whole number is expected."),
            Long.class, new Form(Long::valueOf, "A whole number is expected."));

    private record Form(Function<String, Object> reader, String expected) {}

    @Override
    public <T> @Nullable ParamConverter<T> getConverter(
            Class<T> type, @Nullable Type generic, Annotation @Nullable [] annotations) {
        Form form = form(type);
        String name = nameOf(annotations);
        return form == null || name == null ? null : new Named<>(type, name, form);
    }

    private static @Nullable Form form(Class<?> type) {
        if (!type.isEnum()) {
            return FORMS.get(type);
        }
        List<?> constants = Arrays.asList(type.getEnumConstants());
        return new Form(
                text -> constants.stream()
                        .filter(constant -> ((Enum<?>) constant).name().equals(text))
                        .findFirst()
                        .map(Object.class::cast)
                        .orElseThrow(IllegalArgumentException::new),
                "One of " + constants + " is expected.");
    }

    /** The name of a query parameter; null for whatever else. */
    static @Nullable String nameOf(Annotation @Nullable [] annotations) {
        return annotations == null
                ? null
                : Arrays.stream(annotations)
                        .filter(QueryParam.class::isInstance)
                        .map(annotation -> ((QueryParam) annotation).value())
                        .findFirst()
                        .orElse(null);
    }

    private record Named<T>(Class<T> type, String name, Form form) implements ParamConverter<T> {

        @Override
        public @Nullable T fromString(@Nullable String text) {
            if (text == null) {
                return null;
            }
            try {
                return type.cast(form.reader().apply(text));
            } catch (IllegalArgumentException unreadable) {
                throw new ProblemException(
                        KitProblem.VALIDATION_FAILED,
                        "Mend what the errors point at.",
                        List.of(Violation.at("/" + name, "wrong-format", form.expected())));
            }
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
