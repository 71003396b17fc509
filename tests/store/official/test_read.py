"""Files of official statistics: both headers of UN Comtrade, SDMX-CSV of both versions, wrong rows named by line."""

from pathlib import Path

import pytest

from pipelines.store.official.read import OfficialFileError, read_official

OLD = (
    "Classification,Year,Period,Period Desc.,Aggregate Level,Is Leaf Code,Trade Flow Code,Trade Flow,Reporter Code,Reporter,Reporter ISO,"
    "Partner Code,Partner,Partner ISO,Commodity Code,Commodity,Trade Value (US$),CIF Trade Value (US$),FOB Trade Value (US$),Flag"
)
NEW = "typeCode,freqCode,refYear,period,reporterISO,flowCode,partnerISO,partner2Code,cmdCode,customsCode,motCode,cifvalue,fobvalue,primaryValue"
SDMX = "DATAFLOW,FREQ,REF_AREA,INDICATOR,COUNTERPART_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MULT"
SDMX2 = "STRUCTURE,STRUCTURE_ID,ACTION,COUNTRY,INDICATOR,COUNTERPART_COUNTRY,FREQUENCY,TIME_PERIOD,OBS_VALUE,SCALE"


def _file(folder: Path, *lines: str) -> Path:
    path = folder / "official.csv"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


ROWS = {
    # header, row; figures as "reporter partner flow product valuation first..last value"
    "Comtrade of old": (
        OLD, "H4,2019,2019,2019,0,0,2,Export,112,Belarus,BLR,31,Azerbaijan,AZE,TOTAL,All Commodities,180400000,,,0",
        ["BLR AZE export goods FOB 2019-01-01..2019-12-31 180400000"],
    ),
    "Comtrade of today, imports with their value FOB": (
        NEW, "C,A,2020,2020,BLR,M,AZE,0,TOTAL,C00,0,35200000,32800000,35200000",
        ["BLR AZE import goods CIF 2020-01-01..2020-12-31 35200000", "BLR AZE import goods FOB 2020-01-01..2020-12-31 32800000"],
    ),
    "a month": (NEW, "C,M,2020,202002,BLR,X,AZE,0,TOTAL,C00,0,,,1000", ["BLR AZE export goods FOB 2020-02-01..2020-02-29 1000"]),
    "re-exports": (NEW, "C,A,2020,2020,BLR,RX,AZE,0,TOTAL,C00,0,,,1000", ["BLR AZE re_export goods FOB 2020-01-01..2020-12-31 1000"]),
    "a product of ours": (NEW, "C,A,2020,2020,BLR,X,W00,0,2710,C00,0,,,1000", ["BLR WLD export oil_products FOB 2020-01-01..2020-12-31 1000"]),
    "SDMX-CSV, alpha-2 codes, millions": (
        SDMX, "IMF:DOT(1.0),A,BY,TXG_FOB_USD,AZ,2020,394.35,6", ["BLR AZE export goods FOB 2020-01-01..2020-12-31 394350000.00"],
    ),
    "SDMX-CSV 2.0 of the IMF today: SCALE is for display": (
        SDMX2, "dataflow,IMF.STA:IMTS(1.0.0),R,BLR,MG_CIF_USD,AZE,Q,2020-Q2,52800000,6", ["BLR AZE import goods CIF 2020-04-01..2020-06-30 52800000"],
    ),
    "SDMX-CSV with labels, parted by semicolons": (
        SDMX.replace("FREQ", "FREQ: Frequency").replace("REF_AREA", "REF_AREA: Area").replace(",", ";"),
        "IMF:DOT(1.0);M: Monthly;BY: Belarus;TMG_FOB_USD: Imports;AZ: Azerbaijan;2020-M03;2.5;6: Millions",
        ["BLR AZE import goods FOB 2020-03-01..2020-03-31 2500000.0"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("header", "line", "figures"), ROWS.values(), ids=ROWS.keys())
def test_a_row_is_read(tmp_path: Path, header: str, line: str, figures: list[str]) -> None:
    read = read_official(_file(tmp_path, header, line))
    told = [f"{' '.join(f.series)} {f.days.start}..{f.days.end} {f.value}" for f in read.figures]
    assert (told, read.problems, dict(read.passed_over)) == (figures, [], {})


PASSED_OVER = [
    # a row of today's Comtrade, why it is not compared
    ("C,A,2020,2020,BLR,X,AZE,0,TOTAL,C01,0,,,1", "part of a total that has a row of its own"),
    ("C,A,2020,2020,BLR,X,AZE,643,TOTAL,C00,0,,,1", "part of a total that has a row of its own"),
    ("C,A,2020,2020,BLR,X,AZE,0,0203,C00,0,,,1", "commodities that are none of our products"),
    ("C,A,2020,2020,BLR,FM,AZE,0,TOTAL,C00,0,,,1", "flow or indicator FM"),
    ("C,A,2020,2020,BLR,X,_X,0,TOTAL,C00,0,,,1", "areas that are no single country"),
    ("S,A,2020,2020,BLR,X,AZE,0,TOTAL,C00,0,,,1", "trade in services"),
    ("C,A,2020,2020,BLR,M,BLR,0,TOTAL,C00,0,,,1", "trade of a country with itself"),
]


@pytest.mark.parametrize(("line", "reason"), PASSED_OVER)
def test_what_is_not_compared_is_counted(tmp_path: Path, line: str, reason: str) -> None:
    read = read_official(_file(tmp_path, NEW, line))
    assert (read.figures, read.problems, dict(read.passed_over)) == ([], [], {reason: 1})


WRONG = [
    ("C,A,2020,2020,BLR,X,AZE,0,TOTAL,C00,0,,,1 000", "no number: '1 000'"),
    ("C,A,2020,2020,BLR,X,AZE,0,TOTAL,C00,0,,,-1", "no value of trade: '-1'"),
    ("C,A,2020,2020,BLR,X,AZE,0,TOTAL,C00,0,,,", "no number: ''"),
    ("C,A,,202013,BLR,X,AZE,0,TOTAL,C00,0,,,1", "no period: '202013'"),
    ("C,A,2020,2020,,X,AZE,0,TOTAL,C00,0,,,1", "no country code"),
    ("C,A,2020,2020,BLR", "no flow or indicator"),
]


@pytest.mark.parametrize(("line", "reason"), WRONG)
def test_a_wrong_row_is_named_and_the_others_are_read(tmp_path: Path, line: str, reason: str) -> None:
    sound = "C,A,2020,2020,BLR,X,AZE,0,TOTAL,C00,0,,,1000"
    path = _file(tmp_path, NEW, sound, "", line, sound.replace("2020", "2021"))
    read = read_official(path)
    assert len(read.figures) == 2
    assert len(read.problems) == 1 and read.problems[0].startswith(f"{path}:4: {reason}")


@pytest.mark.parametrize(("lines", "said"), [(["a,b,c"], "no header of a known format"), ([], "empty")])
def test_a_file_of_no_known_format_says_what_is_needed(tmp_path: Path, lines: list[str], said: str) -> None:
    path = tmp_path / "official.csv"
    path.write_text("\n".join(lines))
    with pytest.raises(OfficialFileError, match=said):
        read_official(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(OfficialFileError, match=r"gone\.csv"):
        read_official(tmp_path / "gone.csv")
