package org.concord.kit.event;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

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

    /**
     * Takes a whole poll, of a channel with {@code batch=true} and a method that is {@code @Blocking}, so that one poll
     * follows the other. Records of one key are taken one after the other, in their order; different keys side by side,
     * at most {@code concord.events.at-once} at a time, in no order: where an effect needs what another key's event
     * brings, it answers {@link NotYet}. One key that fails parks alone. On return each record is where
     * {@link #receive(ConsumerRecord)} would have left it: the offsets may move on.
     *
     * @throws RuntimeException when not even parking was possible, or the process stops: none of the offsets may move.
     *     What was done is done, and is passed over as a duplicate when the poll comes again
     */
    public void receive(ConsumerRecords<String, byte[]> poll) {
        inbox.receive(topic, poll);
    }
}
