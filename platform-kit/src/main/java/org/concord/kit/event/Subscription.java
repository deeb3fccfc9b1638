package org.concord.kit.event;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** One service's reading of one topic. */
public final class Subscription {

    private final Inbox inbox;
    private final String topic;

    Subscription(Inbox inbox, String topic) {
        this.inbox = inbox;
        this.topic = topic;
    }

    /**
     * Takes one record. On return its effect is committed, or it is parked, or it was a duplicate: in each case the
     * offset may move on.
     *
     * @throws RuntimeException when not even parking was possible (the database is gone): the offset must not move
     */
    public void receive(ConsumerRecord<String, byte[]> record) {
        inbox.receive(topic, record);
    }
}
