package io.agizo.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;

class StartFailuresTests {

    private final StartFailures.Analyzer analyzer = new StartFailures.Analyzer();

    @Test
    void aPortThatIsTakenIsNamedWithTheWayToAnother() {
        FailureAnalysis analysis = analyzer.analyze(new IllegalStateException(new PortInUseException(8080)));

        assertThat(analysis).isNotNull();
        assertThat(analysis.getDescription()).contains("8080");
        assertThat(analysis.getAction()).contains("SERVER_PORT");
    }

    @Test
    void whatItDoesNotKnowIsLeftToOthers() {
        assertThat(analyzer.analyze(new IllegalStateException("never seen"))).isNull();
    }

    @Test
    void isToldInOneLine() {
        PrintStream console = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true));
        try {
            new StartFailures().report(new FailureAnalysis("The port\nis taken.\n", "Take\n another.", null));
        } finally {
            System.setErr(console);
        }

        assertThat(said).hasToString("Agizo cannot start. The port is taken. Take another." + System.lineSeparator());
    }
}
