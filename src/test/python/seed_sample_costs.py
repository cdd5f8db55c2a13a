"""Gives an emulator (moto) 90 days of bill to answer Cost Explorer's GetCostAndUsage with.

usage: seed_sample_costs.py ENDPOINT

moto answers from a queue, whatever was asked: this fills it with two pages, in the wire format of the API. The days are
2026-08-22 to 2026-11-19, the services have Cost Explorer's names, and the bill is that of one small company: less on
weekends, slowly growing, tax, support and hosted zones on the first of a month. From 2026-11-10 "EC2 - Other" is more
than three times as high: a job pulls its data through a NAT gateway instead of the S3 gateway endpoint.
"""

import datetime
import json
import random
import sys
import urllib.request

ACCOUNT = "123456789012"
FIRST = datetime.date(2026, 8, 22)
DAYS = 90
ANOMALY = datetime.date(2026, 11, 10)

# service: (USD on a working day, share of it on a weekend, growth a month, noise)
DAILY = {
    "Amazon Elastic Compute Cloud - Compute": (61.40, 0.72, 0.021, 0.025),
    "Amazon Relational Database Service": (33.85, 1.00, 0.008, 0.004),
    "EC2 - Other": (20.70, 0.94, 0.018, 0.030),
    "Amazon Simple Storage Service": (8.95, 0.99, 0.026, 0.008),
    "Amazon Virtual Private Cloud": (7.10, 1.00, 0.000, 0.006),
    "AmazonCloudWatch": (5.42, 0.90, 0.015, 0.030),
    "Amazon Elastic Load Balancing": (3.96, 0.96, 0.004, 0.010),
    "Amazon DynamoDB": (2.38, 0.61, 0.020, 0.060),
    "AWS Lambda": (1.17, 0.48, 0.030, 0.080),
    "AWS Key Management Service": (0.29, 0.97, 0.000, 0.010),
}
FIRST_OF_MONTH = {"AWS Support (Developer)": 0.03, "Tax": 0.07}  # shares of the month before
HOSTED_ZONES = 6 * 0.50


def amount(value):
    return f"{value:.10f}"


def daily_costs(rng):
    """Yields (day, {service: cost}) for every day."""
    month_so_far = 21 * 136.0  # the days of August before the first
    for number in range(DAYS):
        day = FIRST + datetime.timedelta(days=number)
        costs = {}
        for service, (base, weekend, growth, noise) in DAILY.items():
            cost = base * (1 + growth) ** (number / 30)
            if day.weekday() >= 5:
                cost *= weekend
            if service == "EC2 - Other" and day >= ANOMALY:
                cost += 46.00
            costs[service] = cost * (1 + rng.gauss(0, noise))
        usage = sum(costs.values())
        if day.day == 1:
            costs["Amazon Route 53"] = HOSTED_ZONES
            for service, share in FIRST_OF_MONTH.items():
                costs[service] = max(29.00, share * month_so_far)
            month_so_far = 0.0
        month_so_far += usage
        yield day, costs


def result(day, costs):
    """One element of ResultsByTime. Like the API, it has no total when there are groups."""
    return {
        "TimePeriod": {"Start": str(day), "End": str(day + datetime.timedelta(days=1))},
        "Total": {},
        "Groups": [
            {"Keys": [service, ACCOUNT], "Metrics": {"UnblendedCost": {"Amount": amount(cost), "Unit": "USD"}}}
            for service, cost in sorted(costs.items())
        ],
        "Estimated": day >= FIRST + datetime.timedelta(days=DAYS - 2),
    }


def main(endpoint):
    days = [result(day, costs) for day, costs in daily_costs(random.Random(20261120))]
    attributes = [{"Value": ACCOUNT, "Attributes": {"description": "sample"}}]
    pages = [
        {"ResultsByTime": days[:45], "DimensionValueAttributes": attributes, "NextPageToken": "page-2"},
        {"ResultsByTime": days[45:], "DimensionValueAttributes": attributes},
    ]
    request = urllib.request.Request(
        endpoint.rstrip("/") + "/moto-api/static/ce/cost-and-usage-results",
        data=json.dumps({"account_id": ACCOUNT, "results": pages}).encode(),
        headers={"Content-Type": "application/json"},
        method="POST",
    )
    with urllib.request.urlopen(request, timeout=30) as response:
        if response.status != 201:
            sys.exit(f"the emulator answered {response.status}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
