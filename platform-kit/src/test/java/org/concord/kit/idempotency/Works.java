package org.concord.kit.idempotency;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.concord.kit.access.Access;
import org.concord.kit.access.Operation;
import org.concord.kit.access.RealmRole;
import org.concord.kit.access.Rule;
import org.concord.kit.problem.Blame;
import org.concord.kit.problem.Problem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.time.Ids;

/** A door of the tests' own: work that can be counted, refused and failed. */
@Path("/api/v1/works")
public class Works {

    enum WorkOperation implements Operation {
        DO_WORK,
        VOUCH;

        @Override
        public Rule rule() {
            Rule staff = Rule.realm(RealmRole.COMMISSION_STAFF, RealmRole.OPERATOR);
            return this == VOUCH ? staff.fresh() : staff;
        }
    }

    enum WorkProblem implements Problem {
        WORK_UNWANTED;

        @Override
        public String title() {
            return "This work is not wanted";
        }

        @Override
        public int status() {
            return 409;
        }

        @Override
        public Blame blame() {
            return Blame.STATE;
        }
    }

    /** What to do. */
    public record DoWork(
            @NotNull @Size(min = 1, max = 100) String name,
            @Min(1) @Max(10) int hours) {}

    /** What was done. */
    public record WorkView(UUID id, String name, int hours) {}

    static final AtomicInteger CALLS = new AtomicInteger();

    private final Access access;
    private final Idempotency idempotency;
    private final DataSource dataSource;
    private final Ids ids;

    Works(Access access, Idempotency idempotency, DataSource dataSource, Ids ids) {
        this.access = access;
        this.idempotency = idempotency;
        this.dataSource = dataSource;
        this.ids = ids;
    }

    /** Does it, refuses "unwanted", fails on "broken". */
    @POST
    public Response post(@NotNull @Valid DoWork command) {
        access.require(WorkOperation.DO_WORK);
        return idempotency.once("do-work", command, () -> work(command));
    }

    /** Asks for a fresh sign-in. */
    @GET
    @Path("/vouched")
    public String vouched() {
        access.require(WorkOperation.VOUCH);
        return "vouched";
    }

    /** How often the work of that name was done. */
    @GET
    @Path("/{name}")
    public long count(@PathParam("name") String name) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select count(*) from parcel_work where name like ?")) {
            select.setString(1, name + "%");
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private Response work(DoWork command) {
        int call = CALLS.incrementAndGet();
        UUID id = ids.next();
        insert(id, command.name() + " " + call);
        if (command.name().startsWith("unwanted")) {
            throw new ProblemException(WorkProblem.WORK_UNWANTED, "Nobody asked for it.").with("call", call);
        }
        if (command.name().startsWith("broken")) {
            throw new IllegalStateException("broken by request, secret inside");
        }
        if (command.name().startsWith("slow")) {
            pause();
        }
        return Response.created(URI.create("/api/v1/works/" + id))
                .entity(new WorkView(id, command.name(), command.hours()))
                .build();
    }

    private void insert(UUID id, String name) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into parcel_work (id, name) values (?, ?)")) {
            insert.setObject(1, id);
            insert.setString(2, name);
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
