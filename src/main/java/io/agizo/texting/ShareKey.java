package io.agizo.texting;

/** A bucket of somebody's share, by the hash of whose it is. */
record ShareKey(String who, Bucket bucket) {}
