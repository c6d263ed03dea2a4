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

    /** Longer than any number anyone means; a longer one would only cost time to read. */
    private static final int LONGEST_NUMBER = 30;

    private static final Set<String> YES = Set.of("t", "true", "1", "yes", "y");
    private static final Set<String> NO = Set.of("f", "false", "0", "no", "n");

    private final StagedRow row;
    private final List<RowError> errors = new ArrayList<>();

    RowForm(StagedRow row) {
        this.row = row;
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

    @Nullable BigDecimal decimal(String column) {
        return read(column, RowForm::decimalOf);
    }

    @Nullable Money money(String column, Shop shop) {
        return read(column, text -> new Money(decimalOf(text), shop.currency()));
    }

    @Nullable Integer integer(String column, int least, int most) {
        return read(column, text -> {
            try {
                int value = Integer.parseInt(text);
                if (value >= least && value <= most) {
                    return value;
                }
            } catch (NumberFormatException noInteger) {
                // Refused below in the same words as one out of range.
            }
            throw new InvalidInput("must be a whole number from " + least + " to " + most);
        });
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

    private static BigDecimal decimalOf(String text) {
        try {
            if (text.length() <= LONGEST_NUMBER) {
                return new BigDecimal(text);
            }
        } catch (NumberFormatException noNumber) {
            // Refused below in the same words as one that is too long.
        }
        throw new InvalidInput("must be an amount with a decimal point and without other signs, such as 1250.00");
    }
}
