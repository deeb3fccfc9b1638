package org.concord.kit.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The only business error that is thrown. It is an answer, not an accident: no stack trace is taken, and the mapper in
 * {@code org.concord.kit.http} turns it into an {@code application/problem+json} body.
 */
public final class ProblemException extends RuntimeException {

    private final transient Problem problem;
    private final transient List<Violation> errors;
    private final transient Map<String, Object> members = new LinkedHashMap<>();

    /** Refuses with a detail that names the case at hand; never a class name, never another member's data. */
    public ProblemException(Problem problem, String detail) {
        this(problem, detail, List.of());
    }

    /** Refuses and points at each fault. */
    public ProblemException(Problem problem, String detail, List<Violation> errors) {
        super(detail, null, false, false);
        this.problem = problem;
        this.errors = List.copyOf(errors);
    }

    /** Adds an extension member (RFC 9457 §3.2), such as the amount that is short. */
    public ProblemException with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    /** The named refusal. */
    public Problem problem() {
        return problem;
    }

    /** What is wrong in this case. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    /** The faults, in the order in which they were found; often empty. */
    public List<Violation> errors() {
        return errors;
    }

    /** Extension members in the order in which they were added. */
    public Map<String, Object> members() {
        return Map.copyOf(members);
    }
}
