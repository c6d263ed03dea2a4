package io.agizo.branding.web;

import io.agizo.api.Answer;
import io.agizo.api.Answers;
import io.agizo.api.IfMatch;
import io.agizo.api.MergePatch;
import io.agizo.api.Needs;
import io.agizo.api.ProblemType;
import io.agizo.api.Refuses;
import io.agizo.branding.ChangeLook;
import io.agizo.branding.LookDetails;
import io.agizo.branding.ShopLook;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.pictures.PictureRefused;
import io.agizo.pictures.web.SentPicture;
import io.agizo.pictures.web.TakesPicture;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The shop's name, look and words over REST. */
@RestController
@RequestMapping("/api/v1/shop/look")
@Tag(name = "The shop's look", description = "What the shop is called, what it looks like and what it says of itself.")
class LookController {

    private static final String EXAMPLE = """
            {"name":"Mama Njeri’s Duka","lineEn":"Fresh from Limuru every morning","lineSw":null,"deliveryEn":null,\
            "deliverySw":null,"colour":"#9d4616","darkColour":null,"shown":{"name":"Mama Njeri’s Duka",\
            "line":{"en":"Fresh from Limuru every morning","sw":null},"delivery":{"en":null,"sw":null},\
            "logo":{"path":"/pictures/5f0c6d2e9b1a4c3d8e7f60718293a4b5-160.webp","width":160,"height":107},\
            "colours":{"light":"#9d4616","dark":"#e89a6c"},"styleSheet":"/look/shop-9d4616-e89a6c-0a1b2c3d.css"}}""";

    private final ChangeLook look;
    private final Answers answers;
    private final MergePatch mergePatch;

    LookController(ChangeLook look, Answers answers, MergePatch mergePatch) {
        this.look = look;
        this.answers = answers;
        this.mergePatch = mergePatch;
    }

    @GetMapping
    @Needs(Permission.SETTINGS_MANAGE)
    @Operation(
            summary = "Read the shop's look",
            description =
                    "What was said of the shop, null where nothing was; `shown` has how everyone sees it by that, "
                            + "with what the settings of the installation say in place of null.")
    @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject(EXAMPLE)))
    ShopLook get(Caller caller) {
        return look.get(caller);
    }

    @PatchMapping(consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    @Needs(Permission.SETTINGS_MANAGE)
    @Operation(
            summary = "Change the shop's name, line, words or colours",
            description =
                    "A merge patch: what is left out stays; null goes back to what the settings of the installation "
                            + "say. A colour is refused unless text in it and on it can be read on every ground of the shop; the "
                            + "message names the nearest that can. Pages and texts show the change at once.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = LookDetails.class),
                            examples =
                                    @ExampleObject(
                                            "{\"lineEn\":\"Fresh from Limuru every morning\",\"colour\":\"#9d4616\"}")))
    @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject(EXAMPLE)))
    ShopLook change(Caller caller, IfMatch ifMatch, @RequestBody JsonNode patch) {
        return look.change(caller, ifMatch.version(), details -> mergePatch.apply(details, patch, LookDetails.class));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.SETTINGS_MANAGE)
    @Operation(
            summary = "Go back to the standard look",
            description =
                    "Forgets all that was said, and the logo: the shop looks as the settings of the installation say.")
    void reset(Caller caller, IfMatch ifMatch) {
        look.reset(caller, ifMatch.version());
    }

    @PutMapping(
            path = "/logo",
            consumes = {MediaType.ALL_VALUE})
    @Needs(Permission.SETTINGS_MANAGE)
    @Refuses({
        ProblemType.TOO_LARGE,
        ProblemType.UNSUPPORTED_MEDIA_TYPE,
        ProblemType.INVALID_INPUT,
        ProblemType.OVERLOADED
    })
    @Operation(
            summary = "Set the shop's logo",
            description =
                    "In place of the one that was. What can be sent is as for a product's picture: a JPEG, PNG or "
                            + "WebP of at most 10 MB and 40 megapixels as the body, or a form with it as its part file.")
    @TakesPicture
    @ApiResponse(
            responseCode = "200",
            description = "The look as it is now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = ShopLook.class),
                            examples = @ExampleObject(EXAMPLE)))
    Answer setLogo(Caller caller, IfMatch ifMatch, @Parameter(hidden = true) HttpServletRequest request) {
        caller.must(Permission.SETTINGS_MANAGE);
        try {
            return answers.changed(
                    look.setLogo(caller, ifMatch.version(), look.prepare(caller, SentPicture.in(request))));
        } catch (PictureRefused refused) {
            return answers.problem(refused.problem());
        } catch (IOException brokenOff) {
            throw new ErrorResponseException(HttpStatus.BAD_REQUEST, brokenOff);
        }
    }

    @DeleteMapping("/logo")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.SETTINGS_MANAGE)
    @Operation(summary = "Remove the shop's logo", description = "Its files are gone with it.")
    void removeLogo(Caller caller, IfMatch ifMatch) {
        look.removeLogo(caller, ifMatch.version());
    }
}
