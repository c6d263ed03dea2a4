package io.agizo;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The shop: starts the one process that serves shoppers, programs and the office. */
@SpringBootApplication
public class Agizo {

    public static void main(String[] arguments) {
        try {
            SpringApplication.run(Agizo.class, arguments);
        } catch (RuntimeException told) {
            // Whatever has been started of the shop would run on otherwise.
            System.exit(1);
        }
    }
}
