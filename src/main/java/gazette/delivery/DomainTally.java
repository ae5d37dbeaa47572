package gazette.delivery;

/**
 * How the part of an audience stands that has its mail at one recipient domain.
 *
 * @param readers all of them; the rest of the sum is suppressed or in doubt
 * @param rejected expired ones included
 * @param waiting deferred ones included
 * @param lastWords the newest answer that was no acceptance; empty when there was none
 */
public record DomainTally(
        String domain, long readers, long accepted, long deferred, long rejected, long waiting, String lastWords) {}
