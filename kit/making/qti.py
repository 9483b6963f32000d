"""A unit as a QTI 2.1 package, which many learning platforms import: a zip with one file for each question."""

from __future__ import annotations

import io
import zipfile
from fractions import Fraction
from html.entities import name2codepoint
from xml.etree import ElementTree as ET

from kit.making.platforms import asked, options, portable, told
from kit.questions.question import LevelsKey, NumberKey, OpenKey, OptionsKey, Question, RewriteKey, Unit
from kit.views.prose import prose_in_line

QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"
PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
BEGINNING = (1980, 1, 1, 0, 0, 0)  # the same questions give the same zip, whenever it is made

RESPONSES = {  # of each kind: how many values a response has, and of what type
    "choice": ("single", "identifier"),
    "choices": ("multiple", "identifier"),
    "number": ("single", "float"),
    "levels": ("multiple", "directedPair"),
    "rewrite": ("single", "string"),
    "open": ("single", "string"),
}


def qti(unit: Unit) -> bytes:
    """The package: a manifest, a test that holds all, and an item for each question that QTI can hold."""
    questions = portable(unit)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as whole:
        put(whole, "imsmanifest.xml", manifest(unit, questions))
        put(whole, "test.xml", test(unit, questions))
        for question in questions:
            put(whole, f"{slug(question)}.xml", item(question))
    return packed.getvalue()


def put(whole: zipfile.ZipFile, name: str, root: ET.Element) -> None:
    if root.tag != "assessmentItem":  # there, blanks between the words of a text would count
        ET.indent(root, " ")
    text = b'<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="utf-8") + b"\n"
    whole.writestr(zipfile.ZipInfo(name, BEGINNING), text)


def slug(question: Question) -> str:
    return f"question-{question.id.replace('.', '-')}"


def manifest(unit: Unit, questions: list[Question]) -> ET.Element:
    """What is in the package."""
    root = ET.Element("manifest", xmlns=PACKAGE, identifier=f"who-says-so-{unit.name}")
    metadata = ET.SubElement(root, "metadata")
    ET.SubElement(metadata, "schema").text = "QTIv2.1 Package"
    ET.SubElement(metadata, "schemaversion").text = "1.0.0"
    ET.SubElement(root, "organizations")
    resources = ET.SubElement(root, "resources")
    listed = [("test", "imsqti_test_xmlv2p1"), *((slug(each), "imsqti_item_xmlv2p1") for each in questions)]
    for name, kind in listed:
        resource = ET.SubElement(resources, "resource", identifier=f"r-{name}", type=kind, href=f"{name}.xml")
        ET.SubElement(resource, "file", href=f"{name}.xml")
        for each in questions if name == "test" else ():
            ET.SubElement(resource, "dependency", identifierref=f"r-{slug(each)}")
    return root


def test(unit: Unit, questions: list[Question]) -> ET.Element:
    """All questions in their order."""
    root = ET.Element("assessmentTest", xmlns=QTI, identifier=f"test-{unit.name}", title=unit.title)
    part = ET.SubElement(root, "testPart", identifier="part", navigationMode="nonlinear", submissionMode="individual")
    section = ET.SubElement(part, "assessmentSection", identifier="section", title=unit.title, visible="true")
    for question in questions:
        ET.SubElement(section, "assessmentItemRef", identifier=slug(question), href=f"{slug(question)}.xml")
    return root


def item(question: Question) -> ET.Element:
    """One question: what a right response is, what it earns, what is shown."""
    root = ET.Element(
        "assessmentItem",
        xmlns=QTI,
        identifier=slug(question),
        title=question.id,
        adaptive="false",
        timeDependent="false",
    )
    cardinality, base = RESPONSES[question.kind]
    response = ET.SubElement(root, "responseDeclaration", identifier="RESPONSE", cardinality=cardinality, baseType=base)
    for name, value in (("SCORE", "0"), ("MAXSCORE", repr(question.points))):
        outcome = ET.SubElement(root, "outcomeDeclaration", identifier=name, cardinality="single", baseType="float")
        ET.SubElement(ET.SubElement(outcome, "defaultValue"), "value").text = value
    ET.SubElement(root, "outcomeDeclaration", identifier="FEEDBACK", cardinality="single", baseType="identifier")
    body = ET.SubElement(root, "itemBody")
    body.append(block(asked(question)))
    interaction(question, response, body)
    processing(question, root)
    shown = ET.SubElement(
        root, "modalFeedback", outcomeIdentifier="FEEDBACK", identifier="why", showHide="show", title="Why"
    )
    shown.append(block(told(question)))
    return root


