/**
 * The outbox is the truth: one dispatch per edition and subscriber, handed over by couriers, settled in a journal.
 *
 * <ol>
 *   <li>{@link gazette.delivery.Outbox} is filled with an edition's audience and claimed from, batch by batch.
 *   <li>{@link gazette.delivery.Delivery} is what the workers of one process have in common; each {@link
 *       gazette.delivery.DeliveryWorker} gives one connection of an account what is due, for as long as it may.
 *   <li>{@link gazette.delivery.Carrier} is an account at work: {@link gazette.delivery.Breaker} says whether its server
 *       can be had, {@link gazette.delivery.Paces} how fast it may go, {@link gazette.delivery.Shares} how much of all is
 *       its own. {@link gazette.delivery.Diagnosis} says whose fault a refusal is.
 *   <li>{@link gazette.delivery.Messages} finds the edition of a dispatch, which {@link gazette.delivery.Press} compiles:
 *       the first reader of a variant has it encoded once, headers and parts, into a {@link
 *       gazette.delivery.CompiledVariant}. A {@link gazette.delivery.CompiledEdition} chooses the reader's and splices
 *       their values between its octets.
 *   <li>{@link gazette.delivery.Courier} holds the SMTP conversation; {@link gazette.delivery.SmtpCourier} is the one. Its
 *       {@link gazette.delivery.Conversation} speaks over a {@link gazette.delivery.Line}, message by message in a
 *       {@link gazette.delivery.Dialogue} or several at once in {@link gazette.delivery.Chunks}.
 *   <li>{@link gazette.delivery.Journal} makes each turn of it durable before the next message goes.
 *   <li>{@link gazette.delivery.LeaseKeeper} renews the epoch, and takes back the claims of the dead.
 * </ol>
 */
@NullMarked
package gazette.delivery;

import org.jspecify.annotations.NullMarked;
