package navigator.contracts.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import navigator.contracts.wire.Read;
import navigator.contracts.wire.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonIntegerTest {

  @ParameterizedTest
  @ValueSource(strings = {"60", "60.0", "6e1", "600E-1", "60.000000000000000000000"})
  void anIntegerMayBeWrittenInManyWays(String json) {
    assertThat(read(json)).hasValue(60);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1E-400",
        "0.5",
        "60.000000000000000000001",
        "\"60\"",
        "true",
        "null",
        "[60]",
        "-1",
        "101",
        "1e400",
        "1e999999999",
        "-1e999999999",
        "12345678901234567890"
      })
  void whatIsNoneOrOutOfRangeIsNoInteger(String json) {
    assertThat(read(json)).isEmpty();
  }

  @Test
  void zeroIsOneWithAnyExponent() {
    assertThat(read("0.0")).hasValue(0);
    assertThat(read("-0e7")).hasValue(0);
    assertThat(read("0E-400")).hasValue(0);
  }

  private static OptionalLong read(String json) {
    Read<JsonObject> read = Wire.read("{\"field\":" + json + "}", JsonObject.class);
    return JsonInteger.within(((Read.Valid<JsonObject>) read).value().get("field"), 0, 100);
  }
}
