#!/usr/bin/python3
"""One filing the main way over SOAP with zeep, a foreign client, used as it is.

usage: main_way.py BASE_URL ACCOUNTS_FILE REQUEST_JSON SAMPLE_JSON MATERIALS_DIR
Prints one JSON line with what was reached; exits non-zero on any fault.
"""
import base64
import json
import sys
import urllib.request
import uuid

from zeep import Client, Settings
from zeep.wsse.username import UsernameToken

base, accounts_file, request_file, sample_file, materials = sys.argv[1:6]
WSDL = base + "/ws/registration/v1?wsdl"
SETTINGS = Settings(strict=True)

with open(accounts_file, encoding="utf-8") as lines:
    passwords = {line.split("\t")[0]: line.split("\t")[1].strip() for line in lines}


def service(account, password):
    return Client(WSDL, wsse=UsernameToken(account, password), settings=SETTINGS).service


def change_password(account, present, wanted):
    body = json.dumps({"present": present, "wanted": wanted}).encode()
    secret = base64.b64encode(f"{account}:{present}".encode()).decode()
    call = urllib.request.Request(base + "/api/platform/v1/me/password", data=body, method="PUT")
    call.add_header("Authorization", "Basic " + secret)
    call.add_header("Content-Type", "application/json")
    urllib.request.urlopen(call).close()


with open(request_file, encoding="utf-8") as text:
    request = json.load(text)
with open(sample_file, encoding="utf-8") as text:
    sample = json.load(text)

unique = uuid.uuid4().hex[:8]
name = f"样例{unique}驻青岛办事处"
request.update(name=name, headAccount="soap-" + unique)
request["dispatcher"].update(name=f"样例{unique}人民政府", uscc=None)
form = sample["form"]
form.update(name=name, dispatcher=request["dispatcher"])
for row in form["head"]["cv"]:
    for end in ("from", "to"):
        # zeep takes a gYearMonth as year, month and zone
        row[end] = row[end] and (*map(int, row[end].split("-")), None)
form["nameApproval"]["name"] = name
form["letter"]["name"] = name

clerk = service("clk", passwords["clk"])
opened = clerk.openOffice(idempotencyKey=unique, **request)
head_account, one_time = opened.headAccount, opened.oneTimePassword
chosen = "a long enough password " + uuid.uuid4().hex[:8]
change_password(head_account, one_time, chosen)

head = service(head_account, chosen)
case = head.createApplication(idempotencyKey=unique, officeId=opened.office.id)
case = head.putForm(id=case.id, expectedVersion=case.version, form=form)
for material in sample["materials"]:
    case = head.putMaterial(
        id=case.id,
        expectedVersion=case.version,
        code=material["code"],
        documentNo=material["documentNo"],
        documentDate=material["documentDate"],
    )
    for file_name in material["files"]:
        with open(f"{materials}/{file_name}", "rb") as content:
            case = head.addFile(
                id=case.id,
                expectedVersion=case.version,
                code=material["code"],
                fileName=file_name,
                content=content.read(),
            )


def fire(person, event, **more):
    return person.fireStep(id=case.id, expectedVersion=case.version, step={"event": event, **more})


assert head.precheckApplication(id=case.id).ready
case = fire(head, "SUBMIT")
reviewer = service("rev", passwords["rev"])
leader = service("ldr", passwords["ldr"])
case = fire(clerk, "CLAIM")
case = fire(
    clerk,
    "TICK",
    contents=["NAME", "NATURE", "MAIN_BUSINESS", "ESTABLISHMENT_LEVEL", "STAFFING_QUOTA"],
)
warnings = case.review.warnings
if warnings:
    case = fire(clerk, "ANSWER", answers=[{"no": w.no, "text": "已核实"} for w in warnings])
case = fire(clerk, "ACCEPT", text="材料齐全")
case = fire(clerk, "SEND_TO_REVIEW", text="拟同意")
case = fire(reviewer, "CLAIM")
case = fire(reviewer, "AGREE", text="同意，报批")
case = fire(leader, "CLAIM")
case = fire(leader, "APPROVE", text="准予备案")
office = clerk.getOffice(id=opened.office.id)
row = clerk.listCertificates(officeId=opened.office.id)["items"][0]
certificate = clerk.claimCertificate(id=row.id, expectedVersion=row.version)
certificate = clerk.printCertificate(
    id=certificate.id,
    expectedVersion=certificate.version,
    forms=[{"copyId": copy.id, "formNo": f"{unique}-{copy.copyNo}"} for copy in certificate.copies],
)
for printed in (
    clerk.getCertificateDocument(id=certificate.id, kind="original"),
    clerk.getCertificateDocument(id=certificate.id, kind="receipt"),
    head.getDocument(id=case.id, kind="acceptance"),
    clerk.getDocument(id=case.id, kind="form", reason="核对盖章"),
):
    assert printed.mediaType == "application/pdf" and printed.fileName.endswith(".pdf")
    assert bytes(printed.content).startswith(b"%PDF-"), printed.fileName
print(
    json.dumps(
        {
            "state": case.state,
            "registrationNo": case.registrationNo,
            "certificateNo": case.certificateNo,
            "decisionNo": case.decisionNo,
            "status": office.status,
        },
        ensure_ascii=False,
    )
)
