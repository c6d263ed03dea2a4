package io.agizo.live.stream;

import io.agizo.live.Parcel;

/**
 * A parcel as it arrived at this replica.
 *
 * @param number the how manieth since the replica's start
 * @param follows the number after which it is heard
 */
record Notice(long number, long follows, long arrivedNanos, Parcel parcel) {}
