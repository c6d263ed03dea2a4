package io.agizo.leaving.pages;

import io.agizo.pages.PersonalPages;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says which pages of those who leave are personal, and which of them ask for a sign-in of late. */
@Configuration(proxyBeanMethods = false)
class PersonalLeavingPages {

    @Bean
    static PersonalPages pagesOfLeaving() {
        return new PersonalPages(
                List.of("/account/data", "/account/delete"),
                List.of("/account/data", "/account/delete"),
                List.of("/account/delete"));
    }
}
