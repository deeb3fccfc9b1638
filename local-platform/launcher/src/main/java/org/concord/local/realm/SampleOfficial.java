package org.concord.local.realm;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * An invented official of one jurisdiction.
 *
 * @param jurisdiction whom the official serves
 * @param office what the official does
 */
public record SampleOfficial(Jurisdiction jurisdiction, Office office) {

    /** The password of every sample user. It is public, so nothing of value may stand behind it. */
    public static final String PASSWORD = "concord-sample-1";

    /** What an official does; the mandate's role of the same standing is held by the sample mandates. */
    public enum Office {
        BUYER("buyer", "Buyer", "BUYER"),
        APPROVER("approver", "Approver", "APPROVER"),
        DELEGATE("delegate", "Delegate", "DELEGATE"),
        TREASURER("treasurer", "Treasurer", "TREASURER"),
        OFFICER("officer", "Procurement Officer", "PROCUREMENT_OFFICER"),
        HEALTH("health", "Health Officer", "HEALTH_OFFICER");

        private final String word;
        private final String title;
        private final String mandate;

        Office(String word, String title, String mandate) {
            this.word = word;
            this.title = title;
            this.mandate = mandate;
        }

        /** The mandate role of this office. */
        public String mandate() {
            return mandate;
        }
    }

    /** The six officials of one jurisdiction. */
    public static List<SampleOfficial> of(Jurisdiction jurisdiction) {
        return List.of(Office.values()).stream()
                .map(office -> new SampleOfficial(jurisdiction, office))
                .toList();
    }

    /** For example {@code md.buyer}. */
    public String username() {
        return jurisdiction.alias() + "." + office.word;
    }

    /** For example {@code buyer@md.example}. */
    public String email() {
        return office.word + "@" + jurisdiction.domain();
    }

    /** For example {@code Maryland Buyer}: an office, never a person's name. */
    public String name() {
        return firstName() + " " + lastName();
    }

    String firstName() {
        return jurisdiction.name();
    }

    String lastName() {
        return office.title;
    }

    /** The subject in every token: the same on every machine, so that sample mandates can name it. */
    public UUID subject() {
        return subjectOf(username());
    }

    /** The subject of any sample user by username. */
    public static UUID subjectOf(String username) {
        return UUID.nameUUIDFromBytes(("concord-sample:" + username).getBytes(StandardCharsets.UTF_8));
    }

    /** The subject of a sample user at the state's own provider: another realm, another id. */
    static UUID subjectAtStateProvider(String username) {
        return UUID.nameUUIDFromBytes(("concord-state-idp:" + username).getBytes(StandardCharsets.UTF_8));
    }
}
