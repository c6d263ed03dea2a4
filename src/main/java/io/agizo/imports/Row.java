package io.agizo.imports;

import java.util.List;
import java.util.Map;

/**
 * One data row of an upload.
 *
 * @param number counted from 1
 * @param cells the text of each column that the row has, blank ones included; of a row with errors what could be read
 * @param errors what is wrong with the row as it stands, whatever its cells may mean; empty for a sound one
 */
record Row(int number, Map<String, String> cells, List<RowError> errors) {}
