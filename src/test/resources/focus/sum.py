"""Adds up a FOCUS file, for the expected figures of FocusFileTest: sum.py FILE"""

import collections
import csv
import decimal
import sys

by_service, by_day = collections.Counter(), collections.Counter()
with open(sys.argv[1], newline="", encoding="utf-8") as file:
    for row in csv.DictReader(file):
        cost = decimal.Decimal(row["BilledCost"])
        by_service[row["ServiceName"]] += cost
        by_day[row["ChargePeriodStart"][:10]] += cost

print(f"{sum(by_service.values()):15.11f} in all")
for service, cost in by_service.most_common():
    print(f"{cost:15.11f} {service}")
for day in sorted(by_day):
    print(f"{by_day[day]:15.11f} {day}")
