package org.concord.compact.surveillance.detection;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The power that makes counts less skewed before the bound is drawn; named as in R. */
public enum PowerTransformation {
    /** Nearly symmetric for Poisson counts. */
    @JsonProperty("2/3")
    TWO_THIRDS("2/3", 2.0 / 3.0),
    /** Keeps the variance steady. */
    @JsonProperty("1/2")
    HALF("1/2", 0.5),
    /** The counts as they are. */
    @JsonProperty("none")
    NONE("none", 1.0);

    private final String inR;
    private final double exponent;

    PowerTransformation(String inR, double exponent) {
        this.inR = inR;
        this.exponent = exponent;
    }

    double exponent() {
        return exponent;
    }

    /** Standard deviation on the transformed scale, of a count with that mean and that variance in means. */
    double deviation(double mean, double tau) {
        return switch (this) {
            case TWO_THIRDS -> Math.sqrt(4.0 / 9.0 * Math.cbrt(mean) * tau);
            case HALF -> Math.sqrt(tau / 4.0);
            case NONE -> Math.sqrt(mean * tau);
        };
    }

    @Override
    public String toString() {
        return inR;
    }
}
