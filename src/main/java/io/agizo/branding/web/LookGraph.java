package io.agizo.branding.web;

import io.agizo.api.MergePatch;
import io.agizo.api.graphql.CommonRefusal;
import io.agizo.api.graphql.MutationResult;
import io.agizo.api.graphql.Mutations;
import io.agizo.branding.ChangeLook;
import io.agizo.branding.LookDetails;
import io.agizo.branding.ShopLook;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.pictures.PictureRefused;
import io.agizo.pictures.web.SentPicture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shop's name, look and words over GraphQL, where a logo is sent as base64 within the limit of any request. */
@Controller
class LookGraph {

    private static final String IMAGE = "/image";

    private final ChangeLook look;
    private final Mutations mutations;
    private final MergePatch mergePatch;
    private final JsonMapper json;

    LookGraph(ChangeLook look, Mutations mutations, MergePatch mergePatch, JsonMapper json) {
        this.look = look;
        this.mutations = mutations;
        this.mergePatch = mergePatch;
        this.json = json;
    }

    record LookUpdated(ShopLook look) implements MutationResult {}

    @QueryMapping
    ShopLook look(Caller caller) {
        return look.get(caller);
    }

    @MutationMapping
    MutationResult updateLook(
            Caller caller, @Argument Map<String, @Nullable Object> input, @Argument @Nullable Integer ifVersion) {
        JsonNode patch = json.valueToTree(input);
        return mutations.run(() -> new LookUpdated(
                look.change(caller, ifVersion, details -> mergePatch.apply(details, patch, LookDetails.class))));
    }

    @MutationMapping
    MutationResult resetLook(Caller caller, @Argument @Nullable Integer ifVersion) {
        return mutations.run(() -> new LookUpdated(look.reset(caller, ifVersion)));
    }

    /** The picture is made ready before a transaction begins. */
    @MutationMapping
    MutationResult setLogo(Caller caller, @Argument String image, @Argument @Nullable Integer ifVersion) {
        return mutations.run(() -> {
            caller.must(Permission.SETTINGS_MANAGE);
            try {
                return new LookUpdated(
                        look.setLogo(caller, ifVersion, look.prepare(caller, SentPicture.decoded(IMAGE, image))));
            } catch (PictureRefused refused) {
                return CommonRefusal.of(refused.problem(IMAGE));
            } catch (IOException bytesNeverBreakOff) {
                throw new UncheckedIOException(bytesNeverBreakOff);
            }
        });
    }

    @MutationMapping
    MutationResult removeLogo(Caller caller, @Argument @Nullable Integer ifVersion) {
        return mutations.run(() -> new LookUpdated(look.removeLogo(caller, ifVersion)));
    }
}
