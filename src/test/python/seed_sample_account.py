#!/usr/bin/env python3
"""Makes the account of a small web shop in an emulator: some waste, and much that only looks like it.

usage: seed_sample_account.py ENDPOINT       (of a fresh emulator.py; boto3 is enough)

Everything is dated relative to TODAY and moto's ids are seeded, so that two runs make the same account.
"""
import datetime
import json
import sys
import urllib.request

import boto3

ENDPOINT = sys.argv[1]
TODAY = datetime.datetime(2026, 11, 20, 6, 0, 0)
ACCOUNT = "123456789012"
KEYS = {
    "us-east-1": "7c1d2f60-4a52-4a0e-9a55-0c1f4be1a001",
    "eu-west-1": "7c1d2f60-4a52-4a0e-9a55-0c1f4be1a002",
    "ap-southeast-2": "7c1d2f60-4a52-4a0e-9a55-0c1f4be1a003",
}
GP2_IOPS_PER_GIB, GP2_LEAST_IOPS, GP2_MOST_IOPS = 3, 100, 16_000
COST_CENTRES = {"payments": "cc-110", "search": "cc-120", "web": "cc-130", "data": "cc-210", "platform": "cc-300"}


def post(path, body=b""):
    with urllib.request.urlopen(urllib.request.Request(ENDPOINT + path, data=body, method="POST")) as answer:
        assert answer.status == 200, path


def ago(days, hours=0):
    return (TODAY - datetime.timedelta(days=days, hours=hours)).strftime("%Y-%m-%dT%H:%M:%SZ")


