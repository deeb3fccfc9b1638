package org.concord.kit.http;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Locale;
import org.concord.kit.problem.Violation;

/** JSON Pointers (RFC 6901) to faults that libraries name in their own ways. */
final class Pointers {

    private Pointers() {}

    /** From a Bean Validation path, less the method and the parameter that it starts with. */
    static String ofPropertyPath(Path path) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : path) {
            if (node.getKind() == ElementKind.METHOD || node.getKind() == ElementKind.PARAMETER) {
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
                "One of " + java.util.Arrays.toString(format.getTargetType().getEnumConstants()) + " is expected.";
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
