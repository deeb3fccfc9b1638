package org.concord.verifier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.concord.verifier.json.PublicJson;

/** The known answers among the test resources. */
public final class Vectors {

    private Vectors() {}

    /** A file or folder below {@code vectors/}. */
    public static Path path(String below) {
        try {
            return Path.of(Vectors.class.getResource("/vectors/" + below).toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A file as text. */
    public static String text(String below) {
        return new String(bytes(below), StandardCharsets.UTF_8);
    }

    /** A file as bytes. */
    public static byte[] bytes(String below) {
        try {
            return Files.readAllBytes(path(below));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A JSON file; an array at the top cannot be had this way, and none has one. */
    public static PublicJson.Obj json(String below) {
        return (PublicJson.Obj) PublicJson.read(text(below));
    }

    /** The answers made for this project by an independent program. */
    public static PublicJson.Obj derived() {
        return json("derived/ledger_vectors.json");
    }

    /** An object inside another. */
    public static PublicJson.Obj object(PublicJson.Value value, String... keys) {
        PublicJson.Value at = value;
        for (String key : keys) {
            at = ((PublicJson.Obj) at).get(key);
        }
        return (PublicJson.Obj) at;
    }

    /** The items of a member that is an array. */
    public static List<PublicJson.Value> items(PublicJson.Value object, String key) {
        return ((PublicJson.Arr) ((PublicJson.Obj) object).get(key)).items();
    }

    /** A member that is a string. */
    public static String string(PublicJson.Value object, String key) {
        return string(((PublicJson.Obj) object).get(key));
    }

    /** A string. */
    public static String string(PublicJson.Value value) {
        return ((PublicJson.Str) value).value();
    }

    /** A member that is an integer. */
    public static long integer(PublicJson.Value object, String key) {
        return Long.parseLong(((PublicJson.Num) ((PublicJson.Obj) object).get(key)).text());
    }

    /** A member that is an array of base64 strings. */
    public static List<byte[]> hashes(PublicJson.Value object, String key) {
        return items(object, key).stream()
                .map(item -> Base64.getDecoder().decode(string(item)))
                .toList();
    }
}
