package io.agizo.api.web;

import io.agizo.api.CsvFile;
import io.agizo.api.Cursor;
import io.agizo.api.Download;
import io.agizo.api.Page;
import io.agizo.api.PageRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Sends a {@link Download} that a controller returns. */
final class DownloadValues implements HandlerMethodReturnValueHandler {

    /** Few round trips to the database, and still little in memory. */
    private static final int ITEMS_AT_ONCE = 1000;

    @Override
    public boolean supportsReturnType(MethodParameter returnType) {
        return returnType.getParameterType() == Download.class;
    }

    @Override
    public void handleReturnValue(
            @Nullable Object value, MethodParameter returnType, ModelAndViewContainer view, NativeWebRequest request)
            throws IOException {
        view.setRequestHandled(true);
        send((Download<?>) Objects.requireNonNull(value), (HttpServletResponse)
                Objects.requireNonNull(request.getNativeResponse()));
    }

    /** The first page is read before anything is written: whoever may not have it gets a problem, not an empty file. */
    private static <T> void send(Download<T> download, HttpServletResponse response) throws IOException {
        Page<T> page = download.pages().apply(new PageRequest(ITEMS_AT_ONCE, null));
        CsvFile file = new CsvFile(response, download.name(), download.columns());
        write(page, download, file);
        while (page.nextCursor() != null) {
            page = download.pages().apply(new PageRequest(ITEMS_AT_ONCE, Cursor.read(page.nextCursor())));
            write(page, download, file);
        }
        file.end();
    }

    private static <T> void write(Page<T> page, Download<T> download, CsvFile file) {
        page.items().forEach(item -> download.rows().apply(item).forEach(file::write));
    }
}
