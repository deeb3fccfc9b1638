package org.concord.local.lease;

import java.nio.file.Path;
import org.concord.local.Ports;
import org.concord.local.realm.RealmAddresses;
import org.concord.local.realm.RealmDocument;
import org.concord.local.runtime.RuntimeFolder;

/**
 * The throw-away folder of the shared servers.
 *
 * @param folder under the cache folder, one for each port base
 */
record LeaseFolder(Path folder) {

    static LeaseFolder of(Path cache, int portBase) {
        return new LeaseFolder(cache.resolve("lease-" + portBase));
    }

    /** Where a lease is taken; there while the servers run. */
    Path properties() {
        return folder.resolve("lease.properties");
    }

    /** What the keeper says. */
    Path log() {
        return folder.resolve("keeper.log");
    }

    /** The keeper's own copy of the launcher: a build may replace the jars that it came from while it runs. */
    Path libraries() {
        return folder.resolve("lib");
    }

    /** State of the servers. */
    Path data() {
        return folder.resolve("data");
    }

    /** Held while servers are looked for or started. */
    Path lock() {
        return folder.resolveSibling(folder.getFileName() + ".lock");
    }

    /** What both ends must agree on: servers of another realm or version are of no use to a test. */
    static String key(RuntimeFolder runtime) {
        var realms = RealmDocument.sample(RealmAddresses.of(new Ports(Ports.PLATFORM_BASE)));
        return runtime.golden(realms.concord() + realms.stateProvider())
                .getFileName()
                .toString();
    }

    /** Held by the keeper as long as it lives, from before it touches the data folder. */
    Path keeperLock() {
        return folder.resolve("keeper.lock");
    }
}
