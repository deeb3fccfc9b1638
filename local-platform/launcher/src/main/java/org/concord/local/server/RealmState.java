package org.concord.local.server;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.concord.local.Folders;
import org.concord.local.Trouble;

/**
 * What was done to the realm of a data folder since its import.
 *
 * @param portBase the ports that its addresses name
 * @param joined whether the officials are members of their organizations
 * @param servesTests whether tests may sign in
 */
record RealmState(int portBase, boolean joined, boolean servesTests) {

    RealmState withJoined() {
        return new RealmState(portBase, true, servesTests);
    }

    static RealmState load(Path file) {
        var values = new Properties();
        try {
            values.load(new StringReader(Files.readString(file)));
        } catch (IOException e) {
            throw new Trouble(
                    "The data folder lacks " + file.getFileName() + ".", "Start over with ./concord reset.", e);
        }
        return new RealmState(
                Integer.parseInt(values.getProperty("port-base")),
                Boolean.parseBoolean(values.getProperty("joined")),
                Boolean.parseBoolean(values.getProperty("serves-tests")));
    }

    void save(Path file) {
        Folders.writePrivate(
                file, "port-base=" + portBase + "\njoined=" + joined + "\nserves-tests=" + servesTests + "\n");
    }
}
