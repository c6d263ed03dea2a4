package io.agizo.office.pages;

import io.agizo.api.Page;
import io.agizo.api.PageRequest;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.pages.Form;
import io.agizo.pages.Message;
import io.agizo.shared.Conflict;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.Stale;
import io.agizo.staff.Role;
import io.agizo.staff.RoleDetails;
import io.agizo.staff.Roles;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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

/**
 * The pages of the roles, on which it is said what all may do who have one. The one for a new role is beside them, since a role
 * may have any name.
 */
@Controller
@RequestMapping(EmployeePages.PATH)
class RolePages {

    private static final String PATH = EmployeePages.PATH + "/roles";

    private final Roles roles;

    RolePages(Roles roles) {
        this.roles = roles;
    }

    @GetMapping("/roles")
    String list(Caller caller, PageRequest request, Model model) {
        Page<Role> page = roles.list(caller, request);
        List<RolesView.Row> rows = page.items().stream()
                .map(role -> new RolesView.Row(role.name(), role.permissions()))
                .toList();
        model.addAttribute("view", new RolesView(rows, page.nextCursor()));
        return "office/roles";
    }

    @GetMapping("/new-role")
    String add(Caller caller, Model model) {
        caller.must(Permission.EMPLOYEES_MANAGE);
        return toAdd(caller, List.of(), Form.blank(), model);
    }

    @PostMapping("/new-role")
    String create(
            Caller caller,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") List<String> permission,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Form typed = Form.of(Map.of("name", name));
        Form refused;
        try {
            Role added = roles.create(caller, new RoleDetails(name, permission));
            redirect.addFlashAttribute("notice", Message.of("roles.added", added.name()));
            return "redirect:" + PATH;
        } catch (InvalidInput invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            refused = typed.refused(invalid);
        } catch (Conflict thereIsOne) {
            response.setStatus(HttpStatus.CONFLICT.value());
            refused = typed.refused("name", "roles.taken");
        }
        return toAdd(caller, permission, refused, model);
    }

    @GetMapping("/roles/{name}")
    String role(Caller caller, @PathVariable String name, Model model) {
        Role role = roles.get(caller, name);
        return toChange(caller, role, role.permissions(), Form.blank(), model);
    }

    @PostMapping("/roles/{name}")
    String change(
            Caller caller,
            @PathVariable String name,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(defaultValue = "") List<String> permission,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Form refused;
        try {
            roles.change(caller, name, version, present -> new RoleDetails(name, permission));
            redirect.addFlashAttribute("notice", Message.of("roles.saved"));
            return "redirect:" + PATH + "/" + name;
        } catch (InvalidInput invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            refused = Form.blank().refused(invalid);
        } catch (Stale changed) {
            response.setStatus(HttpStatus.PRECONDITION_FAILED.value());
            refused = Form.blank().refused("", "office.changed");
        } catch (Conflict ofTheOwner) {
            response.setStatus(HttpStatus.CONFLICT.value());
            refused = Form.blank().refused("", "roles.owner");
        }
        return toChange(caller, roles.get(caller, name), permission, refused, model);
    }

    @GetMapping("/roles/{name}/remove")
    String askToRemove(Caller caller, @PathVariable String name, Model model) {
        String there = PATH + "/" + roles.get(caller, name).name();
        ConfirmView view = new ConfirmView(
                Message.of("roles.remove.sure", name),
                Message.of("roles.remove.text"),
                there + "/remove",
                Message.of("roles.remove.go"),
                there,
                Message.of("roles.keep"));
        model.addAttribute("view", view);
        return "office/confirm";
    }

    @PostMapping("/roles/{name}/remove")
    String remove(
            Caller caller,
            @PathVariable String name,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Role role = roles.get(caller, name);
        try {
            roles.remove(caller, name, null);
        } catch (Conflict somebodyHasIt) {
            response.setStatus(HttpStatus.CONFLICT.value());
            String why = name.equals(Role.OWNER) ? "roles.owner" : "roles.in-use";
            return toChange(caller, role, role.permissions(), Form.blank().refused("", why), model);
        }
        redirect.addFlashAttribute("notice", Message.of("roles.removed", name));
        return "redirect:" + PATH;
    }

    private static String toAdd(Caller caller, Collection<String> chosen, Form form, Model model) {
        model.addAttribute("view", new RoleFormView(null, 0, true, Choice.ofHeld(caller, chosen), form));
        return "office/role";
    }

    private static String toChange(Caller caller, Role role, Collection<String> chosen, Form form, Model model) {
        boolean changeable = !role.name().equals(Role.OWNER)
                && caller.permissions().containsAll(Permission.ofScopes(role.permissions()));
        model.addAttribute(
                "view", new RoleFormView(role.name(), role.version(), changeable, Choice.ofHeld(caller, chosen), form));
        return "office/role";
    }
}
