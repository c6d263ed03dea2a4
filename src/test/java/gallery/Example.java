package gallery;

import io.agizo.api.Problem;
import io.agizo.api.ProblemType;
import io.agizo.identity.Permission;
import io.agizo.office.pages.Choice;
import io.agizo.office.pages.ClientFormView;
import io.agizo.office.pages.ClientsView;
import io.agizo.office.pages.ConfirmView;
import io.agizo.office.pages.EmployeeFormView;
import io.agizo.office.pages.EmployeesView;
import io.agizo.office.pages.RoleFormView;
import io.agizo.office.pages.RolesView;
import io.agizo.office.pages.SecretView;
import io.agizo.office.pages.SetUpView;
import io.agizo.pages.Form;
import io.agizo.pages.Message;
import io.agizo.pages.MessageView;
import io.agizo.signin.pages.CodeView;
import io.agizo.signin.pages.InvitationView;
import io.agizo.signin.pages.InvitationView.Step;
import io.agizo.signin.pages.LoginView;
import io.agizo.signin.pages.NewPasswordView;
import io.agizo.signin.pages.RecoverView;
import io.agizo.signin.pages.SecondFactorView;
import io.agizo.signin.pages.SignupView;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** One page in one situation. */
record Example(String name, String template, Map<String, Object> model, boolean signedIn) {

    private static final Instant THEN = Instant.parse("2026-11-21T07:41:00Z");
    private static final Instant EARLIER = Instant.parse("2026-08-03T15:20:00Z");
    private static final Form BLANK = Form.blank();
    private static final Form WRONG = Form.of(Map.of("name", "Amina Otieno", "phone", "0711"))
            .refused("phone", "form.fault", "is not a telephone number")
            .refused("password", "form.fault", "must have at least 12 characters");

    static Stream<Example> all() {
        return Stream.of(
                        beforeSignIn(),
                        AccountExamples.all(),
                        office(),
                        OfficeExamples.all(),
                        LookExamples.all(),
                        FrontExamples.all(),
                        ProductExamples.all(),
                        OrderListExamples.all(),
                        OrderExamples.all(),
                        CounterExamples.all(),
                        ShopExamples.all(),
                        OrderedExamples.all())
                .flatMap(part -> part);
    }

    private static Stream<Example> beforeSignIn() {
        List<Permission> cashier = List.of(
                Permission.ORDERS_READ, Permission.ORDERS_PLACE, Permission.ORDERS_EDIT, Permission.CUSTOMERS_READ);
        return Stream.of(
                out("login", "storefront/login", new LoginView(false, BLANK)),
                out("login-code", "storefront/login", new LoginView(true, BLANK)),
                out(
                        "login-wrong",
                        "storefront/login",
                        new LoginView(
                                false,
                                Form.of(Map.of("username", "0711 000 001"))
                                        .refused("", "form.fault", "does not fit an account"))),
                out("code", "storefront/login-code", new CodeView("0711 000 001", BLANK)),
                out("second-factor", "storefront/second-factor", new SecondFactorView(BLANK)),
                new Example(
                        "recovery-codes",
                        "storefront/recovery-codes",
                        Map.of("codes", Collections.nCopies(10, "4k2f-7qxt-w3bc-6d5h-m4zr-y2an-p7ve")),
                        false),
                out("signup", "storefront/signup", new SignupView(true, BLANK)),
                out("signup-wrong", "storefront/signup", new SignupView(true, WRONG)),
                out("recover", "storefront/recover", new RecoverView(true, BLANK)),
                out("recover-new", "storefront/recover-new", new NewPasswordView(null, BLANK)),
                out("invitation", "storefront/invitation", invitation(cashier, Step.OPEN_ACCOUNT)),
                out("invitation-known", "storefront/invitation", invitation(cashier, Step.SIGN_IN)),
                in("invitation-another", "storefront/invitation", invitation(cashier, Step.SIGN_IN_AS_ANOTHER)),
                out("set-up", "office/set-up", new SetUpView("t", true, BLANK)),
                new Example(
                        "not-found",
                        "api/error",
                        Map.of("problem", Problem.of(ProblemType.NOT_FOUND, ProblemType.NOT_FOUND.meaning())),
                        false),
                out(
                        "message",
                        "storefront/message",
                        new MessageView(
                                Message.of("recover.title"),
                                Message.of("recover.sent"),
                                "/login",
                                Message.of("recover.back"))));
    }

