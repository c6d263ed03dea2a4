package io.agizo.orders;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names a job over many orders. */
public record ManyOrdersId(@JsonValue UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
