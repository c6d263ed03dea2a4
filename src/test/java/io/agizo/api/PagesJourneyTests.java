package io.agizo.api;

import static io.agizo.api.RefusedRequestsJourneyTests.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import crates.CrateShop;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PagesJourneyTests {

    private static final Pattern FOREIGN_OR_INLINE = Pattern.compile(
            "(?i)(src|(?<!rel=\"canonical\" )href)=\"(https?:)?//|<style|<script(?! src)| style=| on[a-z]+=");

    private final Http http = new Http(CrateShop.port());

    @ParameterizedTest
    @EnumSource
    void explainEveryProblem(ProblemType problem) {
        HttpResponse<String> page = http.get(problem.path(), "Accept", "text/html");

        assertPage(page, 200);
        assertThat(page.body()).contains(problem.title(), problem.slug());
    }

    @Test
    void listAllProblems() {
        HttpResponse<String> page = http.get("/problems");

        assertPage(page, 200);
        for (ProblemType problem : ProblemType.values()) {
            assertThat(page.body()).contains("href=\"" + problem.path() + "\"");
        }
    }

    @Test
    void standOnStyleSheetsOfOurOwn() {
        for (String file : new String[] {"/css/tokens.css", "/css/base.css"}) {
            HttpResponse<String> response = http.get(file);
            assertThat(response.statusCode()).as(file).isEqualTo(200);
            assertThat(response.body()).doesNotContain("http://", "@import");
        }
    }

    @Test
    void tellPeopleWhatIsWrongAndPrograms() {
        String browser = "text/html,application/xhtml+xml,*/*;q=0.8";

        assertPage(http.get("/nowhere", "Accept", browser), 404);
        assertPage(http.get("/problems/none", "Accept", browser), 404);
        assertPage(http.get("/error", "Accept", browser), 404);
        assertProblem(http.get("/nowhere"), 404, "not-found");
        assertProblem(http.get("/api/v1/nowhere", "Accept", browser), 404, "not-found");
    }

    private static void assertPage(HttpResponse<String> page, int status) {
        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(page.body().strip()).startsWith("<!doctype html>").endsWith("</html>");
        assertThat(FOREIGN_OR_INLINE.matcher(page.body()).find())
                .as(page.body())
                .isFalse();
    }
}
