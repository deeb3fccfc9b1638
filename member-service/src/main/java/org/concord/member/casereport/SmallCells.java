package org.concord.member.casereport;

/**
 * Which counts are small, and what stands in their place.
 *
 * @param smallBelow counts from 1 to below this are small; 0 is nobody, and never small
 * @param substitute what a small count enters a computation as, itself below
 */
record SmallCells(int smallBelow, int substitute) {

    boolean hide(long cases) {
        return cases > 0 && cases < smallBelow;
    }
}
