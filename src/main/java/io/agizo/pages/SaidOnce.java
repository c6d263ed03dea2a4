package io.agizo.pages;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.SessionFlashMapManager;

/**
 * Keeps what a press has to say for the page that it leads to. A script that fetches its page anew at that moment, marked as those
 * of htmx are, does not take it away unread.
 */
@Component(DispatcherServlet.FLASH_MAP_MANAGER_BEAN_NAME)
class SaidOnce extends SessionFlashMapManager {

    private static final String BY_SCRIPT = "HX-Request";

    @Override
    protected boolean isFlashMapForRequest(FlashMap said, HttpServletRequest request) {
        return request.getHeader(BY_SCRIPT) == null && super.isFlashMapForRequest(said, request);
    }
}
