package io.agizo.imports;

import static io.agizo.imports.ImportKind.CUSTOMERS;
import static io.agizo.imports.ImportReport.State.DONE;
import static org.awaitility.Awaitility.await;

import io.agizo.ModuleContext;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ImportLoopModuleTests {

    @AutoClose
    private final UploadDesk shop = UploadDesk.open();

    @Test
    void goesOnAfterAnErrorThatNotEvenTheWorkerCouldDealWith() {
        AtomicBoolean failed = new AtomicBoolean();
        InstantSource failsOnce = () -> {
            if (failed.compareAndSet(false, true)) {
                throw new InternalError("for a test");
            }
            return Instant.now();
        };
        ImportLoop loop = new ImportLoop(worker(failsOnce.withZone(ZoneOffset.UTC)));
        loop.start();
        try {
            await().untilTrue(failed);
            ImportId id = shop.store(UploadDesk.csv(CUSTOMERS), "code,name\nC-1,Amina\n");
            loop.wake();
            await().until(() -> shop.state(id) == DONE);
        } finally {
            loop.stop();
        }
    }

    private ImportWorker worker(Clock clock) {
        ModuleContext modules = shop.modules();
        return new ImportWorker(
                modules.get(ImportStore.class),
                modules.get(StageRows.class),
                modules.get(ApplyRows.class),
                modules.get(SaveProgress.class),
                clock);
    }
}
