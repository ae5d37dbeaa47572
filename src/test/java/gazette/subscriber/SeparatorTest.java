package gazette.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SeparatorTest {
    @Test
    void theFirstLineSaysWhatPartsCells() {
        assertThat(Separator.of("address,name\na;b;c;d")).isEqualTo(',');
        assertThat(Separator.of("address;name,first;x\r\na,b,c,d")).isEqualTo(';');
        assertThat(Separator.of("address\tname\n")).isEqualTo('\t');
        assertThat(Separator.of("\"a,b,c\";address")).isEqualTo(';');
        assertThat(Separator.of("\"two\nlines\";address;name,")).isEqualTo(';');
        assertThat(Separator.of("\n\naddress;name")).isEqualTo(';');
    }

    @Test
    void withoutAnyItIsAComma() {
        assertThat(Separator.of("")).isEqualTo(',');
        assertThat(Separator.of("address\na;b")).isEqualTo(',');
    }
}
