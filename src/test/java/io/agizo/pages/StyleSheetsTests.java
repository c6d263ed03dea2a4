package io.agizo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.FileSystemResource;

class StyleSheetsTests {

    @TempDir
    private Path folder;

    @Test
    void areSentTogetherWithWhatTheyImport() throws IOException {
        Files.writeString(folder.resolve("tokens.css"), "/* For all. */\n:root {\n  --ink: #000;\n}\n");
        Files.writeString(folder.resolve("base.css"), "@import \"tokens.css\";\n\np { margin: 0; }\n");
        Path shop = Files.writeString(
                folder.resolve("shop.css"),
                "/* The\n shop. */\n\n@import \"base.css\";\n\n.left :hover { color: red; }\n");

        assertThat(StyleSheets.whole(new FileSystemResource(shop)))
                .isEqualTo(":root{--ink:#000;}p{margin:0;}.left :hover{color:red;}");
    }
}
