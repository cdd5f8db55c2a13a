package dev.costbot.cost;

class InMemoryCostCacheTest extends CostCacheContract {
  @Override
  CostCache cache() {
    return new InMemoryCostCache();
  }
}
