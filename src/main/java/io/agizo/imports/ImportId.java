package io.agizo.imports;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names an upload and its report. */
public record ImportId(@JsonValue UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
