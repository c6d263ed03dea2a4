package io.agizo.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agizo.shared.CannotStart;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.env.MockEnvironment;

class DemoTests {

    private final MockEnvironment environment = new MockEnvironment().withProperty("server.address", "127.0.0.1");

    @Test
    void isThereUnlessSomethingSpeaksAgainstIt() {
        assertThat(active()).isTrue();
    }

    @Test
    void isNotThereIfTheOperatorSaysSo() {
        environment.setProperty("agizo.demo", "false");

        assertThat(active()).isFalse();
    }

    @Test
    void isNeverThereOnADatabaseOfTheOperators() {
        environment.setProperty("agizo.demo", "true");
        environment.setProperty("spring.datasource.url", "jdbc:postgresql://db/shop");

        assertThat(active()).isFalse();
    }

    @Test
    void listensOnThisComputer() {
        environment.setProperty("server.address", "::1");

        assertThatCode(this::open).doesNotThrowAnyException();
    }

    @Test
    void refusesToListenOnTheNetwork() {
        environment.setProperty("server.address", "0.0.0.0");

        assertThatThrownBy(this::open).isInstanceOf(CannotStart.class).hasMessageContaining("0.0.0.0");
    }

    @Test
    void refusesToListenOnEveryAddress() {
        assertThatThrownBy(() -> open(new MockEnvironment())).isInstanceOf(CannotStart.class);
    }

    @Test
    void aRealShopListensWhereItIsTold() {
        environment.setProperty("server.address", "0.0.0.0");
        environment.setProperty("agizo.demo", "false");

        assertThatCode(this::open).doesNotThrowAnyException();
    }

    @Test
    void refusesAnAddressThatOthersReach() {
        environment.setProperty("agizo.public-url", "https://shop.example.com");

        assertThatThrownBy(this::openAtAddress)
                .isInstanceOfSatisfying(
                        CannotStart.class,
                        refused -> assertThat(refused.remedy()).contains("AGIZO_DEMO=false"));
    }

    @Test
    void hasAnAddressOnThisComputer() {
        environment.setProperty("agizo.public-url", "http://localhost:8081");

        assertThatCode(this::openAtAddress).doesNotThrowAnyException();
    }

    @Test
    void aRealShopHasTheAddressThatItIsGiven() {
        environment.setProperty("agizo.public-url", "https://shop.example.com");
        environment.setProperty("agizo.demo", "false");

        assertThatCode(this::openAtAddress).doesNotThrowAnyException();
    }

    private void openAtAddress() {
        new DemoProperty().postProcessEnvironment(environment, new SpringApplication());
        GenericApplicationContext context = new GenericApplicationContext();
        context.setEnvironment(environment);
        new DemoAtHome().initialize(context);
    }

    private boolean active() {
        new DemoProperty().postProcessEnvironment(environment, new SpringApplication());
        return environment.getRequiredProperty(DemoProperty.NAME, Boolean.class);
    }

    private void open() {
        open(environment);
    }

    private static void open(MockEnvironment environment) {
        new DemoProperty().postProcessEnvironment(environment, new SpringApplication());
        GenericApplicationContext context = new GenericApplicationContext();
        context.setEnvironment(environment);
        new LoopbackOnlyDemo().initialize(context);
    }
}
