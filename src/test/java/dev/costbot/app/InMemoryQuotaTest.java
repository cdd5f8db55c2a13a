package dev.costbot.app;

class InMemoryQuotaTest extends QuotaContract {
  @Override
  Quota open() {
    return new InMemoryQuota();
  }
}