    private static Stream<Example> office() {
        List<EmployeesView.Row> people = List.of(
                new EmployeesView.Row("1", "Amina Otieno", "0711 000 001", "owner", "active"),
                new EmployeesView.Row("2", "Baraka Mwangi", "0722 000 002", "cashier", "invited"),
                new EmployeesView.Row("3", "Wanjiru Kamau", "0733 000 003", null, "suspended"));
        List<ClientsView.Row> clients = List.of(
                new ClientsView.Row("books-3f9a", "Bookkeeping", 2, THEN),
                new ClientsView.Row("web-a81c", "Website", 11, null));
        List<String> roles = List.of("owner", "manager", "cashier", "packer");
        return Stream.of(
                in("employees", "office/employees", new EmployeesView(people, "more")),
                in("employees-none", "office/employees", new EmployeesView(List.of(), null)),
                in(
                        "employee-new",
                        "office/employee",
                        new EmployeeFormView(null, 0, "", "", true, false, roles, null, choices(), WRONG)),
                in(
                        "employee",
                        "office/employee",
                        new EmployeeFormView(
                                "2", 1, "Baraka Mwangi", "active", true, true, roles, "cashier", choices(), BLANK)),
                in(
                        "employee-remove",
                        "office/confirm",
                        new ConfirmView(
                                Message.of("employees.remove.sure", "Baraka Mwangi"),
                                Message.of("employees.remove.text"),
                                "/office/employees/2/remove",
                                Message.of("employees.remove.go"),
                                "/office/employees/2",
                                Message.of("employees.keep"))),
                in(
                        "roles",
                        "office/roles",
                        new RolesView(
                                List.of(
                                        new RolesView.Row("owner", List.of()),
                                        new RolesView.Row("packer", List.of("orders:read", "orders:fulfil")),
                                        new RolesView.Row("rider", List.of())),
                                null)),
                in("role-new", "office/role", new RoleFormView(null, 0, true, choices(), BLANK)),
                in(
                        "role",
                        "office/role",
                        new RoleFormView("packer", 1, true, choices(), BLANK.refused("", "roles.in-use"))),
                in("role-owner", "office/role", new RoleFormView("owner", 1, false, choices(), BLANK)),
                in("clients", "office/clients", new ClientsView(clients, null)),
                in("clients-none", "office/clients", new ClientsView(List.of(), null)),
                in(
                        "client-new",
                        "office/client",
                        new ClientFormView(null, 0, "", choices(), true, profile(), false, null, null, BLANK)),
                in(
                        "client",
                        "office/client",
                        new ClientFormView(
                                "books-3f9a",
                                1,
                                "Bookkeeping",
                                choices(),
                                true,
                                profile(),
                                true,
                                EARLIER,
                                THEN,
                                Form.of(Map.of(
                                        "name", "Bookkeeping", "redirectUris", "https://books.example.com/callback")))),
                in(
                        "client-secret",
                        "office/secret",
                        new SecretView("books-3f9a", "Bookkeeping", "Zk3vT0pXq8sLw2nRb7yHc5mJd9fGa1eU4iKoP6tVxWs")));
    }

    private static List<Choice> choices() {
        Set<Permission> chosen = Set.of(Permission.ORDERS_READ, Permission.CUSTOMERS_READ);
        return Arrays.stream(Permission.values())
                .map(permission -> new Choice(
                        permission.scope(), chosen.contains(permission), permission != Permission.SETTINGS_MANAGE))
                .toList();
    }

    private static List<Choice> profile() {
        return Stream.of("profile", "phone", "email")
                .map(scope -> new Choice(scope, scope.equals("profile"), true))
                .toList();
    }

    private static InvitationView invitation(List<Permission> permissions, Step step) {
        return new InvitationView("t", "Baraka", permissions, step, BLANK);
    }

    static Example out(String name, String template, Object view) {
        return new Example(name, template, Map.of("view", view), false);
    }

    static Example in(String name, String template, Object view) {
        return new Example(name, template, Map.of("view", view), true);
    }

    String path() {
        return (signedIn ? "/gallery/in/" : "/gallery/") + name;
    }

    @Override
    public String toString() {
        return name;
    }
}
