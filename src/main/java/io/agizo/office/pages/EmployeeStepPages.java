package io.agizo.office.pages;

import io.agizo.identity.Caller;
import io.agizo.pages.Form;
import io.agizo.pages.Message;
import io.agizo.shared.Conflict;
import io.agizo.staff.EmployeeId;
import io.agizo.staff.EmployeeView;
import io.agizo.staff.Employees;
import io.agizo.staff.HandOver;
import io.agizo.staff.InviteEmployee;
import io.agizo.staff.SuspendEmployee;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What can be done to an employee at one press; what cannot be undone asks first. */
@Controller
@RequestMapping(EmployeePages.PATH + "/{id}")
class EmployeeStepPages {

    private final Employees employees;
    private final InviteEmployee invite;
    private final SuspendEmployee suspend;
    private final HandOver handOver;
    private final EmployeeForms forms;

    EmployeeStepPages(
            Employees employees,
            InviteEmployee invite,
            SuspendEmployee suspend,
            HandOver handOver,
            EmployeeForms forms) {
        this.employees = employees;
        this.invite = invite;
        this.suspend = suspend;
        this.handOver = handOver;
        this.forms = forms;
    }

    @PostMapping("/invitation")
    String inviteAgain(
            Caller caller,
            @PathVariable String id,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        return step(caller, id, response, model, employee -> {
            invite.again(caller, employee.id());
            return done(redirect, "employees.invited", employee, there(employee));
        });
    }

    @PostMapping("/suspend")
    String suspend(
            Caller caller,
            @PathVariable String id,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        return step(caller, id, response, model, employee -> {
            suspend.suspend(caller, employee.id(), null);
            return done(redirect, "employees.suspended", employee, there(employee));
        });
    }

    @PostMapping("/resume")
    String resume(
            Caller caller,
            @PathVariable String id,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        return step(caller, id, response, model, employee -> {
            suspend.resume(caller, employee.id(), null);
            return done(redirect, "employees.resumed", employee, there(employee));
        });
    }

    @GetMapping("/remove")
    String askToRemove(Caller caller, @PathVariable String id, Model model) {
        return ask(get(caller, id), "employees.remove", "/remove", model);
    }

    @PostMapping("/remove")
    String remove(
            Caller caller,
            @PathVariable String id,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        return step(caller, id, response, model, employee -> {
            employees.remove(caller, employee.id(), null);
            return done(redirect, "employees.removed", employee, EmployeePages.PATH);
        });
    }

    @GetMapping("/hand-over")
    String askToHandOver(Caller caller, @PathVariable String id, Model model) {
        return ask(get(caller, id), "employees.hand-over", "/hand-over", model);
    }

    /** Leads away from the employees, since the role that they are left with may not see them. */
    @PostMapping("/hand-over")
    String handOver(
            Caller caller,
            @PathVariable String id,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        return step(caller, id, response, model, employee -> {
            handOver.to(caller, employee.id());
            return done(redirect, "employees.handed-over", employee, "/office");
        });
    }

    private String step(
            Caller caller, String id, HttpServletResponse response, Model model, Function<EmployeeView, String> step) {
        EmployeeView employee = get(caller, id);
        try {
            return step.apply(employee);
        } catch (Conflict conflict) {
            response.setStatus(HttpStatus.CONFLICT.value());
            Form form = EmployeeForms.present(employee)
                    .refused("", "office.conflict", Objects.requireNonNull(conflict.getMessage()));
            model.addAttribute("view", forms.toChange(caller, employee, form));
            return EmployeePages.FORM;
        }
    }

    private EmployeeView get(Caller caller, String id) {
        return employees.get(caller, EmployeeId.of(id));
    }

    private static String ask(EmployeeView employee, String what, String action, Model model) {
        ConfirmView view = new ConfirmView(
                Message.of(what + ".sure", employee.name()),
                Message.of(what + ".text"),
                there(employee) + action,
                Message.of(what + ".go"),
                there(employee),
                Message.of("employees.keep"));
        model.addAttribute("view", view);
        return "office/confirm";
    }

    private static String done(RedirectAttributes redirect, String notice, EmployeeView employee, String next) {
        redirect.addFlashAttribute("notice", Message.of(notice, employee.name()));
        return "redirect:" + next;
    }

    private static String there(EmployeeView employee) {
        return EmployeePages.PATH + "/" + employee.id();
    }
}
