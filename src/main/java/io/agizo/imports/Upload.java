package io.agizo.imports;

/**
 * What someone wants done with a file they send.
 *
 * @param dryRun whether it is only checked and nothing written
 * @param texted whether customers are texted about the orders in it
 */
public record Upload(ImportKind kind, UploadFormat format, boolean dryRun, boolean texted) {}
