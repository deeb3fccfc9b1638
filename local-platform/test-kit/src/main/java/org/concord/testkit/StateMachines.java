package org.concord.testkit;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Draws a service's state machines from its code: each sealed interface whose name ends in {@code State} is a machine, its
 * records are the states, and the methods that return a state are the moves. A method that returns only the interface says
 * by {@code org.concord.kit.state.LeadsTo} where it leads.
 */
public final class StateMachines {

    /** By its name: the kit's own tests lean on this module, so it cannot lean on the kit. */
    private static final String LEADS_TO = "org.concord.kit.state.LeadsTo";

    private StateMachines() {}

    /**
     * A page with a diagram (Mermaid) of each machine, by package and name.
     *
     * @param root the package whose machines are drawn, with all below it
     * @throws IllegalStateException for a move that does not say where it leads
     */
    public static String page(String title, String root) {
        StringBuilder page = new StringBuilder("# " + title + "\n\n")
                .append(
                        "Drawn from the code by a test; an arrow is a method of the state that it leaves. A state without")
                .append(" an arrow to it begins, one without an arrow from it ends.\n");
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(root).stream()
                        .filter(type ->
                                type.isInterface() && type.getSimpleName().endsWith("State"))
                        .sorted(Comparator.comparing(JavaClass::getName))
                        .map(JavaClass::reflect)
                        .filter(Class::isSealed)
                        .forEach(machine -> draw(machine, root, page));
        return page.toString();
    }

    /** Writes the page anew when the tests run with {@code -Dconcord.docs.write=true}; else leaves it alone. */
    public static void writeIfAsked(Path file, String page) {
        if (Boolean.getBoolean("concord.docs.write")) {
            try {
                Files.createDirectories(file.getParent());
                Files.writeString(file, page);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void draw(Class<?> machine, String root, StringBuilder page) {
        Set<Class<?>> states = new LinkedHashSet<>();
        collect(machine, states);
        Map<String, Set<String>> arrows = new LinkedHashMap<>();
        Set<Class<?>> reached = new LinkedHashSet<>();
        Set<Class<?>> left = new LinkedHashSet<>();
        for (Class<?> from : states) {
            for (Method move : moves(from, machine)) {
                for (Class<?> to : targets(move, machine)) {
                    arrows.computeIfAbsent(
                                    "  " + from.getSimpleName() + " --> " + to.getSimpleName() + " : ",
                                    arrow -> new LinkedHashSet<>())
                            .add(words(move.getName()));
                    if (!from.equals(to)) {
                        reached.add(to);
                        left.add(from);
                    }
                }
            }
        }
        page.append("\n## ")
                .append(machine.getSimpleName().replaceAll("State$", ""))
                .append(" (`")
                .append(machine.getPackageName().substring(root.length() + 1))
                .append("`)\n\n```mermaid\nstateDiagram-v2\n");
        states.stream()
                .filter(state -> !reached.contains(state))
                .forEach(state ->
                        page.append("  [*] --> ").append(state.getSimpleName()).append('\n'));
        arrows.forEach((arrow, names) ->
                page.append(arrow).append(String.join(", ", names)).append('\n'));
        states.stream()
                .filter(state -> !left.contains(state))
                .forEach(
                        state -> page.append("  ").append(state.getSimpleName()).append(" --> [*]\n"));
        page.append("```\n");
    }

    private static void collect(Class<?> type, Set<Class<?>> states) {
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            if (permitted.isInterface()) {
                collect(permitted, states);
            } else {
                states.add(permitted);
            }
        }
    }

    /** What the state declares, and what it inherits from an interface of the machine. Reflection knows no order. */
    private static List<Method> moves(Class<?> state, Class<?> machine) {
        List<Method> moves = new ArrayList<>();
        Arrays.stream(state.getDeclaredMethods())
                .filter(method -> returnsState(method, machine) && !isComponent(method, state))
                .forEach(moves::add);
        for (Class<?> above : state.getInterfaces()) {
            if (machine.isAssignableFrom(above) && above.isInterface()) {
                Arrays.stream(above.getDeclaredMethods())
                        .filter(method -> method.isDefault() && returnsState(method, machine))
                        .forEach(moves::add);
            }
        }
        moves.sort(Comparator.comparing(Method::getName).thenComparing(Method::toString));
        return moves;
    }

    /** A state may keep the one that it came from; to read it is no move. */
    private static boolean isComponent(Method method, Class<?> state) {
        return state.isRecord()
                && Arrays.stream(state.getRecordComponents())
                        .anyMatch(component -> component.getAccessor().equals(method));
    }

    private static boolean returnsState(Method method, Class<?> machine) {
        return !method.isSynthetic()
                && !Modifier.isStatic(method.getModifiers())
                && machine.isAssignableFrom(method.getReturnType());
    }

    private static List<Class<?>> targets(Method move, Class<?> machine) {
        for (Annotation each : move.getAnnotations()) {
            if (each.annotationType().getName().equals(LEADS_TO)) {
                return List.of(states(each));
            }
        }
        if (move.getReturnType().isInterface()) {
            throw new IllegalStateException(machine.getName() + ": the move " + move
                    + " does not say where it leads; annotate it with LeadsTo");
        }
        return List.of(move.getReturnType());
    }

    private static Class<?>[] states(Annotation leadsTo) {
        try {
            return (Class<?>[]) leadsTo.annotationType().getMethod("value").invoke(leadsTo);
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException(changed);
        }
    }

    /** From {@code intoWindDown} to "into wind down". */
    private static String words(String name) {
        return Arrays.stream(name.split("(?=[A-Z])", -1))
                .map(String::toLowerCase)
                .collect(Collectors.joining(" "));
    }
}
