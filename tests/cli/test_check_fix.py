"""`align check --fix`, --min-probability and --info."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from tests.cli.project import BAD, GOOD, WRONG, found, put, run, said

FIX_KO = (
    "입력 2024.11.05\n\n양국은 지난달 30일 오슬로에서 협정에 서명했다. 예산은 1270억원이다. 김도현 장관은 참석자가 3만5000명이라고 말했다. "
    "김도현 장관은 7일 출국한다.\n\n사업비는 300억원이다.\n"
)
FIX_EN = (
    "The two countries signed the pact in Oslo on Oct. 3. The budget is $127 billion. Minister Kim Do-hyun said 350,000 people "
    "attended. Minister Kim Do-hyeon leaves on Thursday the 8th.\n\nThe project costs 3 billion won.\n"
)


def test_what_is_right_stays_as_it_is(here: Path) -> None:
    before = Path(GOOD[1]).read_bytes()
    result = run(*GOOD, "--fix")
    assert (result.exit_code, result.stderr) == (0, "")
    assert Path(GOOD[1]).read_bytes() == before


def test_without_the_option_nothing_is_written(here: Path) -> None:
    run(*WRONG)
    assert Path(WRONG[1]).read_text(encoding="utf-8") == BAD


def test_a_date_is_repaired_and_the_pair_is_clean(here: Path) -> None:
    result = run(*WRONG, "--fix")
    assert result.exit_code == 0
    assert said(result) == "align: articles/bad.en.md: 1 replacement written\n"
    assert Path(WRONG[1]).read_text(encoding="utf-8") == BAD.replace("Nov. 8", "Nov. 6")
    assert result.stdout.startswith("no findings")


def test_names_and_a_date_beside_a_weekday_are_never_written(here: Path) -> None:
    put("fix.ko.txt", FIX_KO)
    put("fix.en.txt", FIX_EN)
    result = run("fix.ko.txt", "fix.en.txt", "--fix")
    text = Path("fix.en.txt").read_text(encoding="utf-8")
    for old, new in (("Oct. 3", "Oct. 30"), ("$127 billion", "127 billion won"), ("350,000", "35,000")):
        assert new in text
        text = text.replace(new, old)
    assert text.replace("30 billion won", "3 billion won") == FIX_EN
    assert "Kim Do-hyeon leaves on Thursday the 8th" in text
    assert "name-drift" in result.stdout
    assert "date-conflict" in result.stdout


def test_what_is_silenced_is_not_repaired(here: Path) -> None:
    (finding,) = found(*WRONG)
    put("align.toml", f'[[check.silence]]\nfingerprint = "{finding["fingerprint"]}"\nreason = "wanted"\n')
    run(*WRONG, "--fix")
    assert Path(WRONG[1]).read_text(encoding="utf-8") == BAD
    Path("align.toml").unlink()
    run(*WRONG, "--baseline", "known.json", "--write-baseline")
    run(*WRONG, "--baseline", "known.json", "--fix")
    assert Path(WRONG[1]).read_text(encoding="utf-8") == BAD


def test_files_of_alignments_are_left_alone(here: Path) -> None:
    from tests.cli.project import align

    align("pair", *WRONG, "-o", "a.tmx")
    before = Path("a.tmx").read_bytes()
    assert run("a.tmx", "--fix").exit_code == 1
    assert Path("a.tmx").read_bytes() == before


def test_the_least_probability(here: Path) -> None:
    likely = found(*WRONG)[0]["probability"]
    assert isinstance(likely, float)
    assert found(*WRONG, "--min-probability", str(likely)) != []
    assert found(*WRONG, "--min-probability", "1") == []
    put("align.toml", "[check]\nmin-probability = 1\n")
    assert found(*WRONG) == []
    assert found(*WRONG, "--min-probability", "0") != []
    assert run(*WRONG, "--min-probability", "2").exit_code == 2
    put("align.toml", "[check]\nmin-probability = 2\n")
    assert "min-probability has to be a number from 0 to 1" in said(run(*WRONG))


def test_infos_are_shown_in_a_pipe_and_with_info(here: Path) -> None:
    put("align.toml", '[check]\nseverity = {date-conflict = "info"}\n')
    assert "info[date-conflict]" in run(*WRONG).stdout
    assert "info[date-conflict]" in run(*WRONG, "--info").stdout
    shown = run(*WRONG, "--no-info").stdout
    assert shown.startswith("1 info (infos not shown: --info)\n")
    assert json.loads(run(*WRONG, "--no-info", "--format", "json").stdout)["findings"]


def test_the_project_is_repaired_as_a_whole(here: Path) -> None:
    from tests.cli.project import PAIRS

    shutil.rmtree("articles")
    Path("articles").mkdir()
    from tests.cli.project import KO

    for name in ("a", "b"):
        put(f"articles/{name}.ko.md", KO)
        put(f"articles/{name}.en.md", BAD)
    put("align.toml", PAIRS)
    result = run("--fix")
    assert result.exit_code == 0
    assert said(result).count("1 replacement written") == 2
