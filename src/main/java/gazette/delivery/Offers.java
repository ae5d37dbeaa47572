package gazette.delivery;

/** What of a server's offers is made use of. */
record Offers(Offer chunks, Offer pipelining) {
    /** Of a server that nobody has spoken to yet. */
    Offers() {
        this(new Offer(), new Offer());
    }
}
