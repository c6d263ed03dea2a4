package io.agizo.imports;

import io.agizo.shared.InvalidInput;
import io.agizo.shared.Money;
import io.agizo.shared.Shop;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the cells of one row as what they stand for, and collects all that is wrong with them. */
final class RowForm {

    private static final Set<String> YES = Set.of("t", "true", "1", "yes", "y");
    private static final Set<String> NO = Set.of("f", "false", "0", "no", "n");

    private final StagedRow row;
    private final UploadFormat format;
    private final List<RowError> errors = new ArrayList<>();

    RowForm(StagedRow row, UploadFormat format) {
        this.row = row;
        this.format = format;
    }

    List<RowError> errors() {
        return errors;
    }

    void refuse(String column, String message) {
        errors.add(new RowError(row.number(), column, message));
    }

    /** Null for a blank cell, and for one that {@code reading} refuses with {@link InvalidInput}. */
    <T> @Nullable T read(String column, Function<String, T> reading) {
        String text = row.cell(column);
        if (text == null) {
            return null;
        }
        try {
            return reading.apply(text);
        } catch (InvalidInput invalid) {
            refuse(column, invalid.faults().getFirst().message());
            return null;
        }
    }

    boolean isBlank(String column) {
        return row.cell(column) == null;
    }

    @Nullable String text(String column) {
        return row.cell(column);
    }

    @Nullable String text(String column, int longest) {
        return read(column, text -> {
            if (text.length() > longest) {
                throw new InvalidInput("must be at most " + longest + " characters");
            }
            return text;
        });
    }

    /** What spaces set apart; null for a blank cell. */
    @Nullable List<String> words(String column) {
        String text = row.cell(column);
        return text == null ? null : List.of(text.split("\\s+"));
    }

    @Nullable BigDecimal decimal(String column, Shop shop) {
        return read(
                column, text -> NumberCell.amount(text, format, shop.currency().getDefaultFractionDigits()));
    }

    @Nullable Money money(String column, Shop shop) {
        BigDecimal amount = decimal(column, shop);
        return amount == null ? null : read(column, text -> new Money(amount, shop.currency()));
    }

    @Nullable Integer integer(String column, int least, int most) {
        return read(column, text -> NumberCell.whole(text, format, least, most));
    }

    @Nullable Boolean yesOrNo(String column) {
        return read(column, text -> {
            String word = text.toLowerCase(Locale.ROOT);
            if (YES.contains(word) || NO.contains(word)) {
                return YES.contains(word);
            }
            throw new InvalidInput("must be true or false");
        });
    }

    @Nullable Instant instant(String column) {
        return read(column, text -> {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException noInstant) {
                throw new InvalidInput(
                        "must be a time with its zone such as 2026-11-22T09:00:00Z or 2026-11-22T12:00:00+03:00");
            }
        });
    }
}
