/**
 * The outbox is the truth: one dispatch per edition and subscriber, handed over by couriers, settled in a journal.
 *
 * <ol>
 *   <li>{@link gazette.delivery.Outbox} is filled with an edition's audience and claimed from, batch by batch.
 *   <li>{@link gazette.delivery.Delivery} is what the workers of one process have in common; each {@link
 *       gazette.delivery.DeliveryWorker} gives one courier's connection what is due, for as long as it may.
 *   <li>{@link gazette.delivery.Messages} finds the variant of a dispatch, and {@link gazette.delivery.Press} makes the
 *       reader's letter of it: headers, parts, fields.
 *   <li>{@link gazette.delivery.Courier} holds the SMTP conversation; {@link gazette.delivery.SmtpCourier} is the one.
 *   <li>{@link gazette.delivery.Journal} makes each turn of it durable before the next message goes.
 *   <li>{@link gazette.delivery.LeaseKeeper} renews the epoch, and takes back the claims of the dead.
 * </ol>
 */
@NullMarked
package gazette.delivery;

import org.jspecify.annotations.NullMarked;
