package org.concord.local;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Passwords and client secrets of one machine's platform: drawn once, kept in a file that only its owner may read, never
 * in the repository.
 */
public final class Secrets {

    /** Databases, each with an owner role of the same name. */
    public static final List<String> DATABASES = List.of("compact", "member", "ledger", "gateway", "keycloak");

    /** Databases whose tables are made by their owner and used by another role, to which the owner may refuse things. */
    public static final List<String> SERVED = List.of("compact", "member", "ledger", "gateway");

    /** Confidential clients of the realms. */
    public static final List<String> CLIENTS =
            List.of("concord-gateway", "sample-loader", "erp-wa", "concord-md", "concord-ca");

    private final Map<String, String> values;

    private Secrets(Map<String, String> values) {
        this.values = values;
    }

    /** Draws all of them anew. */
    public static Secrets draw() {
        var random = new SecureRandom();
        var values = new TreeMap<String, String>();
        values.put("postgres.superuser", word(random));
        values.put("keycloak.admin", word(random));
        DATABASES.forEach(database -> values.put("database." + database, word(random)));
        SERVED.forEach(database -> values.put("service." + database, word(random)));
        CLIENTS.forEach(client -> values.put("client." + client, word(random)));
        byte[] key = new byte[32];
        random.nextBytes(key);
        values.put("session.key", Base64.getEncoder().encodeToString(key));
        return new Secrets(values);
    }

    private static String word(SecureRandom random) {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Reads what {@link #save} wrote. */
    public static Secrets load(Path file) {
        try {
            var properties = new Properties();
            properties.load(new StringReader(Files.readString(file)));
            var values = new TreeMap<String, String>();
            properties.forEach((name, value) -> values.put((String) name, (String) value));
            return new Secrets(values);
        } catch (IOException e) {
            throw new Trouble(
                    "The secrets of this data folder can't be read: " + file + ".",
                    "Start over with ./concord reset, which draws new ones.",
                    e);
        }
    }

    /** Writes them, readable by their owner alone. */
    public void save(Path file) {
        var properties = new Properties();
        properties.putAll(values);
        var out = new StringWriter();
        try {
            properties.store(out, "Secrets of this machine's sample platform. Never commit or ship this file.");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Folders.writePrivate(file, out.toString());
    }

    /** Password of PostgreSQL's superuser. */
    public String superuser() {
        return value("postgres.superuser");
    }

    /** Password of Keycloak's administrator. */
    public String keycloakAdmin() {
        return value("keycloak.admin");
    }

    /** Password of the owner role of one database. */
    public String database(String name) {
        return value("database." + name);
    }

    /** The role that a service uses its database as. */
    public static String serviceRole(String database) {
        return database + "_service";
    }

    /** Password of that role. */
    public String service(String database) {
        return value("service." + database);
    }

    /** Secret of one confidential client. */
    public String client(String name) {
        return value("client." + name);
    }

    /** The gateway's key for sessions: 32 bytes in Base64. */
    public String sessionKey() {
        return value("session.key");
    }

    private String value(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new Trouble(
                    "This data folder was made by an older version: it has no " + name + ".",
                    "Start over with ./concord reset.");
        }
        return value;
    }
}
