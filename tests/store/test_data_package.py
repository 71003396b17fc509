"""The Data Package and the DCAT record of a snapshot: valid by the published profiles, and true of the files."""

import copy
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from published_schemas import breaches
from warehouse_rows import build, row

from pipelines.store import schema
from pipelines.store.data_package import CATALOGUE_FILE, PACKAGE_FILE, data_package
from pipelines.store.exports import export
from pipelines.store.odcs import FILE as CONTRACT_FILE
from pipelines.store.odcs import data_contract


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("home")
    return export(home, build(home, *((table, row(table)) for table in schema.FACT_TABLES)), "one").folder


def _read(file: Path) -> Any:
    return json.loads(file.read_text("utf-8"))


def test_the_package_keeps_the_profiles(snapshot: Path) -> None:
    package = _read(snapshot / PACKAGE_FILE)
    assert breaches("datapackage-2.0", package) == []
    for resource in package["resources"]:
        assert breaches("tableschema-2.0", resource["schema"]) == [], resource["name"]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda p: p.pop("resources"),
        lambda p: p["resources"][0].update(hash="sha256 of it"),
        lambda p: p["resources"][0].update(path="/etc/passwd"),
        lambda p: p["resources"][0]["schema"]["fields"][0].update(type="varchar"),
    ],
    ids=["no resources", "no hash", "a path out of the package", "unknown type"],
)
def test_the_profile_would_tell(spoil: Callable[[dict[str, Any]], object]) -> None:
    spoiled = copy.deepcopy(data_package([{"table": "visits", "path": "a", "bytes": 1, "sha256": "ab"}]))
    assert breaches("datapackage-2.0", spoiled) == []
    spoil(spoiled)
    assert breaches("datapackage-2.0", spoiled) != []


def test_resources_are_the_files(snapshot: Path) -> None:
    resources = _read(snapshot / PACKAGE_FILE)["resources"]
    assert [r["name"] for r in resources] == list(schema.TABLES)
    for resource in resources:
        data = (snapshot / resource["path"]).read_bytes()
        assert resource["bytes"] == len(data) and resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
        assert [f["name"] for f in resource["schema"]["fields"]] == pq.read_schema(snapshot / resource["path"]).names


def test_keys_lead_to_documents(snapshot: Path) -> None:
    schemas = {r["name"]: r["schema"] for r in _read(snapshot / PACKAGE_FILE)["resources"]}
    assert schemas["documents"]["primaryKey"] == ["document_id"] and "foreignKeys" not in schemas["documents"]
    (key,) = schemas["visits"]["foreignKeys"]
    assert key == {"fields": ["document_id"], "reference": {"resource": "documents", "fields": ["document_id"]}}


def test_the_catalogue_record_names_every_file(snapshot: Path) -> None:
    """Terms are those of DCAT 3 and SPDX, each with a prefix that the context explains."""
    record = _read(snapshot / CATALOGUE_FILE)
    assert record["@type"] == "dcat:Dataset" and record["dcterms:title"] and record["dcterms:description"]
    told = {
        d["dcat:downloadURL"]["@id"]: d["spdx:checksum"]["spdx:checksumValue"]["@value"]
        for d in record["dcat:distribution"]
    }
    assert told == {f["path"]: f["sha256"] for f in _read(snapshot / "manifest.json")["files"]}
    terms = {key for key in _keys(record) if not key.startswith("@")}
    assert {term.split(":")[0] for term in terms} <= set(record["@context"])


def _keys(told: Any) -> set[str]:
    if isinstance(told, list):
        return set().union(*map(_keys, told))
    if not isinstance(told, dict):
        return set()
    return set().union(*(({key} | _keys(value)) for key, value in told.items() if key != "@context"))


def test_the_contract_goes_with_the_snapshot(snapshot: Path) -> None:
    assert (snapshot / CONTRACT_FILE).read_text("utf-8") == data_contract()
