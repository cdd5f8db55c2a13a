package dev.costbot.delivery;

class InMemoryDeliveryStoreTest extends DeliveryStoreContract {
  private final InMemoryDeliveryStore store = new InMemoryDeliveryStore();

  @Override
  DeliveryStore store() {
    return store;
  }
}
