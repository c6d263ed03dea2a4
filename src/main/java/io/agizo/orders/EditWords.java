package io.agizo.orders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says in words what an edit changes, before → after, as in {@code TEA-500 2 → 3; total 900.00 → 1350.00}. */
final class EditWords {

    private final List<String> changes = new ArrayList<>();

    private EditWords() {}

    /** Empty if nothing changes. */
    static String of(HeldOrder before, OrderRow after, List<StoredLine> lines) {
        EditWords words = new EditWords();
        Map<Integer, StoredLine> kept = new LinkedHashMap<>();
        lines.forEach(line -> kept.put(line.number(), line));
        for (StoredLine line : before.lines()) {
            words.addLine(line, kept.remove(line.number()));
        }
        kept.values().forEach(added -> words.add(added.goods(), 0, added.line().quantity()));
        OrderRow row = before.row();
        words.add("total", row.total().plain(), after.total().plain());
        words.add("note", quoted(row.note()), quoted(after.note()));
        words.add("time", row.time(), after.time());
        return String.join("; ", words.changes);
    }

    private void addLine(StoredLine before, @Nullable StoredLine after) {
        if (after == null) {
            add(before.goods(), before.line().quantity(), 0);
            return;
        }
        if (!before.line().item().equals(after.line().item())) {
            changes.add(before.line().item() + " → " + after.line().item());
        }
        add(after.goods(), before.line().quantity(), after.line().quantity());
        add(
                after.goods() + " at",
                before.line().amount().plain(),
                after.line().amount().plain());
    }

    private void add(String what, int before, int after) {
        add(what, Integer.toString(before), Integer.toString(after));
    }

    private void add(String what, Instant before, Instant after) {
        add(what, before.toString(), after.toString());
    }

    private void add(String what, String before, String after) {
        if (!before.equals(after)) {
            changes.add(what + " " + before + " → " + after);
        }
    }

    private static String quoted(String note) {
        return "“" + note + "”";
    }
}
