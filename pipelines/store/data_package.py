"""What an export snapshot says of its files to catalogues: a Frictionless Data Package 2.0 and a DCAT 3 record."""

from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa

from pipelines.store.about import about
from pipelines.store.constraints import Constraints, constraints_of
from pipelines.store.schema import TABLES, Column, Table, arrow_schema, described

PACKAGE_FILE, CATALOGUE_FILE = "datapackage.json", "dcat.jsonld"
MEDIA_TYPE = "application/vnd.apache.parquet"
_DCAT_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_IANA = "https://www.iana.org/assignments/media-types/"
File = Mapping[str, Any]


def data_package(files: Sequence[File]) -> dict[str, Any]:
    """The descriptor of a snapshot with these files of its manifest (table, path, rows, bytes, sha256)."""
    tables, told = {table.name: table for table in described()}, about()
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "communique",
        "title": told["title"],
        "description": f"{told['purpose']} {told['limitations']}",
        "version": told["version"],
        "keywords": [*told["keywords"]],
        "resources": [_resource(tables[file["table"]], file) for file in files],
    }


def _resource(table: Table, file: File) -> dict[str, Any]:
    return {
        "name": table.name,
        "path": file["path"],
        "description": table.comment,
        "format": "parquet",
        "mediatype": MEDIA_TYPE,
        "bytes": file["bytes"],
        "hash": f"sha256:{file['sha256']}",
        "schema": _schema(table),
    }


def _schema(table: Table) -> dict[str, Any]:
    constraints, types = constraints_of(table.name), arrow_schema(table.name)
    told: dict[str, Any] = {"fields": [_field(c, types.field(c.name).type, constraints) for c in table.columns]}
    if constraints.primary_key:
        told["primaryKey"] = [*constraints.primary_key]
    if table.name in TABLES[1:]:
        reference = {"resource": "documents", "fields": ["document_id"]}
        told["foreignKeys"] = [{"fields": ["document_id"], "reference": reference}]
    return told


def _field(column: Column, kind: pa.DataType, constraints: Constraints) -> dict[str, Any]:
    demands: dict[str, Any] = {**constraints.bounds.get(column.name, {})}
    if not column.nullable:
        demands["required"] = True
    if values := constraints.known_values.get(column.name):
        demands["enum"] = [*values]
    told = {"name": column.name, "type": _type(kind), "description": column.comment}
    return {**told, "constraints": demands} if demands else told


def _type(kind: pa.DataType) -> str:
    if pa.types.is_list(kind):
        return "array"
    if pa.types.is_integer(kind):
        return "integer"
    if pa.types.is_floating(kind) or pa.types.is_decimal(kind):
        return "number"
    if pa.types.is_timestamp(kind):
        return "datetime"
    return {pa.date32(): "date", pa.bool_(): "boolean", pa.string(): "string"}[kind]


def catalogue_record(files: Sequence[File]) -> dict[str, Any]:
    """A `dcat:Dataset` in JSON-LD with a `dcat:Distribution` a file; addresses are relative to the snapshot."""
    told = about()
    return {
        "@context": {**_DCAT_CONTEXT},
        "@id": "",
        "@type": "dcat:Dataset",
        "dcterms:title": told["title"],
        "dcterms:description": f"{told['purpose']} {told['limitations']}",
        "dcterms:language": {"@id": "http://id.loc.gov/vocabulary/iso639-1/ru"},
        "dcat:version": told["version"],
        "dcat:keyword": [*told["keywords"]],
        "dcat:distribution": [_distribution(file) for file in files],
    }


def _distribution(file: File) -> dict[str, Any]:
    return {
        "@type": "dcat:Distribution",
        "dcterms:title": file["table"],
        "dcat:downloadURL": {"@id": file["path"]},
        "dcat:mediaType": {"@id": f"{_IANA}{MEDIA_TYPE}"},
        "dcat:byteSize": {"@value": str(file["bytes"]), "@type": "xsd:nonNegativeInteger"},
        "dcterms:conformsTo": {"@id": PACKAGE_FILE},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": {"@value": file["sha256"], "@type": "xsd:hexBinary"},
        },
    }
