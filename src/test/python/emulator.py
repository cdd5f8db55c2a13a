#!/usr/bin/env python3
"""AWS for the tests: moto's server, and a way to give resources a past.

usage: emulator.py [PORT] [--until-stdin-closes]

Without a port it takes a free one. When it is ready it prints the one line `http://127.0.0.1:PORT`. With the flag it
ends when its standard input does, so that it cannot outlive the tests that started it.

moto creates everything "now". `POST /costbot/amend` sets attributes of what exists:

    [{"id": "vol-0a1b", "attributes": {"create_time": "2026-01-31T08:00:00Z"}, "tags": {"aws:backup:source": "x"}}]

The attributes are those of moto's own objects (create_time, start_time, launch_time, _reason, storage_tier ...); text
that reads as a UTC time becomes one. Tags set here may begin with "aws:", as only AWS itself may do. An unknown id is a
400, so that a test cannot back-date nothing.
"""
import datetime
import json
import os
import re
import sys
import threading

# Or else some 650 foreign images with their snapshots look as if the account owned them.
os.environ["MOTO_EC2_LOAD_DEFAULT_AMIS"] = "false"

from moto.ec2.models import ec2_backends  # noqa: E402 - moto reads the environment when it is imported
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app  # noqa: E402
from werkzeug.serving import WSGIRequestHandler, make_server  # noqa: E402

UTC_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def find(resource_id):
    """The moto object with this id and its region's backend, whatever account it lives in."""
    for regions in list(ec2_backends.values()):
        for backend in list(regions.values()):
            for store in (backend.volumes, backend.snapshots, backend.amis):
                if resource_id in store:
                    return store[resource_id], backend
            for address in backend.addresses:
                if address.allocation_id == resource_id:
                    return address, backend
            for reservation in backend.reservations.values():
                for instance in reservation.instances:
                    if instance.id == resource_id:
                        return instance, backend
    raise KeyError(resource_id)


def amend(changes):
    for change in changes:
        target, backend = find(change["id"])
        for name, value in change.get("attributes", {}).items():
            if isinstance(value, str) and UTC_TIME.fullmatch(value):
                value = datetime.datetime.strptime(value, "%Y-%m-%dT%H:%M:%SZ")  # naive UTC, as moto keeps them
            target.__dict__[name] = value
        backend.tags[change["id"]].update(change.get("tags", {}))


class Emulator:
    def __init__(self, moto):
        self.moto = moto

    def __call__(self, environ, start_response):
        if environ["PATH_INFO"] != "/costbot/amend":
            return self.moto(environ, start_response)
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        try:
            amend(json.loads(body))
            status, answer = "200 OK", b"{}"
        except KeyError as missing:
            status, answer = "400 Bad Request", json.dumps({"unknown": str(missing)}).encode()
        start_response(status, [("Content-Type", "application/json"), ("Content-Length", str(len(answer)))])
        return [answer]


class QuietHandler(WSGIRequestHandler):
    def log_request(self, *_):
        pass


def end_with_stdin():
    sys.stdin.read()
    os._exit(0)


if __name__ == "__main__":
    ports = [int(argument) for argument in sys.argv[1:] if argument.isdigit()]
    if "--until-stdin-closes" in sys.argv:
        threading.Thread(target=end_with_stdin, daemon=True).start()
    application = Emulator(DomainDispatcherApplication(create_backend_app))
    server = make_server(
        "127.0.0.1", ports[0] if ports else 0, application, threaded=True, request_handler=QuietHandler
    )
    print(f"http://127.0.0.1:{server.port}", flush=True)
    server.serve_forever()
