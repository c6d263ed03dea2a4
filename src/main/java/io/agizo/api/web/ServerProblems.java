package io.agizo.api.web;

import io.agizo.api.ProblemType;
import java.io.IOException;
import java.io.Writer;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Answers requests that Tomcat refuses before any of ours sees them, such as ones that are not HTTP. */
@Component
final class ServerProblems implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        // Added after Spring Boot's own valve it stands nearer to the request, and so speaks first.
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ProblemValve()));
    }

    /** Writes the problem document of the status that the server decided on. */
    private static final class ProblemValve extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            if (response.getStatus() < ProblemType.BAD_REQUEST.status()
                    || response.getContentWritten() > 0
                    || !response.setErrorReported()
                    || !canWrite(response)) {
                return;
            }
            ProblemType type = type(response.getStatus());
            response.setStatus(type.status());
            response.setContentType("application/problem+json");
            response.setCharacterEncoding("UTF-8");
            response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
            response.setHeader("X-Content-Type-Options", "nosniff");
            try (Writer writer = response.getReporter()) {
                // These texts are ours, without a character that JSON would escape.
                writer.write("{\"type\":\"%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                        .formatted(type.path(), type.title(), type.status(), type.meaning()));
                response.finishResponse();
            } catch (IOException gone) {
                container.getLogger().debug("Nobody waited for the problem document", gone);
            }
        }

        /** A method, version or encoding that the server does not know is the sender's mistake, not a failure. */
        private static ProblemType type(int status) {
            boolean unknownToServer = status == 501 || status == 505;
            return unknownToServer ? ProblemType.BAD_REQUEST : ProblemType.ofStatus(status);
        }

        private static boolean canWrite(Response response) {
            AtomicBoolean allowed = new AtomicBoolean();
            response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, allowed);
            return allowed.get();
        }
    }
}
