package io.agizo.office.pages;

import io.agizo.pages.PersonalPages;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says which pages of the office are personal, and which of them ask for a sign-in of late. */
@Configuration(proxyBeanMethods = false)
class PersonalOfficePages {

    @Bean
    static PersonalPages pagesOfOffice() {
        return new PersonalPages(
                List.of("/set-up", "/office/**"),
                List.of("/office/**"),
                List.of(
                        "/office/employees/new",
                        "/office/employees/*/**",
                        "/office/settings/clients/new",
                        "/office/settings/clients/*/**"));
    }
}
