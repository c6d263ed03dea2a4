package crates;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.agizo.api.Answer;
import io.agizo.api.Answers;
import io.agizo.api.IdempotencyKey;
import io.agizo.api.IdempotentAnswers;
import io.agizo.api.IfMatch;
import io.agizo.api.MergePatch;
import io.agizo.api.Page;
import io.agizo.api.PageRequest;
import io.agizo.api.Versioned;
import io.agizo.identity.PublicAddress;
import io.agizo.shared.Conflict;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.Money;
import io.agizo.shared.NotFound;
import io.agizo.shared.Shop;
import io.agizo.shared.Stale;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** A little shop of crates that keeps to every convention, to try them on; it opens once for all tests. */
@EnableAutoConfiguration
@ComponentScan({"io.agizo.api", "io.agizo.pages"})
@Import({CrateShop.Crates.class, PublicAddress.class})
public class CrateShop {

    private static final ConfigurableApplicationContext OPEN = SpringApplication.run(
            CrateShop.class,
            "--server.port=0",
            "--agizo.demo=false",
            "--spring.main.cloud-platform=kubernetes",
            "--agizo.api.public-requests-per-minute=30",
            "--agizo.api.checkouts-per-minute=3",
            "--agizo.api.account-requests-per-minute=2",
            "--agizo.api.client-requests-per-minute=5000");

    /** Someone with an account, by whose id they sign in here. */
    public static final String PERSON = "00000000-0000-7000-8000-000000000001";

    static final Currency KES = Currency.getInstance("KES");

    public static int port() {
        return OPEN.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Shop shop() {
        return new Shop("Duka", KES, "KE", ZoneId.of("Africa/Nairobi"));
    }

    @Bean
    UserDetailsService people() {
        return new InMemoryUserDetailsManager(
                User.withUsername("amina").password("{noop}amina").build(),
                User.withUsername("otieno").password("{noop}otieno").build(),
                User.withUsername(PERSON).password("{noop}person").build());
    }

    @Bean
    SecurityFilterChain everyoneMayTry(HttpSecurity http) {
        return http.csrf(csrf -> csrf.disable())
                .httpBasic(Customizer.withDefaults())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    record NewCrate(
            @NotBlank(message = "is needed") @Size(max = 40, message = "must be at most 40 characters") String code,

            @Nullable @Size(max = 200, message = "must be at most 200 characters") String note,

            @Nullable BigDecimal price,
            @Nullable Instant packed,
            @Nullable Boolean sealed,

            @NotNull(message = "is needed") @Size(max = 200, message = "must be at most 200 lines") @NotNull(message = "is needed") List<@Valid Line> lines) {}

    record Line(
            @NotBlank(message = "is needed") String item,

            @Positive(message = "must be at least 1") @Max(value = 1000, message = "must be at most 1000") int quantity) {}

    record Crate(
            String code,
            @Nullable String note,
            Money price,
            @Nullable Instant packed,
            boolean sealed,
            List<Line> lines,
            @JsonIgnore int version)
            implements Versioned {}

    record Changes(
            @Nullable @Size(max = 200, message = "must be at most 200 characters") String note,

            boolean sealed,
            @NotNull(message = "is needed") List<@Valid Line> lines) {}

    /** Every way a controller of ours may go. */
    @RestController
    @RequestMapping("/api/v1/crates")
    static class Crates {

        private final Map<String, Crate> crates = new ConcurrentSkipListMap<>();
        private final Answers answers;
        private final IdempotentAnswers idempotent;
        private final MergePatch patches;

        Crates(Answers answers, IdempotentAnswers idempotent, MergePatch patches) {
            this.answers = answers;
            this.idempotent = idempotent;
            this.patches = patches;
        }

        @PostMapping
        Answer create(@Valid @RequestBody NewCrate crate, @Nullable IdempotencyKey key) {
            return key == null ? make(crate) : idempotent.once(key, () -> make(crate));
        }

        private Answer make(NewCrate crate) {
            Money price = InvalidInput.at(
                    "/price", () -> new Money(crate.price() == null ? BigDecimal.ZERO : crate.price(), KES));
            Crate made = new Crate(
                    crate.code(),
                    crate.note(),
                    price,
                    crate.packed(),
                    Boolean.TRUE.equals(crate.sealed()),
                    crate.lines(),
                    1);
            if (crates.putIfAbsent(crate.code(), made) != null) {
                throw new Conflict("duplicate-code", "There is a crate " + crate.code());
            }
            return answers.created(made, "/api/v1/crates/" + crate.code());
        }

        @GetMapping("/{code}")
        Crate read(@PathVariable String code) {
            Crate crate = crates.get(code);
            if (crate == null) {
                throw new NotFound("There is no crate " + code);
            }
            return crate;
        }

        @PatchMapping("/{code}")
        Crate change(@PathVariable String code, @RequestBody JsonNode patch, IfMatch match) {
            Crate now = read(code);
            Stale.check(match.version(), now.version());
            Changes changes = patches.apply(new Changes(now.note(), now.sealed(), now.lines()), patch, Changes.class);
            Crate changed = new Crate(
                    code,
                    changes.note(),
                    now.price(),
                    now.packed(),
                    changes.sealed(),
                    changes.lines(),
                    now.version() + 1);
            crates.put(code, changed);
            return changed;
        }

        @GetMapping
        Page<Crate> list(@RequestParam(required = false) @Nullable Instant packedAfter, PageRequest page) {
            List<Crate> rows = crates.values().stream()
                    .filter(crate -> page.after() == null
                            || crate.code().compareTo(page.after().getFirst()) > 0)
                    .limit(page.fetch())
                    .toList();
            return page.page(rows, crate -> List.of(crate.code()));
        }

        @QueryMapping
        Object ordersSummary() {
            return broken();
        }

        @QueryMapping
        Object orders() {
            return busy();
        }

        @GetMapping("/broken")
        Crate broken() {
            throw new IllegalStateException("select secret from vault");
        }

        @GetMapping("/busy")
        Crate busy() {
            throw new DataAccessResourceFailureException("no connection to 10.0.0.1");
        }
    }
}
