package io.agizo.api.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.agizo.api.Page;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.mock.web.DelegatingServletOutputStream;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.method.HandlerMethod;

@Timeout(60)
class ListsInTurnTests {

    private static final Set<Thread.State> WAITING = Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING);

    private final Shelf shelf = new Shelf();
    private final ListsInTurn lists = oneAtATime(Duration.ofMinutes(1));
    private final ExecutorService callers = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        callers.shutdownNow();
    }

    @Test
    void answerWithTheWholePage() throws Exception {
        var response = new MockHttpServletResponse();

        get(lists, "list", "tea", response);

        assertThat(response.getContentAsString()).isEqualTo("{\"items\":[\"tea\"],\"nextCursor\":null}");
        assertThat(response.getContentLength()).isEqualTo(response.getContentAsByteArray().length);
        assertThat(response.getContentType()).isEqualTo("application/json");
    }

    @Test
    void areReadInTheOrderInWhichTheyCame() throws Exception {
        shelf.mayRead = new CountDownLatch(1);
        List<Thread> queue = new ArrayList<>();
        for (String name : List.of("tea", "salt", "soap", "milk")) {
            var caller = new Thread(() -> get(lists, "list", name, new MockHttpServletResponse()));
            caller.start();
            await().until(() -> WAITING.contains(caller.getState()));
            queue.add(caller);
        }

        shelf.mayRead.countDown();

        for (Thread caller : queue) {
            caller.join();
        }
        assertThat(shelf.read).containsExactly("tea", "salt", "soap", "milk");
        assertThat(shelf.mostAtOnce).hasValue(1);
    }

    @Test
    void keepNobodyWaitingForSomeoneWhoTakesNoBytes() throws Exception {
        var takesNone = new CountDownLatch(1);
        var mayTake = new CountDownLatch(1);
        Future<?> slow = callers.submit(() -> get(lists, "list", "tea", new MockHttpServletResponse() {
            @Override
            public ServletOutputStream getOutputStream() {
                return new DelegatingServletOutputStream(super.getOutputStream()) {
                    @Override
                    public void write(byte[] bytes, int from, int length) throws IOException {
                        takesNone.countDown();
                        waitFor(mayTake);
                        super.write(bytes, from, length);
                    }
                };
            }
        }));
        takesNone.await();
        var quick = new MockHttpServletResponse();

        get(lists, "list", "salt", quick);

        assertThat(quick.getContentAsString()).contains("salt");
        assertThat(slow).isNotDone();
        mayTake.countDown();
        slow.get();
    }

    @Test
    void refuseWhoHasWaitedTooLongAsOneTooMany() throws Exception {
        ListsInTurn impatient = oneAtATime(Duration.ZERO);
        shelf.mayRead = new CountDownLatch(1);
        Future<?> first = callers.submit(() -> get(impatient, "list", "tea", new MockHttpServletResponse()));
        await().until(() -> shelf.reading.get() == 1);

        assertThatThrownBy(() -> get(impatient, "list", "salt", new MockHttpServletResponse()))
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        refused -> assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE));

        shelf.mayRead.countDown();
        first.get();
    }

    @Test
    void leaveOtherAnswersToThemselves() throws Exception {
        shelf.mayRead = new CountDownLatch(1);
        Future<?> first = callers.submit(() -> get(lists, "list", "tea", new MockHttpServletResponse()));
        await().until(() -> shelf.reading.get() == 1);
        var one = new MockHttpServletResponse();

        get(lists, "one", "salt", one);

        assertThat(one.getContentAsString()).isEqualTo("[\"salt\"]");
        shelf.mayRead.countDown();
        first.get();
    }

    @Test
    void passOnTheTurnOfAListThatFails() throws Exception {
        assertThatThrownBy(() -> get(lists, "broken", "tea", new MockHttpServletResponse()))
                .hasMessage("no tea");
        var next = new MockHttpServletResponse();

        get(lists, "list", "salt", next);

        assertThat(next.getContentAsString()).contains("salt");
    }

    private static ListsInTurn oneAtATime(Duration patience) {
        var lists = new ListsInTurn(1, patience);
        lists.setApplicationContext(new StaticWebApplicationContext());
        lists.setMessageConverters(List.of(new JacksonJsonHttpMessageConverter()));
        lists.afterPropertiesSet();
        return lists;
    }

    private void get(ListsInTurn lists, String method, String name, MockHttpServletResponse response) {
        var request = new MockHttpServletRequest("GET", "/shelf");
        request.addParameter("name", name);
        try {
            lists.handle(request, response, new HandlerMethod(shelf, method, String.class));
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** A controller whose lists are read when the test says so. */
    static final class Shelf {

        private final List<String> read = Collections.synchronizedList(new ArrayList<>());
        private final AtomicInteger reading = new AtomicInteger();
        private final AtomicInteger mostAtOnce = new AtomicInteger();
        private volatile CountDownLatch mayRead = new CountDownLatch(0);

        @ResponseBody
        public Page<String> list(String name) throws InterruptedException {
            mostAtOnce.accumulateAndGet(reading.incrementAndGet(), Math::max);
            mayRead.await();
            read.add(name);
            reading.decrementAndGet();
            return new Page<>(List.of(name), null, List.of());
        }

        @ResponseBody
        public Page<String> broken(String name) {
            throw new IllegalStateException("no " + name);
        }

        @ResponseBody
        public List<String> one(String name) {
            return List.of(name);
        }
    }
}
