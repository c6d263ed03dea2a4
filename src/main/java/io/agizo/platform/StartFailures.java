package io.agizo.platform;

import io.agizo.shared.CannotStart;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.annotation.Order;

/** Tells an operator in one line why the shop does not open, where Spring would fill the screen. */
final class StartFailures implements FailureAnalysisReporter {

    @Override
    public void report(FailureAnalysis analysis) {
        String said = "Agizo cannot start. " + analysis.getDescription() + " " + analysis.getAction();
        System.err.println(said.replaceAll("\\s+", " "));
    }

    /** Knows what stops the shop most often; anything else is left to Spring's own analyzers. */
    @Order(0)
    static final class Analyzer implements FailureAnalyzer {

        @Override
        public @Nullable FailureAnalysis analyze(Throwable failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof CannotStart cannotStart) {
                    return new FailureAnalysis(cannotStart.getMessage(), cannotStart.remedy(), failure);
                }
                if (cause instanceof PortInUseException taken) {
                    return new FailureAnalysis(
                            "Port " + taken.getPort() + " is taken by another program.",
                            "Stop that program, or give the shop another port, for example SERVER_PORT=8081.",
                            failure);
                }
            }
            return null;
        }
    }
}
