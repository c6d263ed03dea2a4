package gallery;

import static gallery.Example.in;

import io.agizo.customers.CustomerCode;
import io.agizo.customers.CustomerId;
import io.agizo.customers.CustomerView;
import io.agizo.imports.ImportId;
import io.agizo.imports.ImportKind;
import io.agizo.imports.ImportReport;
import io.agizo.imports.ImportReport.State;
import io.agizo.imports.RowError;
import io.agizo.notifications.MessageKind;
import io.agizo.notifications.MessageStatus;
import io.agizo.notifications.MessageView;
import io.agizo.office.pages.customers.CustomerPageView;
import io.agizo.office.pages.customers.CustomersView;
import io.agizo.office.pages.imports.ImportsView;
import io.agizo.office.pages.messages.MessagePageView;
import io.agizo.office.pages.messages.MessagesView;
import io.agizo.orders.OrderId;
import io.agizo.orders.OrderMessage;
import io.agizo.orders.OrderNumber;
import io.agizo.orders.OrderStatus;
import io.agizo.orders.OrderView;
import io.agizo.pages.Form;
import io.agizo.shared.Money;
import io.agizo.shared.PhoneNumber;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** The pages of customers, texts and uploads in the situations in which people meet them. */
final class OfficeExamples {

    private static final Instant THEN = Instant.parse("2026-11-21T07:41:00Z");
    private static final UUID ID = UUID.fromString("019aab5e-1f00-7000-8000-000000000001");
    private static final String ENDLESS = "Wanjiru-Nyambura wa Kamau ".repeat(8).strip();
    private static final Form BLANK = Form.blank();

    private OfficeExamples() {}

    static Stream<Example> all() {
        return Stream.of(customers(), texts(), uploads()).flatMap(part -> part);
    }

    private static Stream<Example> customers() {
        List<CustomerView> people = List.of(
                customer("C-001", "Amina Otieno", "+254711000001"),
                customer("C-002", ENDLESS, null),
                customer("C-003", "<b>עמית</b> 🛒", "+255711000003"));
        return Stream.of(
                in("customers", "office/customers/list", new CustomersView(BLANK, people, "more")),
                in("customers-none", "office/customers/list", new CustomersView(BLANK, List.of(), null)),
                in(
                        "customers-unfound",
                        "office/customers/list",
                        new CustomersView(Form.of(Map.of("q", "muthigu")), List.of(), null)),
                in(
                        "customer-new",
                        "office/customers/new",
                        Form.of(Map.of("locale", "sw", "phone", "0711OOO"))
                                .refused("phone", Form.FAULT, "is not a telephone number")),
                in(
                        "customer",
                        "office/customers/customer",
                        new CustomerPageView(people.getFirst(), BLANK, List.of(order()), true)),
                in(
                        "customer-without-orders",
                        "office/customers/customer",
                        new CustomerPageView(people.get(1), BLANK, List.of(), false)));
    }

    private static Stream<Example> texts() {
        List<String> statuses =
                Arrays.stream(MessageStatus.values()).map(MessageStatus::word).toList();
        List<MessageView> texts =
                Arrays.stream(MessageStatus.values()).map(OfficeExamples::text).toList();
        return Stream.of(
                in("messages", "office/messages/list", new MessagesView(statuses, "", BLANK, texts, "more")),
                in("messages-none", "office/messages/list", new MessagesView(statuses, "", BLANK, List.of(), null)),
                in(
                        "messages-unfound",
                        "office/messages/list",
                        new MessagesView(statuses, "dead", BLANK, List.of(), null)),
                in(
                        "message-failed",
                        "office/messages/text",
                        new MessagePageView(text(MessageStatus.FAILED), BLANK, false)),
                in(
                        "message-doubtful",
                        "office/messages/text",
                        new MessagePageView(text(MessageStatus.UNKNOWN), BLANK, true)),
                in(
                        "message-refused",
                        "office/messages/text",
                        new MessagePageView(
                                text(MessageStatus.DELIVERED), BLANK.refused("", "messages.refused.arrived"), false)));
    }

    private static Stream<Example> uploads() {
        List<String> kinds = List.of("customers", "products", "orders");
        List<String> columns = ImportKind.PRODUCTS.columns();
        RowError wrong = new RowError(7, "price", "can mean 1.25 or 1250; write 1.25 or 1250", true);
        ImportReport done = report(State.DONE, false, 2_155, 2_154, 1, List.of(wrong));
        return Stream.of(
                in("imports", "office/imports/form", new ImportsView(kinds, "products", columns, BLANK, List.of(done))),
                in(
                        "imports-wrong",
                        "office/imports/form",
                        new ImportsView(
                                kinds,
                                "orders",
                                ImportKind.ORDERS.columns(),
                                BLANK.refused("file", "imports.no-table"),
                                List.of())),
                in("import-waits", "office/imports/report", report(State.QUEUED, false, 0, 0, 0, List.of())),
                in("import-runs", "office/imports/report", report(State.RUNNING, false, 2_155, 900, 0, List.of())),
                in("import-done", "office/imports/report", done),
                in("import-checked", "office/imports/report", report(State.DONE, true, 40, 40, 0, List.of())));
    }

    private static ImportReport report(
            State state, boolean dryRun, int read, int accepted, int rejected, List<RowError> errors) {
        return new ImportReport(
                new ImportId(ID),
                ImportKind.PRODUCTS,
                state,
                dryRun,
                read,
                accepted,
                rejected,
                errors,
                List.of(),
                THEN,
                null,
                1);
    }

    private static CustomerView customer(String code, String name, String phone) {
        return new CustomerView(
                new CustomerId(ID),
                new CustomerCode(code),
                name,
                phone == null ? null : new PhoneNumber(phone),
                null,
                "en",
                THEN,
                false,
                1);
    }

    private static OrderView order() {
        Money price = new Money(new BigDecimal("1250.00"), Currency.getInstance("KES"));
        return new OrderView(
                new OrderId(ID),
                OrderNumber.parse("A7K2-9QX"),
                OrderStatus.PENDING,
                null,
                null,
                List.of(),
                price,
                "KES",
                THEN,
                "Amina",
                "",
                null,
                List.of(),
                List.of(new OrderMessage(THEN, new PhoneNumber("+254711000001"), "delivered")),
                1);
    }

    private static MessageView text(MessageStatus status) {
        return new MessageView(
                ID,
                new OrderId(ID),
                OrderNumber.parse("A7K2-9QX"),
                "placed",
                MessageKind.TRANSACTIONAL,
                new PhoneNumber("+254711000001"),
                "Mama Njeri’s Duka: we have your order A7K2-9QX of KES 1,250.00. We tell you once it is accepted.",
                status,
                2,
                THEN,
                status == MessageStatus.QUEUED ? null : THEN,
                "africastalking",
                "ATXid_42",
                "KES 0.8000",
                status == MessageStatus.FAILED ? "the gateway does not reach this number" : null);
    }
}
