package io.agizo.orders;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The limits of the order desk.
 *
 * @param batch how many orders share a transaction at most: enough to share one fsync, few enough that none waits long
 * @param queue how many orders may wait; the next is told to come back, rather than wait for longer than it would like
 * @param patience how long an order may wait to be taken up before it is told to come back
 */
@ConfigurationProperties("agizo.orders.desk")
record DeskSettings(
        @DefaultValue("256") int batch,
        @DefaultValue("4096") int queue,
        @DefaultValue("5s") Duration patience) {}
