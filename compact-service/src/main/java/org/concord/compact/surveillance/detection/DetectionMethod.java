package org.concord.compact.surveillance.detection;

/** The methods that can be asked for. */
public enum DetectionMethod {
    /** EARS C1: mean and standard deviation of the weeks just before. */
    EARS_C1,
    /** EARS C2: the same with two weeks between baseline and now, so that an outbreak does not hide itself. */
    EARS_C2,
    /** EARS C3: what C2 had above one in the last three weeks, summed. */
    EARS_C3,
    /** Quasi-Poisson regression on the same season of earlier years (Noufaily et al. 2013). */
    FARRINGTON_FLEXIBLE
}
