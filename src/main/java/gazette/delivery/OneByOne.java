package gazette.delivery;

import gazette.mail.SmtpReply;

/** A line whose server offers PIPELINING and does not keep it: as if it offered none. */
record OneByOne(Line line) implements Line {
    @Override
    public boolean offers(String extension) {
        return !extension.equals("PIPELINING") && line.offers(extension);
    }

    @Override
    public String parameter(String extension) {
        return line.parameter(extension);
    }

    @Override
    public void write(Spliced octets, Phase phase) throws BrokenOff {
        line.write(octets, phase);
    }

    @Override
    public SmtpReply reply(Phase phase) throws BrokenOff {
        return line.reply(phase);
    }

    @Override
    public boolean hasUnread() {
        return line.hasUnread();
    }

    @Override
    public void quit() {
        line.quit();
    }

    @Override
    public void drop() {
        line.drop();
    }
}
