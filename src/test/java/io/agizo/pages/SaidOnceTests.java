package io.agizo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.FlashMap;

class SaidOnceTests {

    private final SaidOnce said = new SaidOnce();
    private final MockHttpServletRequest press = new MockHttpServletRequest("POST", "/office/products/TEA/hide");

    @Test
    void waitsForThePageAndNotForItsScripts() {
        FlashMap notice = new FlashMap();
        notice.put("notice", "Hidden");
        notice.setTargetRequestPath("/office/products/TEA");
        said.saveOutputFlashMap(notice, press, new MockHttpServletResponse());

        assertThat(read("HX-Request")).isNull();
        assertThat(read("Accept")).containsEntry("notice", "Hidden");
        assertThat(read("Accept")).isNull();
    }

    private Map<String, Object> read(String header) {
        MockHttpServletRequest page = new MockHttpServletRequest("GET", "/office/products/TEA");
        page.setSession(press.getSession());
        page.addHeader(header, "true");
        return said.retrieveAndUpdate(page, new MockHttpServletResponse());
    }
}
