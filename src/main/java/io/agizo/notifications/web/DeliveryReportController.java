package io.agizo.notifications.web;

import io.agizo.notifications.africastalking.TakeDeliveryReport;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where Africa's Talking says what became of a text. */
@RestController
class DeliveryReportController {

    private final TakeDeliveryReport reports;

    DeliveryReportController(TakeDeliveryReport reports) {
        this.reports = reports;
    }

    @PostMapping("/callbacks/africastalking/delivery")
    void delivery(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String phoneNumber,
            @RequestParam(defaultValue = "") String failureReason) {
        reports.take(token, id, status, phoneNumber, failureReason);
    }
}
