package io.agizo.notifications.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A mail server that takes the words of a mail and hangs up without an answer. */
final class RudeMailServer {

    private RudeMailServer() {}

    static void breakOffAfterData(ServerSocket rude) {
        try (Socket client = rude.accept()) {
            var from = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
            var to = new OutputStreamWriter(client.getOutputStream(), StandardCharsets.US_ASCII);
            to.write("220 rude\r\n");
            to.flush();
            for (String line = from.readLine(); line != null && !line.equals("."); line = from.readLine()) {
                if (line.matches("(EHLO|MAIL|RCPT).*")) {
                    to.write("250 go on\r\n");
                } else if (line.equals("DATA")) {
                    to.write("354 go on\r\n");
                }
                to.flush();
            }
        } catch (IOException gone) {
            throw new AssertionError(gone);
        }
    }
}
