package gazette.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class JsonTest {
    private static final String ODD = "a\"\\/{}[],: \t\n\r\u0000\u001f\u2028éЖ漢😀";

    @Test
    void anyTextsComeBackAsTheyWere() {
        Random random = new Random(7);
        for (int round = 0; round < 1_000; round++) {
            List<String> texts = texts(random);
            Map<String, String> map = new LinkedHashMap<>();
            texts.forEach(text -> map.put(text, text + text));

            assertThat(Json.list(Json.array(texts))).isEqualTo(texts);
            assertThat(Json.map(Json.object(map))).isEqualTo(map);
        }
    }

    @Test
    void equalMapsAreWrittenTheSame() {
        Map<String, String> oneWay = new LinkedHashMap<>();
        oneWay.put("b", "2");
        oneWay.put("a", "\"1\"\n");
        Map<String, String> otherWay = new LinkedHashMap<>();
        otherWay.put("a", "\"1\"\n");
        otherWay.put("b", "2");

        assertThat(Json.object(oneWay)).isEqualTo("{\"a\":\"\\\"1\\\"\\u000a\",\"b\":\"2\"}");
        assertThat(Json.object(otherWay)).isEqualTo(Json.object(oneWay));
    }

    private static List<String> texts(Random random) {
        List<String> texts = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(6); j > 0; j--) {
                text.append(ODD.charAt(random.nextInt(ODD.length() - 2)));
            }
            texts.add(text.toString());
        }
        return texts;
    }
}