class Region:
    def __init__(self, name):
        self.name = name
        client = dict(
            endpoint_url=ENDPOINT, region_name=name, aws_access_key_id="testing", aws_secret_access_key="testing"
        )
        self.ec2 = boto3.client("ec2", **client)
        self.cloudwatch = boto3.client("cloudwatch", **client)
        self.changes = []

    def amend(self, resource_id, tags, **attributes):
        self.changes.append({"id": resource_id, "tags": tags, "attributes": attributes})

    def finish(self):
        post("/costbot/amend", json.dumps(self.changes).encode())

    def instance(
        self, name, kind, team, env, age, stopped=None, root=("gp3", 20), spot=False, zone="a", **tags
    ):
        """An instance with its root volume; `stopped` is how many days ago."""
        market = {"InstanceMarketOptions": {"MarketType": "spot"}} if spot else {}
        made = self.ec2.run_instances(
            ImageId="ami-0c1f7d3e5b2a94861",
            InstanceType=kind,
            MinCount=1,
            MaxCount=1,
            Placement={"AvailabilityZone": self.name + zone},
            **market,
        )["Instances"][0]["InstanceId"]
        attributes = {"launch_time": ago(age, 3)}
        if stopped is not None:
            self.ec2.stop_instances(InstanceIds=[made])
            when = TODAY - datetime.timedelta(days=stopped, hours=2)
            attributes["_reason"] = when.strftime("User initiated (%Y-%m-%d %H:%M:%S GMT)")
        self.amend(made, labels(name, team, env, tags), **attributes)
        described = self.ec2.describe_instances(InstanceIds=[made])["Reservations"][0]["Instances"][0]
        for mapping in described["BlockDeviceMappings"]:
            self.describe_volume(
                mapping["Ebs"]["VolumeId"], root[0], root[1], labels(f"{name}-root" if name else "", team, env, {}), age
            )
        return made

    def describe_volume(self, volume_id, kind, size, tags, age, iops=None, throughput=None):
        if kind == "gp2":
            iops = min(max(size * GP2_IOPS_PER_GIB, GP2_LEAST_IOPS), GP2_MOST_IOPS)
        if kind == "gp3":
            iops, throughput = iops or 3000, throughput or 125
        self.amend(
            volume_id, tags, volume_type=kind, size=size, iops=iops, throughput=throughput, create_time=ago(age, 3)
        )

    def volume(
        self, name, kind, size, team, env, age, on=None, device="/dev/sdf", used=None, encrypted=False, iops=None,
        throughput=None, snapshot=None, zone="a", **tags,
    ):
        """A data volume, on an instance or on nothing; `used` is how many days ago CloudWatch last saw it attached."""
        key = f"arn:aws:kms:{self.name}:{ACCOUNT}:key/{KEYS[self.name]}"
        made = self.ec2.create_volume(
            AvailabilityZone=self.name + zone,
            Size=size,
            **({"Encrypted": True, "KmsKeyId": key} if encrypted else {}),
            **({"SnapshotId": snapshot} if snapshot else {}),
        )["VolumeId"]
        if on:
            self.ec2.attach_volume(VolumeId=made, InstanceId=on, Device=device)
        self.describe_volume(made, kind, size, labels(name, team, env, tags), age, iops, throughput)
        if used is not None:
            for days in range(used, min(used + 5, age)):
                self.cloudwatch.put_metric_data(
                    Namespace="AWS/EBS",
                    MetricData=[
                        {
                            "MetricName": "VolumeReadOps",
                            "Dimensions": [{"Name": "VolumeId", "Value": made}],
                            "Timestamp": TODAY - datetime.timedelta(days=days, hours=1),
                            "Value": 0.0,
                        }
                    ],
                )
        return made

    def snapshot(self, name, team, env, age, of=None, size=None, tier="standard", full=None, description="", **tags):
        """Of a volume that exists, or of one of a size that is gone again."""
        volume = of or self.ec2.create_volume(AvailabilityZone=self.name + "a", Size=size)["VolumeId"]
        made = self.ec2.create_snapshot(VolumeId=volume, Description=description)["SnapshotId"]
        if of is None:
            self.ec2.delete_volume(VolumeId=volume)
        full_size = {} if full is None else {"full_snapshot_size_in_bytes": full * 1024**3}
        self.amend(made, labels(name, team, env, tags), start_time=ago(age, 4), storage_tier=tier, **full_size)
        return made

    def image(self, name, of, age):
        """An image and the snapshot that it needs."""
        image = self.ec2.create_image(InstanceId=of, Name=name)["ImageId"]
        mappings = self.ec2.describe_images(ImageIds=[image])["Images"][0]["BlockDeviceMappings"]
        for mapping in mappings:
            self.amend(mapping["Ebs"]["SnapshotId"], {"Name": name, "team": "platform"}, start_time=ago(age, 4))

    def address(self, number, name, team, env, on=None, **attributes):
        made = self.ec2.allocate_address(Domain="vpc", Address=f"203.0.113.{number}")["AllocationId"]
        if on:
            self.ec2.associate_address(AllocationId=made, InstanceId=on)
        self.amend(made, labels(name, team, env, {}), public_ipv4_pool="amazon", **attributes)


def labels(name, team, env, more):
    """Tags; without a team none but the name, as things look that somebody clicked together."""
    tags = {"Name": name} if name else {}
    if team:
        tags |= {"team": team, "environment": env, "cost-centre": COST_CENTRES[team]}
    return tags | {key.replace("__", ":"): value for key, value in more.items()}


