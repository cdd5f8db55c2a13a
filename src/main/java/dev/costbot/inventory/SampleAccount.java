package dev.costbot.inventory;

import dev.costbot.model.Inventory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The account that comes with costbot, to try it on. Its "today" is the day it was scanned. */
public final class SampleAccount {
  private static final String PLACE = "/sample/inventory.json";

  private SampleAccount() {}

  public static Inventory inventory() {
    try (InputStream json = SampleAccount.class.getResourceAsStream(PLACE)) {
      if (json == null) {
        throw new IllegalStateException(PLACE + " is not on the class path");
      }
      return new InventoryJson().read(json);
    } catch (IOException broken) {
      throw new UncheckedIOException(PLACE + " cannot be read", broken);
    }
  }
}
