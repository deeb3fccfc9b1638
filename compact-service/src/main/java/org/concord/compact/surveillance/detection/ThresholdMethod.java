package org.concord.compact.surveillance.detection;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How Farrington draws its bound from the expected count; named as in R. */
public enum ThresholdMethod {
    /** Normal on a transformed scale, with the error of estimation (Farrington et al. 1996). */
    @JsonProperty("delta")
    DELTA("delta"),
    /** Quantile of a negative binomial around the expected count itself (Noufaily et al. 2013). */
    @JsonProperty("nbPlugin")
    NB_PLUGIN("nbPlugin"),
    /** Quantile of a negative binomial around the upper limit of the expected count. */
    @JsonProperty("muan")
    MUAN("muan");

    private final String inR;

    ThresholdMethod(String inR) {
        this.inR = inR;
    }

    @Override
    public String toString() {
        return inR;
    }
}
