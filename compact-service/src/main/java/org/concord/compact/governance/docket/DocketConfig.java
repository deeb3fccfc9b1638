package org.concord.compact.governance.docket;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The clocks of rulemaking where the agreement itself says nothing. */
@ConfigMapping(prefix = "concord.dockets")
interface DocketConfig {

    /** Days for comments, as the Interstate Compact for Juveniles has them. */
    @WithDefault("30")
    int commentDays();

    /** Where that is written. */
    @WithDefault("The secretariat's standing rule on comment, where the agreement sets no period")
    String commentCitation();

    /** Days to petition for review, as the Interstate Compact for Juveniles has them. */
    @WithDefault("60")
    int petitionDays();

    /** Where that is written. */
    @WithDefault("The secretariat's standing rule on review, where the agreement sets no period")
    String petitionCitation();
}
