package org.concord.compact.agreement;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.concord.kit.access.Right;

/** Rights as a column keeps them: names separated by spaces. */
public final class Rights {

    private Rights() {}

    public static String words(Set<Right> rights) {
        return rights.stream().map(Right::name).collect(Collectors.joining(" "));
    }

    public static Set<Right> read(String words) {
        EnumSet<Right> rights = EnumSet.noneOf(Right.class);
        Arrays.stream(words.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .map(Right::valueOf)
                .forEach(rights::add);
        return rights;
    }
}
