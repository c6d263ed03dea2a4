package io.agizo.api.docs;

import io.agizo.identity.PublicAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/** The page on which people read the API's description; made when first asked for, and without a line of script. */
@Controller
class GuidePage {

    private final ObjectProvider<OpenApiWebMvcResource> document;
    private final JsonMapper json;
    private final PublicAddress address;
    private volatile @Nullable Guide guide;

    GuidePage(ObjectProvider<OpenApiWebMvcResource> document, JsonMapper json, PublicAddress address) {
        this.document = document;
        this.json = json;
        this.address = address;
    }

    @GetMapping("/api/v1/docs")
    String show(HttpServletRequest request, Model model) throws Exception {
        Guide made = guide;
        if (made == null) {
            byte[] api = document.getObject().openapiJson(request, request.getRequestURI(), Locale.ENGLISH);
            made = new GuideReader(json, json.readTree(api), address.url()).read();
            guide = made;
        }
        model.addAttribute("guide", made);
        return "api/guide";
    }
}
