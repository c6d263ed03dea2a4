package io.agizo.leaving;

import static io.agizo.RunningShop.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agizo.Callers;
import io.agizo.accounts.Account;
import io.agizo.accounts.Accounts;
import io.agizo.accounts.OpenAccount;
import io.agizo.accounts.PasswordHashes;
import io.agizo.accounts.ProvedContacts;
import io.agizo.customers.CustomerCode;
import io.agizo.customers.CustomerDetails;
import io.agizo.customers.Customers;
import io.agizo.identity.Caller;
import io.agizo.identity.People;
import io.agizo.identity.Signatures;
import io.agizo.inventory.AdjustStock;
import io.agizo.inventory.StockAdjustment;
import io.agizo.notifications.SendSecret;
import io.agizo.notifications.mail.SendMail;
import io.agizo.orders.DecideOrder;
import io.agizo.orders.OrderNumber;
import io.agizo.shared.Conflict;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.Sku;
import io.agizo.signin.ChangeDetails;
import io.agizo.signin.ProveEmail;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;

/** People who have deleted their account: what is left of them, and what is not. */
class DeletedPeopleJourneyTests {

    private static final String NAME = "Zuhura Qasimbeki";
    private static final PhoneNumber PHONE = new PhoneNumber("+254711987123");
    private static final String LOCAL_PHONE = "711987123";
    private static final PhoneNumber OLD_PHONE = new PhoneNumber("+254711987999");
    private static final String EMAIL = "zq.unmistakable@example.com";
    /** Part of every free text that the test writes about her. */
    private static final String WORDS = "xylophonist";

    private static final ConfigurableApplicationContext AGIZO = ShopDoors.open();

    private final ShopDoors doors = ShopDoors.of(AGIZO);
    private final JdbcClient sql = AGIZO.getBean(JdbcClient.class);

    @AfterAll
    static void close() {
        AGIZO.close();
    }

    @Test
    void areNowhereInTheDatabaseThoughEveryDoorWasUsedForThem() {
        doors.ask("post", "/api/v1/customers", """
                {"code":"Z-1","name":"%s","phone":"%s","email":"%s"}""".formatted(NAME, PHONE, EMAIL));
        Account account = AGIZO.getBean(OpenAccount.class).open(PHONE, NAME, "sw");
        AGIZO.getBean(ProvedContacts.class).email(account.id(), EMAIL);
        AGIZO.getBean(PasswordHashes.class).replace(account.id(), "{bcrypt}" + WORDS);
        String byCode = doors.ordered("\"Z-1\"", "for the " + WORDS);
        String byPhone = doors.ordered("{\"name\":\"%s\",\"phone\":\"%s\"}".formatted(NAME, PHONE), "for the " + WORDS);
        String fromCart = doors.checkedOut(NAME, "0" + LOCAL_PHONE, WORDS);
        doors.wished(PHONE);
        doors.ask("patch", "/api/v1/orders/" + byCode, "{\"note\":\"" + WORDS + " again\"}");
        doors.ask("post", "/api/v1/orders/" + byPhone + "/reject", "{\"reason\":\"no " + WORDS + "\"}");
        doors.ask("post", "/api/v1/orders/" + fromCart + "/cancel", "{\"reason\":\"" + WORDS + "\"}");
        doors.ask("delete", "/api/v1/orders/" + byCode, null);
        doors.ask("post", "/graphql", """
                {"query":"mutation { updateCustomer(code: \\"Z-1\\", input: {name: \\"%s\\"}) { __typename } }"}""".formatted(NAME));
        doors.ask("post", "/api/v1/employees", """
                {"name":"%s","email":"%s","phone":"%s","permissions":[]}""".formatted(NAME, EMAIL, PHONE));
        written(account);
        doors.uploaded(
                "customers",
                "code,name,phone,email\nZ-1,%s,%s,%s\n,%s,bad,%s\n".formatted(NAME, PHONE, EMAIL, NAME, EMAIL));
        doors.uploaded("orders", "reference,customer,item,amount,time\n,Z-1,Cake,100,2026-01-01T00:00:00Z\n");
        assertThat(found()).contains(LOCAL_PHONE + " in stock_wish.phone");
        long orders = count("orders");
        assertThat(AGIZO.getBean(DownloadMyData.class).of(caller(account)))
                .matches(data -> data.orders().size() == 3 && data.wishes().size() == 1);

        AGIZO.getBean(DeleteAccount.class).delete(caller(account));

        assertThat(found()).isEmpty();
        assertThat(count("orders")).isEqualTo(orders);
        assertThat(json(doors.ask("get", "/api/v1/orders/" + byPhone, null))
                        .path("customer")
                        .path("deleted")
                        .asBoolean())
                .isTrue();
        assertThat(doors.ask("get", "/api/v1/messages", null).statusCode()).isEqualTo(200);
    }

