package io.agizo.api;

import io.agizo.api.json.JsonFaults;
import io.agizo.shared.InvalidInput;
import jakarta.validation.Validator;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Changes a value as an RFC 7396 merge patch says, under the same rules as a whole request body. */
@Component
public final class MergePatch {

    private final JsonMapper json;
    private final Validator validator;

    MergePatch(JsonMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * The current value with the patch's fields in place of its own; a field set to null is as good as left out.
     *
     * @throws InvalidInput if the patch is no object, names an unknown field, or the outcome is not valid
     */
    public <T> T apply(T current, JsonNode patch, Class<T> type) {
        if (!(patch instanceof ObjectNode changes)) {
            throw new InvalidInput("must be an object with the fields to change");
        }
        return Faults.check(validator, bind(merge(json.valueToTree(current), changes), type));
    }

    private <T> T bind(ObjectNode merged, Class<T> type) {
        try {
            return json.treeToValue(merged, type);
        } catch (JacksonException e) {
            throw JsonFaults.of(e).orElseThrow(() -> e);
        }
    }

    /** Nulls stay in place of what they remove: a record binds them alike, and an unknown field is seen that way. */
    private static ObjectNode merge(ObjectNode target, ObjectNode patch) {
        patch.properties().forEach(change -> {
            JsonNode value = change.getValue();
            if (value instanceof ObjectNode inner && target.get(change.getKey()) instanceof ObjectNode present) {
                merge(present, inner);
            } else {
                target.set(change.getKey(), value);
            }
        });
        return target;
    }
}
