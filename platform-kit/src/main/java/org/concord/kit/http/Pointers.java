package org.concord.kit.http;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import org.concord.kit.problem.Violation;
import org.jspecify.annotations.Nullable;

/** JSON Pointers (RFC 6901) to faults that libraries name in their own ways. */
final class Pointers {

    private Pointers() {}

    /** To a fault in a body from its top, to a fault in a query parameter by its name. */
    static String of(ConstraintViolation<?> fault) {
        StringBuilder pointer = new StringBuilder();
        Path.@Nullable MethodNode method = null;
        for (Path.Node node : fault.getPropertyPath()) {
            if (node.getKind() == ElementKind.METHOD) {
                method = node.as(Path.MethodNode.class);
                continue;
            }
            if (node.getKind() == ElementKind.PARAMETER && method != null) {
                String name = queryParameter(
                        fault.getRootBeanClass(),
                        method,
                        node.as(Path.ParameterNode.class).getParameterIndex());
                pointer.append(name == null ? "" : "/" + escape(name));
                continue;
            }
            Integer index = node.getIndex();
            if (index != null) {
                pointer.append('/').append(index);
            } else if (node.getKey() != null) {
                pointer.append('/').append(escape(String.valueOf(node.getKey())));
            }
            String name = node.getName();
            if (name != null && node.getKind() == ElementKind.PROPERTY) {
                pointer.append('/').append(escape(name));
            }
        }
        return pointer.toString();
    }

    /** The name in the query of a method's parameter; null for one that is not from there. */
    private static @Nullable String queryParameter(Class<?> type, Path.MethodNode method, int index) {
        Class<?>[] parameters = method.getParameterTypes().toArray(Class[]::new);
        // Interception puts a subclass in front, whose methods do not carry the annotations.
        for (Class<?> declaring = type; declaring != null; declaring = declaring.getSuperclass()) {
            for (Method declared : declaring.getDeclaredMethods()) {
                String name = declared.getName().equals(method.getName())
                                && Arrays.equals(declared.getParameterTypes(), parameters)
                        ? QueryParameters.nameOf(declared.getParameterAnnotations()[index])
                        : null;
                if (name != null) {
                    return name;
                }
            }
        }
        return null;
    }

    static Violation violation(JsonMappingException fault) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : fault.getPath()) {
            if (step.getFieldName() != null) {
                pointer.append('/').append(escape(step.getFieldName()));
            } else if (step.getIndex() >= 0) {
                pointer.append('/').append(step.getIndex());
            }
        }
        return Violation.at(pointer.toString(), code(fault), message(fault));
    }

    private static String code(JsonMappingException fault) {
        return switch (fault) {
            case UnrecognizedPropertyException unknown -> "unknown-field";
            case InvalidFormatException format -> "wrong-format";
            case ValueInstantiationException value -> "invalid-value";
            default -> "wrong-type";
        };
    }

    private static String message(JsonMappingException fault) {
        return switch (fault) {
            case UnrecognizedPropertyException unknown -> "This field is not known here.";
            case InvalidFormatException format
            when format.getTargetType() != null && format.getTargetType().isEnum() ->
                "One of " + Arrays.toString(format.getTargetType().getEnumConstants()) + " is expected.";
            case InvalidFormatException format -> "The value does not have the form that is expected here.";
            case ValueInstantiationException value
            when value.getCause() instanceof IllegalArgumentException reason -> String.valueOf(reason.getMessage());
            case MismatchedInputException mismatch when fault.getPath().isEmpty() -> "A body is expected.";
            default -> "The value has the wrong type, or is missing.";
        };
    }

    static String kebab(String simpleName) {
        return simpleName.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
