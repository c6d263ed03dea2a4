package io.agizo.office;

import static io.agizo.signin.TwoReplicas.sql;

import com.microsoft.playwright.Page;
import io.agizo.Browser;
import io.agizo.shared.Ids;
import io.agizo.signin.TwoReplicas;
import io.agizo.signin.TwoReplicas.Member;
import io.agizo.signin.Visitor;
import java.util.UUID;

/** People who work at the shop of two replicas. */
final class Colleagues {

    private Colleagues() {}

    /** Someone at work, by the id of the employee. */
    record Colleague(UUID id, Member member) {

        Visitor signedIn() {
            Visitor visitor = TwoReplicas.visitor().with("Accept", "text/html");
            visitor.signIn(member.phone(), TwoReplicas.PASSWORD);
            return visitor;
        }

        /** A page of the shop in a browser in which they signed in. */
        Page openIn(Browser browser, String path) {
            Page page = browser.open(TwoReplicas.shop().uri("/login").toString());
            page.fill("[name=username]", member.phone());
            page.fill("[name=password]", TwoReplicas.PASSWORD);
            page.click("form[action='/login'] button");
            page.waitForURL("**/office");
            page.navigate(TwoReplicas.shop().uri(path).toString());
            return page;
        }

        String page() {
            return "/office/employees/" + id;
        }
    }

    static Colleague hired(String role) {
        Colleague colleague = new Colleague(Ids.next(), TwoReplicas.member());
        sql().sql("""
                        insert into employee (id, account_id, role, permissions, state, version, created_at)
                        values (?, ?, ?, '{}', 'active', 1, now())
                        """)
                .params(colleague.id(), colleague.member().id().value(), role)
                .update();
        return colleague;
    }
}