def interaction(question: Question, response: ET.Element, body: ET.Element) -> None:
    """The control, the right response, and the points of each of its parts."""
    right: list[tuple[str, Fraction]] = []
    wrong: list[tuple[str, Fraction]] = []
    match question.key:
        case OptionsKey() as key:
            several = question.kind == "choices"
            listed = options(key)
            share = question.points / sum(each[2] for each in listed)
            asks = ET.SubElement(
                body, "choiceInteraction", responseIdentifier="RESPONSE", shuffle="false",
                maxChoices="0" if several else "1",
            )  # fmt: skip
            for id, text, is_right, _ in listed:
                asks.append(block(text, "simpleChoice", identifier=id))
                (right if is_right else wrong).append((id, share if is_right else -share if several else Fraction(0)))
        case NumberKey(value=value):
            ET.SubElement(block_in(body), "textEntryInteraction", responseIdentifier="RESPONSE", expectedLength="12")
            right.append((f"{float(value):.10g}", question.points))
        case LevelsKey(cards=cards, steps=steps):
            asks = ET.SubElement(
                body,
                "matchInteraction",
                responseIdentifier="RESPONSE",
                shuffle="false",
                maxAssociations=str(len(cards)),
            )
            left, top = ET.SubElement(asks, "simpleMatchSet"), ET.SubElement(asks, "simpleMatchSet")
            ids = {step.id: f"step-{number}" for number, step in enumerate(steps, 1)}
            for card in cards:
                left.append(block(prose_in_line(card.text), "simpleAssociableChoice", identifier=card.id, matchMax="1"))
                right.append((f"{card.id} {ids[card.steps[0]]}", question.points / len(cards)))
            for step in steps:
                top.append(block(step.name, "simpleAssociableChoice", identifier=ids[step.id], matchMax="0"))
        case RewriteKey() | OpenKey():
            ET.SubElement(body, "extendedTextInteraction", responseIdentifier="RESPONSE", expectedLines="10")
    if right:
        correct = ET.SubElement(response, "correctResponse")
        for response_value, _ in right:
            ET.SubElement(correct, "value").text = response_value
    if right and not isinstance(question.key, NumberKey):
        mapping = ET.SubElement(response, "mapping", lowerBound="0", upperBound=repr(question.points), defaultValue="0")
        for part, points in right + wrong:
            ET.SubElement(mapping, "mapEntry", mapKey=part, mappedValue=f"{float(points):.10g}")


def processing(question: Question, root: ET.Element) -> None:
    """How a response is marked. A person marks prose."""
    if question.kind in ("rewrite", "open"):
        return
    made = ET.SubElement(root, "responseProcessing")
    if isinstance(question.key, NumberKey):
        condition = ET.SubElement(made, "responseCondition")
        near = ET.SubElement(condition, "responseIf")
        tolerance = f"{float(question.key.tolerance):.10g}"
        mode = {"toleranceMode": "absolute", "tolerance": f"{tolerance} {tolerance}"}
        equal = ET.SubElement(near, "equal", mode if question.key.tolerance else {"toleranceMode": "exact"})
        ET.SubElement(equal, "variable", identifier="RESPONSE")
        ET.SubElement(equal, "correct", identifier="RESPONSE")
        score = ET.SubElement(near, "setOutcomeValue", identifier="SCORE")
        ET.SubElement(score, "baseValue", baseType="float").text = repr(question.points)
    else:
        score = ET.SubElement(made, "setOutcomeValue", identifier="SCORE")
        ET.SubElement(score, "mapResponse", identifier="RESPONSE")
    feedback = ET.SubElement(made, "setOutcomeValue", identifier="FEEDBACK")
    ET.SubElement(feedback, "baseValue", baseType="identifier").text = "why"


def block(html: str, name: str = "div", **attributes: str) -> ET.Element:
    """HTML, which our own prose gives as well-formed XML, inside of an element."""
    parser = ET.XMLParser()
    parser.entity.update({entity: chr(code) for entity, code in name2codepoint.items()})
    made = ET.fromstring(f"<{name}>{html}</{name}>", parser)
    made.attrib.update(attributes)
    return made


def block_in(body: ET.Element) -> ET.Element:
    return ET.SubElement(ET.SubElement(body, "div"), "p")