def us_east_1():
    r = Region("us-east-1")
    payments = [
        r.instance(f"payments-api-{n}", "m6i.large", "payments", "prod", 210, root=("gp3", 30), zone=zone)
        for n, zone in ((1, "a"), (2, "b"), (3, "c"))
    ]
    database = r.instance("payments-ledger-db", "r6i.2xlarge", "payments", "prod", 640, root=("gp2", 50))
    search = [r.instance(f"search-node-{n}", "r5.xlarge", "search", "prod", 480, root=("gp2", 100)) for n in (1, 2)]
    reindex = r.instance("search-reindex-tmp", "c5.4xlarge", "search", "dev", 160, stopped=121, root=("gp2", 200))
    shop = [
        r.instance(
            f"shop-web-{n}", "t3.medium", "web", "prod", 12, **{"aws__autoscaling__groupName": "shop-web"}
        )
        for n in (1, 2, 3)
    ]
    r.instance(
        "shop-web-warm", "t3.medium", "web", "prod", 95, stopped=70,
        **{"aws__autoscaling__groupName": "shop-web-warm-pool"},
    )
    r.instance("etl-nightly-spot", "m5.xlarge", "data", "prod", 2, spot=True)
    warehouse = r.instance("warehouse-loader", "m5.2xlarge", "data", "prod", 330, root=("gp2", 80))
    bastion = r.instance("bastion", "t3.micro", "platform", "prod", 700, root=("gp2", 8))
    r.instance("load-test-2026-08", "c6i.8xlarge", "platform", "staging", 100, stopped=88, root=("gp3", 100))
    r.instance("", "t2.large", None, None, 900, stopped=402, root=("gp2", 60))
    r.instance("jenkins-old", "m4.xlarge", None, None, 1100, stopped=38, root=("gp2", 120))
    r.instance("feature-checkout-v3", "t3.large", "payments", "dev", 20, stopped=4)

    old_ledger = r.snapshot(
        "payments-ledger-before-16", "payments", "prod", 395, size=1500, full=1180, description="before PostgreSQL 16"
    )
    ledger = r.volume(
        "payments-ledger-data", "io1", 1500, "payments", "prod", 640, on=database, iops=12000, encrypted=True
    )
    r.volume("payments-ledger-wal", "gp3", 200, "payments", "prod", 640, on=database, device="/dev/sdg", iops=6000,
             throughput=250, encrypted=True)
    for n, node in enumerate(search, start=1):
        r.volume(f"search-index-{n}", "gp2", 1200, "search", "prod", 480, on=node)
    r.volume("search-reindex-scratch", "gp2", 2000, "search", "dev", 160, on=reindex)
    for n, (node, zone) in enumerate(zip(payments, "abc"), start=1):
        r.volume(f"payments-logs-{n}", "gp2", 100, "payments", "prod", 210, on=node, zone=zone)
    r.volume("warehouse-staging", "st1", 4000, "data", "prod", 330, on=warehouse)
    r.volume("warehouse-sort", "gp2", 500, "data", "prod", 330, on=warehouse, device="/dev/sdg")

    r.volume("search-index-old", "gp2", 1200, "search", "prod", 700, used=47)
    r.volume("payments-ledger-restore-test", "io1", 1500, "payments", "staging", 130, iops=8000, encrypted=True,
             snapshot=old_ledger)
    r.volume("", "gp2", 100, None, None, 812)
    r.volume("", "gp2", 8, None, None, 415)
    r.volume("warehouse-2024", "st1", 8000, "data", "prod", 720)
    r.volume("checkout-debug", "gp3", 50, "payments", "dev", 30, used=2)
    r.volume("new-cache-disk", "gp3", 100, "web", "staging", 1)
    r.volume("shop-uploads-copy", "gp3", 300, "web", "dev", 64, used=33, note='${file("/etc/passwd")}')

    for month in (2, 5, 8):
        r.snapshot(f"ledger-monthly-{month}", "payments", "prod", 30 * month, of=ledger, full=1300,
                   description="monthly copy")
    r.snapshot("", None, None, 903, size=60, description="")
    r.snapshot("jenkins before upgrade", None, None, 766, size=120, full=71)
    r.snapshot("warehouse-2023-final", "data", "prod", 1050, size=8000, tier="archive", full=6144)
    r.snapshot("ledger-backup", "payments", "prod", 200, of=ledger, full=1290,
               **{"aws__backup__source-resource": f"arn:aws:ec2:us-east-1:{ACCOUNT}:volume/{ledger}"})
    r.snapshot("search-index-weekly", "search", "prod", 6, size=1200, full=840)
    r.image("shop-web-golden-2025-10", shop[0], 400)
    r.image("bastion-golden", bastion, 690)

    r.address(10, "bastion", "platform", "prod", on=bastion)
    r.address(11, "payments-egress", "payments", "prod", on=payments[0])
    r.address(12, "shop-alb", "web", "prod", service_managed="alb", association_id="eipassoc-0b7c2e91d4f3a6058")
    r.address(13, "search-reindex", "search", "dev", on=reindex)
    r.address(14, "old-vpn", None, None)
    r.address(15, "", None, None)
    r.finish()


