package io.agizo;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The shop: starts the one process that serves shoppers, programs and the office. */
@SpringBootApplication
public class Agizo {

    public static void main(String[] arguments) {
        SpringApplication.run(Agizo.class, arguments);
    }
}
