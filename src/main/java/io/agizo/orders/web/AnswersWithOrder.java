package io.agizo.orders.web;

import io.agizo.orders.OrderView;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.MediaType;

/** Tells the API's documentation that an operation answers 200 with the order as it now is. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@ApiResponse(
        responseCode = "200",
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = OrderView.class),
                        examples = @ExampleObject(AnswersWithOrder.EXAMPLE)))
@interface AnswersWithOrder {

    String EXAMPLE = """
            {"number":"A7K2-9QX","status":"pending",\
            "customer":{"code":"C-001","name":"Amina Otieno","phone":"+254711000001","deleted":false},"buyer":null,\
            "lines":[{"lineNumber":1,"sku":"TEA-500","item":"Kericho tea 500 g","quantity":2,"amount":"450.00",\
            "total":"900.00","fulfilled":0,"returned":0}],"total":"900.00","currency":"KES",\
            "time":"2026-11-22T09:00:00Z","placedBy":"Demo API client","note":"","reference":null,\
            "timeline":[{"at":"2026-11-22T09:00:00Z","by":"Demo API client","event":"placed","detail":null}],\
            "messages":[{"at":"2026-11-22T09:00:00Z","to":"+254711000001","status":"queued"}]}""";
}