    @Test
    void areNowhereUnderWhatTheyGaveUpOrTriedInVain() {
        PhoneNumber old = new PhoneNumber("+254711987201");
        PhoneNumber tried = new PhoneNumber("+254711987202");
        PhoneNumber joinedAt = new PhoneNumber("+254711987203");
        String oldEmail = "given.up@example.com";
        ProvedContacts contacts = AGIZO.getBean(ProvedContacts.class);
        Account account = AGIZO.getBean(OpenAccount.class).open(old, "Mover", "en");
        contacts.email(account.id(), oldEmail);
        doors.ordered("{\"name\":\"Mover\",\"phone\":\"%s\"}".formatted(old), "for the " + WORDS);
        texted(old);
        invited(old);
        String employee = invited(joinedAt);
        sql.sql("update employee set account_id = ?, state = 'active', name = null, phone = null where id = ?")
                .params(account.id().value(), UUID.fromString(employee))
                .update();
        AGIZO.getBean(ChangeDetails.class)
                .change(
                        caller(account),
                        new ChangeDetails.Wish("Mover", tried.e164(), null, ""),
                        Locale.ENGLISH,
                        new MockHttpServletRequest(),
                        new MockHttpServletResponse());

        contacts.phone(account.id(), new PhoneNumber("+254711987204"));
        contacts.email(account.id(), "new.address@example.com");
        assertThat(found(joinedAt.e164())).isNotEmpty();
        assertThat(found(tried.e164())).isNotEmpty();
        AGIZO.getBean(DeleteAccount.class).delete(caller(account));

        assertThat(Stream.of(old.e164(), tried.e164(), joinedAt.e164(), oldEmail, "987204", "new.address")
                        .flatMap(text -> found(text).stream()))
                .isEmpty();
    }

    @Test
    void takeNoTextsOfWhoeverHasTheirOldNumberNow() {
        PhoneNumber recycled = new PhoneNumber("+254711987211");
        Account account = AGIZO.getBean(OpenAccount.class).open(recycled, "Mover", "en");
        UUID before = texted(recycled);
        AGIZO.getBean(ProvedContacts.class).phone(account.id(), new PhoneNumber("+254711987212"));
        UUID after = texted(recycled);

        AGIZO.getBean(DeleteAccount.class).delete(caller(account));

        assertThat(sql.sql("select id from message where phone = ?")
                        .param(recycled.e164())
                        .query(UUID.class)
                        .list())
                .contains(after)
                .doesNotContain(before);
    }

