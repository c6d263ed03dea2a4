package badhouse.office;

/** Used by a module that must not know the office. */
public interface DailyReport {}
