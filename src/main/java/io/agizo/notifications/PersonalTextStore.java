package io.agizo.notifications;

import io.agizo.customers.CustomerId;
import io.agizo.shared.PhoneNumber;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The texts of one person: those about a customer's orders, and those about nothing else that went to a phone. */
@Repository
class PersonalTextStore {

    private static final String ABOUT_ORDERS = """
            message.order_id in (select order_id from order_customer where customer_id = ?)
            """;

    private static final String ABOUT_PERSON = "message.person = ?";

    private static final String TO_PHONE = "message.order_id is null and message.phone = ?";

    /** What is being sent at this moment keeps its end, by which its sender is known to be lost. */
    private static final String FORGET = """
            update message
               set phone = null, body = null, due_at = case when status = 'sending' then due_at end,
                   status = case when status = 'queued' then 'dead' else status end
             where
            """;

    private final JdbcClient jdbc;

    PersonalTextStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first. */
    List<PersonalText> list(@Nullable CustomerId customer, PhoneNumber phone, int most) {
        return jdbc.sql("""
                select queued_at, occasion, phone, case when secret_until is null then body end as body, status
                  from message
                 where phone is not null and id in (
                       select id from message where %s union all select id from message where %s)
                 order by id desc limit ?
                """.formatted(ABOUT_ORDERS, TO_PHONE))
                .param(customer == null ? null : customer.value())
                .param(phone.e164())
                .param(most)
                .query((row, number) -> new PersonalText(
                        row.getObject("queued_at", OffsetDateTime.class).toInstant(),
                        row.getString("occasion"),
                        new PhoneNumber(row.getString("phone")),
                        row.getString("body"),
                        MessageStatus.of(row.getString("status"))))
                .list();
    }

    void forget(CustomerId customer) {
        forget(ABOUT_ORDERS, customer.value());
    }

    void forget(UUID person) {
        forget(ABOUT_PERSON, person);
    }

    private void forget(String which, UUID whose) {
        jdbc.sql("delete from delivery_report where phone in (select phone from message where " + which + ")")
                .param(whose)
                .update();
        jdbc.sql(FORGET + which).param(whose).update();
    }

    void forget(PhoneNumber phone) {
        forget(phone, TO_PHONE);
    }

    void forgetUnowned(PhoneNumber phone) {
        forget(phone, TO_PHONE + " and message.person is null");
    }

    private void forget(PhoneNumber phone, String which) {
        jdbc.sql("delete from delivery_report where phone = ?")
                .param(phone.e164())
                .update();
        jdbc.sql(FORGET + which).param(phone.e164()).update();
    }
}
