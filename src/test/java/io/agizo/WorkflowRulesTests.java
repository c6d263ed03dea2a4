package io.agizo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkflowRulesTests {

    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    @TempDir
    private Path folder;

    @Test
    void ourWorkflowsKeepThem() throws IOException {
        assertThat(WorkflowRules.breaches(Path.of(".github/workflows"))).isEmpty();
    }

    @Test
    void findEverythingInTheBadExample() throws IOException {
        Files.writeString(folder.resolve("release.yml"), """
                on:
                  pull_request_target:
                permissions: write-all
                jobs:
                  build:
                    runs-on: ubuntu-latest
                    env:
                      TOKEN: ${{ secrets.TOKEN }}
                    steps:
                      - uses: actions/checkout@%1$s # v1.0
                      - uses: actions/setup-java@v5
                        with:
                          cache: maven
                      - uses: actions/other@%1$s # latest
                      - uses: actions/checkout/sub@%1$s # v1.1
                      - run: echo ${{ github.head_ref }}
                  called:
                    uses: ./.github/workflows/other.yml
                """.formatted(COMMIT));

        assertThat(WorkflowRules.breaches(folder))
                .containsExactly(
                        "release.yml begins with permissions: {}",
                        "release.yml has a concurrency group",
                        "release.yml is started by no event that gives strangers our rights",
                        "release.yml pins by a whole commit with its version: uses: actions/setup-java@v5",
                        "release.yml pins by a whole commit with its version: uses: actions/other@" + COMMIT
                                + " # latest",
                        "release.yml uses the same version as elsewhere: uses: actions/checkout/sub@" + COMMIT
                                + " # v1.1",
                        "release.yml: build has a name",
                        "release.yml: build lists its permissions",
                        "release.yml: build has its secrets from an environment",
                        "release.yml: build has a time-out",
                        "release.yml: build runs on a fixed release",
                        "release.yml: build keeps no credentials after checkout",
                        "release.yml: build takes nothing that is released from a cache",
                        "release.yml: build hands values to scripts by the environment",
                        "release.yml: called has a name",
                        "release.yml: called lists its permissions");
    }

    @Test
    void findNothingInTheGoodExample() throws IOException {
        Files.writeString(folder.resolve("good.yml"), """
                on: workflow_call
                permissions: {}
                jobs:
                  build:
                    name: Build
                    runs-on: ubuntu-24.04
                    timeout-minutes: 5
                    permissions:
                      contents: read
                    environment: production
                    steps:
                      - uses: actions/checkout@%1$s # v1.0
                        with:
                          persist-credentials: false
                      - uses: actions/setup-java@%1$s # 1.6
                        with:
                          cache: maven
                      - run: deploy
                        env:
                          TOKEN: ${{ secrets.TOKEN }}
                """.formatted(COMMIT));

        assertThat(WorkflowRules.breaches(folder)).isEmpty();
    }
}
