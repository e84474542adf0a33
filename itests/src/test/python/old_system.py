#!/usr/bin/python3
"""What an old system gets over SOAP with zeep, a foreign client, used as it is.

usage: old_system.py BASE_URL ACCOUNT SECRET [CALL ...]
Prints one JSON line: of each call the number of offices it saw, or the code of its fault.
"""
import base64
import datetime
import json
import sys
import urllib.error
import urllib.request

from zeep import Client, Settings
from zeep.exceptions import Fault
from zeep.wsse.username import UsernameToken

base, account, secret = sys.argv[1:4]
WSDL = base + "/ws/registration/v1?wsdl"
client = Client(WSDL, settings=Settings(strict=True))


def call(token, operation="listOffices", **arguments):
    client.wsse = token
    try:
        answer = client.service[operation](**arguments)
        return len(answer["items"]) if operation == "listOffices" else 0
    except Fault as fault:
        return fault.detail.find(".//{urn:liaison:platform:v1}code").text


def digest(name=account, password=secret, **more):
    return UsernameToken(name, password, use_digest=True, **more)


def rest():
    request = urllib.request.Request(base + "/api/registration/v1/offices")
    login = base64.b64encode(f"{account}:{secret}".encode()).decode()
    request.add_header("Authorization", "Basic " + login)
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status
    except urllib.error.HTTPError as refusal:
        return refusal.code


other = secret[:-1] + ("A" if secret[-1] != "A" else "B")
now = datetime.datetime.now(datetime.timezone.utc).replace(tzinfo=None)
once = {"nonce": "once " + account, "created": now}
calls = {
    "text": lambda: call(UsernameToken(account, secret)),
    "digest": lambda: call(digest(**once)),
    "again": lambda: call(digest(**once)),
    "wrongDigest": lambda: call(digest(password=other)),
    "wrongText": lambda: call(UsernameToken(account, other)),
    "unknown": lambda: call(digest(name="nobody.at.all")),
    "late": lambda: call(digest(created=now - datetime.timedelta(minutes=6))),
    "push": lambda: call(
        UsernameToken(account, secret),
        "createApplication",
        idempotencyKey=account,
        officeId="none",
    ),
    "poll": lambda: call(UsernameToken(account, secret), "listChanges", after=0),
    "rest": rest,
}
print(json.dumps({name: calls[name]() for name in sys.argv[4:] or calls}))
