package io.agizo;

import io.agizo.upkeep.Commands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program: starts the one process that serves shoppers, programs and the office, or does what a command asks for. */
@SpringBootApplication
public class Agizo {

    public static void main(String[] arguments) {
        if (Commands.areAskedFor(arguments)) {
            System.exit(Commands.run(arguments));
        }
        try {
            SpringApplication.run(Agizo.class, arguments);
        } catch (RuntimeException told) {
            // Whatever has been started of the shop would run on otherwise.
            System.exit(1);
        }
    }
}