def eu_west_1():
    r = Region("eu-west-1")
    shop = [
        r.instance(
            f"shop-web-eu-{n}", "t3.medium", "web", "prod", 9, zone=zone,
            **{"aws__autoscaling__groupName": "shop-web-eu"},
        )
        for n, zone in ((1, "a"), (2, "b"))
    ]
    batch = r.instance("größenrechner-batch", "c5.2xlarge", "data", "prod", 260, root=("gp2", 40))
    reports = r.instance("données-rapports", "m5.large", "data", "staging", 300, stopped=45, root=("gp2", 60))
    r.instance("search-eu-1", "r6g.large", "search", "prod", 150)
    r.instance("demo-for-fair", "t3.xlarge", "web", "dev", 75, stopped=61, note="ask <!channel> before removing")
    r.instance("onboarding-sandbox", "t3.small", "platform", "dev", 14, stopped=9)

    sizes = r.volume("größen-cache", "gp2", 400, "data", "prod", 260, on=batch)
    r.volume("rapports-2025", "gp2", 250, "data", "staging", 300, on=reports, encrypted=True)
    r.volume("shop-eu-media", "gp3", 500, "web", "prod", 260, on=shop[0], throughput=200)
    r.volume("search-eu-index-old", "gp2", 600, "search", "prod", 410, used=71, encrypted=True)
    r.volume("messe-demo", "gp3", 200, "web", "dev", 75)
    r.volume("", "standard", 500, None, None, 1460)
    r.volume("gdpr-export-2026-03", "sc1", 1000, "data", "prod", 245, used=89)
    r.volume("batch-scratch-new", "gp3", 100, "data", "dev", 3, used=1)

    for month in (1, 4, 7, 13):
        r.snapshot(f"größen-{month}", "data", "prod", 30 * month, of=sizes, full=310)
    r.snapshot("gdpr-export-2024", "data", "prod", 800, size=1000, tier="archive", full=640)
    r.snapshot("", None, None, 1300, size=500)
    r.image("shop-web-eu-golden", shop[0], 270)

    r.address(30, "shop-eu-egress", "web", "prod", on=shop[0])
    r.address(31, "messe", "web", "dev")
    r.address(32, "rapports", "data", "staging", on=reports)
    r.finish()


def ap_southeast_2():
    r = Region("ap-southeast-2")
    web = r.instance("shop-web-au-1", "t3.medium", "web", "prod", 90)
    index = r.instance("検索-indexer", "r5.large", "search", "prod", 220, root=("gp2", 50))
    r.instance("pilot-kiosk", "t2.micro", None, None, 540, stopped=333, root=("gp2", 8))

    r.volume("検索-index", "gp2", 300, "search", "prod", 220, on=index)
    r.volume("shop-au-media", "gp3", 250, "web", "prod", 90, on=web)
    r.volume("pilot-kiosk-data", "gp2", 150, None, None, 540)
    r.volume("検索-index-backup", "gp2", 300, "search", "dev", 140, used=58)

    r.snapshot("検索-monthly", "search", "prod", 35, size=300, full=190)
    r.snapshot("pilot-kiosk-final", None, None, 333, size=150, full=20)
    r.snapshot("au-backup", "web", "prod", 120, size=250,
               **{"aws__backup__source-resource": f"arn:aws:ec2:ap-southeast-2:{ACCOUNT}:volume/vol-0d41c8f7e2b95a630"})

    r.address(50, "shop-au-egress", "web", "prod", on=web)
    r.address(51, "pilot-kiosk", None, None)
    r.finish()


post("/moto-api/seed?a=20261120")
us_east_1()
eu_west_1()
ap_southeast_2()
