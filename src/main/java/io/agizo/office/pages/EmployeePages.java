package io.agizo.office.pages;

import io.agizo.api.Page;
import io.agizo.api.PageRequest;
import io.agizo.identity.Caller;
import io.agizo.pages.Form;
import io.agizo.pages.Message;
import io.agizo.shared.Conflict;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.Stale;
import io.agizo.staff.EmployeeDetails;
import io.agizo.staff.EmployeeId;
import io.agizo.staff.EmployeeState;
import io.agizo.staff.EmployeeView;
import io.agizo.staff.Employees;
import io.agizo.staff.InviteEmployee;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages on which people are invited to work here, and on which it is said what each may do. */
@Controller
@RequestMapping(EmployeePages.PATH)
class EmployeePages {

    static final String PATH = "/office/employees";
    static final String FORM = "office/employee";

    private final Employees employees;
    private final InviteEmployee invite;
    private final EmployeeForms forms;

    EmployeePages(Employees employees, InviteEmployee invite, EmployeeForms forms) {
        this.employees = employees;
        this.invite = invite;
        this.forms = forms;
    }

    @GetMapping
    String list(Caller caller, PageRequest request, Model model) {
        Page<EmployeeView> page = employees.list(caller, request);
        List<EmployeesView.Row> rows =
                page.items().stream().map(EmployeePages::row).toList();
        model.addAttribute("view", new EmployeesView(rows, page.nextCursor()));
        return "office/employees";
    }

    @GetMapping("/new")
    String add(Caller caller, Model model) {
        return show(forms.toAdd(caller), model);
    }

    @PostMapping("/new")
    String invite(
            Caller caller,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") List<String> permission,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        try {
            List<String> oneByOne = role.isBlank() ? permission : null;
            EmployeeDetails details = new EmployeeDetails(name, null, phone, EmployeeForms.name(role), oneByOne);
            EmployeeView invited = invite.invite(caller, details);
            redirect.addFlashAttribute("notice", Message.of("employees.invited", invited.name()));
            return "redirect:" + PATH;
        } catch (InvalidInput invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            Form form = Form.of(Map.of("name", name, "phone", phone)).refused(invalid);
            return show(forms.toAdd(caller, role, permission, form), model);
        }
    }

    @GetMapping("/{id}")
    String employee(Caller caller, @PathVariable String id, Model model) {
        EmployeeView employee = employees.get(caller, EmployeeId.of(id));
        return show(forms.toChange(caller, employee, EmployeeForms.present(employee)), model);
    }

    /** Who they are is theirs to say once they have accepted: what is typed about it counts only before. */
    @PostMapping("/{id}")
    String change(
            Caller caller,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") List<String> permission,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        EmployeeView employee = employees.get(caller, EmployeeId.of(id));
        boolean invited = employee.state() == EmployeeState.INVITED;
        Form typed = invited ? Form.of(Map.of("name", name, "phone", phone)) : EmployeeForms.present(employee);
        Form refused;
        try {
            EmployeeView changed = employees.change(
                    caller,
                    employee.id(),
                    version,
                    present -> allowed(invited ? called(present, name, phone) : present, role, permission));
            redirect.addFlashAttribute("notice", saved(employee, changed));
            return "redirect:" + PATH + "/" + id;
        } catch (InvalidInput invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            refused = typed.refused(invalid);
        } catch (Stale changed) {
            response.setStatus(HttpStatus.PRECONDITION_FAILED.value());
            refused = typed.refused("", "office.changed");
        } catch (Conflict conflict) {
            response.setStatus(HttpStatus.CONFLICT.value());
            refused = typed.refused("", "office.conflict", Objects.requireNonNull(conflict.getMessage()));
        }
        return show(forms.toChange(caller, employee, role, permission, refused), model);
    }

    /** Another number was texted a link of its own. */
    private static Message saved(EmployeeView before, EmployeeView after) {
        return Objects.equals(before.phone(), after.phone())
                ? Message.of("employees.saved")
                : Message.of("employees.invited", after.name());
    }

    private static EmployeeDetails called(EmployeeDetails present, String name, String phone) {
        return new EmployeeDetails(name, present.email(), phone, present.role(), present.permissions());
    }

    /** A role brings its own permissions, so beside one nothing else is said of them. */
    private static EmployeeDetails allowed(EmployeeDetails present, String role, List<String> permissions) {
        return new EmployeeDetails(
                present.name(),
                present.email(),
                present.phone(),
                EmployeeForms.name(role),
                role.isBlank() ? permissions : present.permissions());
    }

    private static EmployeesView.Row row(EmployeeView employee) {
        return new EmployeesView.Row(
                employee.id().toString(),
                employee.name(),
                employee.phone() == null ? "" : employee.phone().e164(),
                employee.role(),
                employee.state().word());
    }

    private static String show(EmployeeFormView view, Model model) {
        model.addAttribute("view", view);
        return FORM;
    }
}
