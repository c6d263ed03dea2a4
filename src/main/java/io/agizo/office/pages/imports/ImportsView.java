package io.agizo.office.pages.imports;

import io.agizo.imports.ImportReport;
import io.agizo.pages.Form;
import java.util.List;

/**
 * The form for a file, and what was uploaded lately.
 *
 * @param kinds what the reader may upload, in the words of the contract
 * @param kind what the form is for
 * @param columns those that a file of the kind may have
 */
public record ImportsView(
        List<String> kinds, String kind, List<String> columns, Form form, List<ImportReport> latest) {}
