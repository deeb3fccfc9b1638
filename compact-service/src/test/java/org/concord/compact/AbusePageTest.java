package org.concord.compact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of abuse and refusals names tests that run and refusals that are documented. */
class AbusePageTest {

    private static final Path PAGE = Path.of("..", "docs", "abuse.md");
    private static final Path PROBLEMS = Path.of("..", "docs", "problems.md");
    private static final Pattern ROW = Pattern.compile("\\| [^|]+ \\| `([a-z-]+)` \\| `(\\w+)\\.(\\w+)` \\|");

    private record Row(String refusal, String testClass, String method) {}

    @Test
    void everyAbuseHasItsTestAndItsRefusal() throws IOException {
        String problems = Files.readString(PROBLEMS);

        List<Row> rows = rows();

        assertThat(rows).hasSizeGreaterThan(25);
        assertThat(rows).allSatisfy(row -> {
            assertThat(problems).contains("| `" + row.refusal() + "` |");
            assertThat(tests(row.testClass())).contains(row.method());
        });
    }

    /** Every row of the table; one that is written otherwise would pass unread. */
    private static List<Row> rows() throws IOException {
        List<String> lines = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| "))
                .skip(1)
                .toList();
        return lines.stream()
                .map(line -> {
                    Matcher row = ROW.matcher(line);
                    assertThat(row.matches()).as(line).isTrue();
                    return new Row(row.group(1), row.group(2), row.group(3));
                })
                .toList();
    }

    /** The tests of a class, wherever among the packages it stands. */
    private static List<String> tests(String testClass) {
        try (Stream<Path> compiled = Files.walk(root())) {
            Path file = compiled.filter(path -> path.endsWith(testClass + ".class"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("the page names a test that is not there: " + testClass));
            String name =
                    root().relativize(file).toString().replace(".class", "").replace(File.separatorChar, '.');
            Class<?> type = Class.forName(name, false, AbusePageTest.class.getClassLoader());
            return Stream.of(type.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Test.class))
                    .map(Method::getName)
                    .toList();
        } catch (IOException | ClassNotFoundException unreadable) {
            throw new AssertionError("test classes could not be read", unreadable);
        }
    }

    private static Path root() {
        try {
            return Path.of(AbusePageTest.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException bug) {
            throw new AssertionError(bug);
        }
    }
}
