package io.agizo;

import io.agizo.identity.Permission;
import io.agizo.shared.Ids;
import io.agizo.signin.TwoReplicas;
import io.agizo.signin.TwoReplicas.Member;
import io.agizo.signin.Visitor;
import java.net.http.HttpRequest;
import java.util.Collection;
import java.util.Optional;

/** Someone who asks the shop for something: by a token at the doors of programs, by their session at the pages. */
final class Guest {

    private final Optional<Member> member;
    private final Visitor browser = TwoReplicas.visitor().with("Accept", "text/html");

    private Guest(Optional<Member> member) {
        this.member = member;
    }

    static Guest nobody() {
        return new Guest(Optional.empty());
    }

    /** Somebody who works here and may do this and no more. */
    static Guest holding(Collection<Permission> permissions) {
        Member member = TwoReplicas.member();
        TwoReplicas.sql()
                .sql("""
                        insert into employee (id, account_id, permissions, state, version, created_at)
                        values (?, ?, ?, 'active', 1, now())
                        """)
                .param(Ids.next())
                .param(member.id().value())
                .param(permissions.stream().map(Permission::scope).toArray(String[]::new))
                .update();
        return new Guest(Optional.of(member));
    }

    HttpRequest.Builder sign(HttpRequest.Builder request) {
        member.map(TwoReplicas::token).ifPresent(token -> request.header("Authorization", "Bearer " + token));
        return request;
    }

    /** Where they are signed in, whatever they did there before. */
    Visitor browser() {
        member.filter(person -> !browser.isSignedIn())
                .ifPresent(person -> browser.signIn(person.phone(), TwoReplicas.PASSWORD));
        return browser;
    }
}
