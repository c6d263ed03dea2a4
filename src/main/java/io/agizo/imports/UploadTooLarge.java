package io.agizo.imports;

/** More bytes came than an upload may have; nothing of them was kept. */
public final class UploadTooLarge extends RuntimeException {

    UploadTooLarge() {
        super("An upload may have at most " + StoreUpload.MOST_BYTES + " bytes.", null, false, false);
    }
}
