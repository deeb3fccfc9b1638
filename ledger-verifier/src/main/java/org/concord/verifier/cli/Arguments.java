package org.concord.verifier.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Words and options of a command. An option that the command does not know is refused. */
final class Arguments {

    private final List<String> words = new ArrayList<>();
    private final Map<String, List<String>> options = new LinkedHashMap<>();

    private Arguments() {}

    /** @param valued options that take a value; all others are refused, but for {@code --json} */
    static Arguments of(List<String> arguments, Set<String> valued) {
        Arguments read = new Arguments();
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            if (word.equals("--json")) {
                read.options.put(word, List.of());
            } else if (valued.contains(word)) {
                if (i + 1 == arguments.size()) {
                    throw new Usage(word + " takes a value.");
                }
                i++;
                read.options.computeIfAbsent(word, option -> new ArrayList<>()).add(arguments.get(i));
            } else if (word.startsWith("--")) {
                throw new Usage("There is no option " + word + " here.");
            } else {
                read.words.add(word);
            }
        }
        return read;
    }

    boolean json() {
        return options.containsKey("--json");
    }

    /** Exactly so many words. */
    List<String> words(int count, String what) {
        if (words.size() != count) {
            throw new Usage("Needed: " + what + ".");
        }
        return words;
    }

    List<String> all(String option) {
        return options.getOrDefault(option, List.of());
    }

    Optional<String> one(String option) {
        List<String> given = all(option);
        if (given.size() > 1) {
            throw new Usage(option + " is given twice.");
        }
        return given.stream().findFirst();
    }

    String required(String option, String why) {
        return one(option).orElseThrow(() -> new Usage(why));
    }
}
