package io.agizo.imports;

/** Another replica has taken the upload over; whatever was being done to it must be undone. */
final class LeaseLost extends RuntimeException {

    LeaseLost(ImportId id) {
        super("Upload " + id + " was taken over by another replica", null, false, false);
    }
}
