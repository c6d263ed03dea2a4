package io.agizo.leaving.pages;

import io.agizo.identity.Caller;
import io.agizo.leaving.DeleteAccount;
import io.agizo.leaving.DownloadMyData;
import io.agizo.leaving.PersonalData;
import io.agizo.pages.Form;
import io.agizo.pages.Message;
import io.agizo.pages.MessageView;
import io.agizo.shared.Conflict;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What people take along, and how they go. */
@Controller
class LeavingPages {

    private final DownloadMyData downloadMyData;
    private final DeleteAccount deleteAccount;

    LeavingPages(DownloadMyData downloadMyData, DeleteAccount deleteAccount) {
        this.downloadMyData = downloadMyData;
        this.deleteAccount = deleteAccount;
    }

    @GetMapping("/account/data")
    ResponseEntity<PersonalData> data(Caller caller) {
        ContentDisposition file =
                ContentDisposition.attachment().filename("my-data.json").build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(downloadMyData.of(caller));
    }

    @GetMapping("/account/delete")
    String delete(Caller caller, Model model) {
        return show(caller, false, model);
    }

    @PostMapping("/account/delete")
    String delete(
            Caller caller,
            @RequestParam(defaultValue = "") String confirm,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (!confirm.equals("yes")) {
            return "redirect:/account/delete";
        }
        try {
            deleteAccount.delete(caller);
        } catch (Conflict lastOwner) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return show(caller, true, model);
        }
        new SecurityContextLogoutHandler().logout(request, response, null);
        model.addAttribute(
                "view",
                new MessageView(
                        Message.of("signin.deleted.title"),
                        Message.of("signin.deleted.text"),
                        "/",
                        Message.of("signin.deleted.go")));
        return "storefront/message";
    }

    private static String show(Caller caller, boolean lastOwner, Model model) {
        boolean employee = !caller.permissions().isEmpty();
        model.addAttribute("view", new DeleteAccountView(employee, lastOwner, Form.blank()));
        return "storefront/account-delete";
    }
}