    @Test
    void areShownAsDeletedWhereTheyWorked() {
        Account account = AGIZO.getBean(OpenAccount.class)
                .open(new PhoneNumber("+254711987124"), "Yaqub " + "Worker" + WORDS.length(), "en");
        employ(account, "manager");
        Caller worker = caller(account);
        String number = doors.ordered("{\"name\":\"Somebody\"}", "for the " + WORDS);
        AGIZO.getBean(DecideOrder.class).accept(worker, new OrderNumber(number), null);
        AGIZO.getBean(AdjustStock.class).adjust(worker, new Sku("TEA-500"), new StockAdjustment(1, "found"));
        assertThat(doors.ask("get", "/api/v1/orders/" + number, null).body()).contains(account.name());
        assertThat(doors.ask("get", "/api/v1/products/TEA-500/movements", null).body())
                .contains(account.name());

        AGIZO.getBean(DeleteAccount.class).delete(worker);

        assertThat(found(account.name())).isEmpty();
        assertThat(doors.ask("get", "/api/v1/orders/" + number, null).body()).contains(Signatures.DELETED);
        assertThat(doors.ask("get", "/api/v1/products/TEA-500/movements", null).body())
                .contains(Signatures.DELETED);
        assertThatThrownBy(() -> AGIZO.getBean(Accounts.class).own(worker)).hasMessageContaining("no such account");
    }

    @Test
    void areNotTheLastOwners() {
        Account owner = AGIZO.getBean(Accounts.class)
                .byPhone(new PhoneNumber("+254711000101"))
                .orElseThrow();

        assertThatThrownBy(() -> AGIZO.getBean(DeleteAccount.class).delete(caller(owner)))
                .isInstanceOf(Conflict.class);
        assertThat(AGIZO.getBean(DownloadMyData.class).of(caller(owner)).employee())
                .isNotNull();
    }

    @Test
    void takeNoRecordOfAnybodyElseWithThem() {
        PhoneNumber phone = new PhoneNumber("+254711987125");
        Account account = AGIZO.getBean(OpenAccount.class).open(phone, "Chao", "en");
        Customers customers = AGIZO.getBean(Customers.class);
        CustomerCode twin = customers
                .register(Callers.shopkeeper(), new CustomerDetails(null, "Sibling", phone.e164(), null, null))
                .code();

        AGIZO.getBean(DeleteAccount.class).delete(caller(account));

        assertThat(customers.get(Callers.shopkeeper(), twin).phone()).isEqualTo(phone);
    }

    private Caller caller(Account account) {
        return AGIZO.getBean(People.class).find(account.id().value()).orElseThrow();
    }

    /** A mail, an address that she has not proved yet, and a text to a number that is no longer hers. */
    private void written(Account account) {
        AGIZO.getBean(ProveEmail.class).send(account, "new-" + EMAIL);
        AGIZO.getBean(TransactionTemplate.class)
                .executeWithoutResult(transaction -> AGIZO.getBean(SendMail.class)
                        .send(EMAIL, null, "For " + NAME, WORDS, Instant.now().plusSeconds(3600)));
        AGIZO.getBean(SendSecret.class)
                .send(
                        OLD_PHONE,
                        account.id().value(),
                        "account-notice",
                        WORDS,
                        Instant.now().plusSeconds(3600));
        assertThat(found(WORDS)).contains(WORDS + " in mail.body", WORDS + " in message.body");
        assertThat(found(OLD_PHONE.e164())).isNotEmpty();
    }

    /** A code, which is about no account that anybody knows of yet. */
    private UUID texted(PhoneNumber phone) {
        return AGIZO.getBean(SendSecret.class)
                .send(phone, null, "sign-in-code", "a code", Instant.now().plusSeconds(300));
    }

    private String invited(PhoneNumber phone) {
        return json(doors.ask("post", "/api/v1/employees", """
                        {"name":"Mover","phone":"%s","permissions":[]}""".formatted(phone)))
                .path("id")
                .asString();
    }

    private void employ(Account account, String role) {
        sql.sql("""
                insert into employee (id, account_id, role, permissions, state, version, created_at)
                values (?, ?, ?, '{}', 'active', 1, now())
                """).params(UUID.randomUUID(), account.id().value(), role).update();
    }

    private long count(String table) {
        return sql.sql("select count(*) from " + table).query(Long.class).single();
    }

    private List<String> found() {
        return Stream.of(NAME, LOCAL_PHONE, OLD_PHONE.e164(), EMAIL, WORDS)
                .flatMap(text -> found(text).stream())
                .toList();
    }

    private List<String> found(String text) {
        return new Traces(sql).of(text);
    }
}
