package io.agizo.office.pages.imports;

import io.agizo.api.Answer;
import io.agizo.identity.Caller;
import io.agizo.imports.ImportId;
import io.agizo.imports.ImportKind;
import io.agizo.imports.ReadImports;
import io.agizo.imports.StoreUpload;
import io.agizo.imports.Upload;
import io.agizo.imports.UploadTooLarge;
import io.agizo.imports.web.RefusedRowsFile;
import io.agizo.imports.web.SentFile;
import io.agizo.pages.Form;
import io.agizo.shared.Conflict;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages on which files are uploaded, and on which one sees what became of their rows. */
@Controller
@RequestMapping(ImportPages.PATH)
class ImportPages {

    static final String PATH = "/office/imports";

    private static final String FILE = "file";

    private final StoreUpload storeUpload;
    private final ReadImports imports;
    private final RefusedRowsFile refusedRows;

    ImportPages(StoreUpload storeUpload, ReadImports imports, RefusedRowsFile refusedRows) {
        this.storeUpload = storeUpload;
        this.imports = imports;
        this.refusedRows = refusedRows;
    }

    @GetMapping
    String form(Caller caller, @RequestParam(defaultValue = "") String kind, Model model) {
        return show(caller, ImportKind.ofWord(kind).orElse(null), Form.blank(), model);
    }

    /** The file is read as it arrives, so what is to be done with it stands in the address. */
    @PostMapping("/{kind:customers|products|orders}")
    String upload(
            Caller caller,
            @PathVariable String kind,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "false") boolean notify,
            @RequestParam(defaultValue = "") String stock,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        ImportKind brings = ImportKind.ofWord(kind).orElseThrow();
        caller.must(brings.permission());
        Form form = Form.blank();
        try {
            SentFile file = SentFile.in(request);
            Upload upload = new Upload(brings, file.format(), dryRun, notify, stock.equals("set"));
            Answer stored = storeUpload.store(caller, upload, file.bytes(), null, ImportPages::there);
            return "redirect:" + stored.location();
        } catch (InvalidInput invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            form = form.refused(FILE, Form.FAULT, invalid.faults().getFirst().message());
        } catch (HttpMediaTypeNotSupportedException noTable) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            form = form.refused(FILE, "imports.no-table");
        } catch (Conflict tooMany) {
            response.setStatus(HttpStatus.CONFLICT.value());
            form = form.refused(FILE, "imports.too-many");
        } catch (UploadTooLarge | ErrorResponseException tooLarge) {
            response.setStatus(HttpStatus.CONTENT_TOO_LARGE.value());
            form = form.refused(FILE, "imports.too-large");
        } catch (IOException brokenOff) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            form = form.refused(FILE, "imports.broken-off");
        }
        return show(caller, brings, form, model);
    }

    @GetMapping("/{id}")
    String report(Caller caller, @PathVariable String id, Model model) {
        model.addAttribute("view", imports.report(caller, id(id)));
        return "office/imports/report";
    }

    @GetMapping("/{id}/errors.csv")
    void errors(Caller caller, @PathVariable String id, HttpServletResponse response) throws IOException {
        refusedRows.send(caller, id(id), response);
    }

    private String show(Caller caller, @Nullable ImportKind wanted, Form form, Model model) {
        List<ImportKind> kinds = Arrays.stream(ImportKind.values())
                .filter(kind -> caller.may(kind.permission()))
                .toList();
        if (kinds.isEmpty()) {
            return "redirect:/office";
        }
        ImportKind kind = wanted != null && kinds.contains(wanted) ? wanted : kinds.getFirst();
        model.addAttribute(
                "view",
                new ImportsView(
                        kinds.stream().map(ImportKind::word).toList(),
                        kind.word(),
                        kind.columns(),
                        form,
                        imports.latest(caller)));
        return "office/imports/form";
    }

    private static Answer there(ImportId id) {
        return new Answer(HttpStatus.SEE_OTHER.value(), MediaType.TEXT_HTML_VALUE, PATH + "/" + id, null, "");
    }

    private static ImportId id(String path) {
        try {
            return new ImportId(UUID.fromString(path));
        } catch (IllegalArgumentException noId) {
            throw new NotFound("There is no such upload.");
        }
    }
}
