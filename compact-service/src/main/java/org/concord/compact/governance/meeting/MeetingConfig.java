package org.concord.compact.governance.meeting;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Notice where the agreement itself says nothing. */
@ConfigMapping(prefix = "concord.meetings")
interface MeetingConfig {

    /** Days of public notice. */
    @WithDefault("10")
    int noticeDays();

    /** Where that is written. */
    @WithDefault("The secretariat's standing rule on notice, where the agreement sets no period")
    String noticeCitation();
}
