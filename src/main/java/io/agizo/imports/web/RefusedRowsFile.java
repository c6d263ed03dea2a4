package io.agizo.imports.web;

import io.agizo.api.CsvFile;
import io.agizo.identity.Caller;
import io.agizo.imports.ImportId;
import io.agizo.imports.ImportReport;
import io.agizo.imports.ReadImports;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** The file that says which rows of an upload were refused and why, and what was left as it is for others. */
@Component
public class RefusedRowsFile {

    private final ReadImports imports;

    RefusedRowsFile(ReadImports imports) {
        this.imports = imports;
    }

    public void send(Caller caller, ImportId id, HttpServletResponse response) throws IOException {
        ImportReport report = imports.report(caller, id);
        CsvFile file = new CsvFile(
                response, report.kind().word() + "-errors.csv", List.of("row", "field", "message", "refused"));
        imports.errors(
                caller,
                id,
                errors -> errors.forEach(error ->
                        file.write(Arrays.asList(error.row(), error.field(), error.message(), error.refused()))));
        file.end();
    }
}
