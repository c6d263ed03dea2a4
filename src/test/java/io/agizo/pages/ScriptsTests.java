package io.agizo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScriptsTests {

    @Test
    void areSentWithoutWhatIsThereForTheirWriters() {
        String script = """
                // What it is for.

                /** Adds. */
                function add(a, b) {
                  // first
                  const url = "https://agizo.test"; // stays
                  return a + b;
                }
                """;

        assertThat(Scripts.lean(script)).isEqualTo("""
                function add(a, b) {
                const url = "https://agizo.test"; // stays
                return a + b;
                }
                """);
    }
}
