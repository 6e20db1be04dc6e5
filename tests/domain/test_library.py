"""The shipped profiles and concern sets say what the domain rules say, and a broken file says what is wrong with it."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from hearingdesk.domain.profile import LateSlips, OrderPolicy, Pooling, RuleProfile
from hearingdesk.domain.values import After, Concern, ConcernKind, MinutesLevel, Series
from hearingdesk.library import ConcernSet, Library, LibraryFault

MINUTE = timedelta(minutes=1)
SHIPPED = Library()
PROFILES = SHIPPED.profiles().found
SETS = SHIPPED.concern_sets().found
LIMITS = {
    "milwaukee_fpc": (5, 5, None, 5),
    "wisconsin_generic": (3, 3, None, 10),
    "california_brown_act": (3, 3, None, 10),
    "quasi_judicial_zoning": (5, 10, None, 15),
    "capped_comment_30": (3, 3, 3, 3),
}


def test_five_profiles_ship_and_all_can_be_read() -> None:
    assert set(PROFILES) == set(LIMITS)
    assert SHIPPED.profiles().faults == ()


@pytest.mark.parametrize("name", LIMITS)
def test_limits_are_those_of_the_table(name: str) -> None:
    profile = PROFILES[name]
    limits = (profile.base_limit, profile.group_limit, profile.official_limit, profile.applicant_limit)
    assert limits == tuple(None if minutes is None else minutes * MINUTE for minutes in LIMITS[name])
    assert profile.floor == (2 if name == "quasi_judicial_zoning" else 1) * MINUTE
    assert profile.cap == (30 * MINUTE if name == "capped_comment_30" else None)
    assert profile.rebuttal_limit == (5 * MINUTE if name == "quasi_judicial_zoning" else None)


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
def test_every_profile_is_a_fair_start(profile: RuleProfile) -> None:
    assert profile.source == "Based on public pages read in November 2026; confirm with your attorney."
    assert profile.pooling is Pooling.OFF
    assert profile.interpretation_factor == 2
    assert not profile.name_required
    assert not profile.address_requested


def test_what_else_sets_the_profiles_apart() -> None:
    zoning, fpc = PROFILES["quasi_judicial_zoning"], PROFILES["milwaukee_fpc"]
    assert (zoning.oath_required, zoning.late_slips, zoning.order) == (True, LateSlips.CHAIRS_LEAVE, OrderPolicy.MANUAL)
    assert (fpc.sign_up_closes, fpc.remote_closes) == ("", "24 h before")
    assert fpc.minutes_level is MinutesLevel.NAMES
    assert PROFILES["wisconsin_generic"].minutes_level is MinutesLevel.SUMMARY


@pytest.mark.parametrize(
    ("name", "entries", "keys"),
    [
        ("surveillance", 25, "PRIV MISID HUMERR ABUSE BIAS CIVLIB IMMIG SHARE OVERS"),
        ("land_use", 22, "TRAF PARK DENS HEIGHT CHAR STORM DISPL HOUS NOTICE"),
        ("budget", 22, "TAX POLUP POLDN ALTSAF HOUSE LIB PARKS STREET EQUITY"),
    ],
)
def test_a_concern_set_is_whole_and_lies_on_the_number_keys(name: str, entries: int, keys: str) -> None:
    concerns = SETS[name].concern
    assert [c.code for c in concerns[-2:]] == ["OTHER", "NONE"]
    assert len(concerns) == entries + 2
    assert all(c.label and c.definition for c in concerns)
    on_keys = sorted((c for c in concerns if c.key), key=lambda c: c.key)
    assert [c.code for c in on_keys] == keys.split()
    assert [c.key for c in on_keys] == list(range(1, 10))
    assert {c.kind for c in concerns} == set(ConcernKind)


def test_a_concern_is_read_as_written() -> None:
    misid = next(c for c in SETS["surveillance"].concern if c.code == "MISID")
    definition = "The technology names the wrong person (false match), whatever follows from it."
    assert misid == Concern("MISID", "Misidentification", ConcernKind.CONCERN, definition, 2)


def own(data: Path, kind: str, name: str, text: str) -> Library:
    (data / kind).mkdir(exist_ok=True)
    (data / kind / f"{name}.toml").write_text(text, encoding="utf-8")
    return Library(data)


def test_a_file_of_ones_own_stands_for_the_shipped_one(tmp_path: Path) -> None:
    library = own(tmp_path, "profiles", "wisconsin_generic", 'title = "Ours"\nbase_limit = 00:04:00\n')
    assert library.profile("wisconsin_generic").base_limit == 4 * MINUTE
    assert library.profiles().found["wisconsin_generic"].title == "Ours"
    assert Library().profile("wisconsin_generic").base_limit == 3 * MINUTE


def test_a_profile_may_give_only_what_differs(tmp_path: Path) -> None:
    text = 'based_on = "milwaukee_fpc"\ntitle = "Lakemont"\nbase_limit = "none"\n'
    profile = own(tmp_path, "profiles", "lakemont", text).profile("lakemont")
    assert (profile.name, profile.title, profile.base_limit) == ("lakemont", "Lakemont", None)
    assert profile.minutes_level is MinutesLevel.NAMES


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("base_limit = ", "Invalid value"),
        ("base_limit = 00:05:00", "`title` is missing"),
        ('title = "x"\nbase_limt = 00:05:00', "“base_limt” is not known here"),
        ('title = "x"\nbase_limit = "five"', "base_limit: Invalid ISO8601 duration"),
        ('title = "x"\norder = "loudest"', "order: Invalid enum value 'loudest'"),
        ('title = "x"\n[[retention]]\ntitle = "Slips"\nkeep = "ages"', "“ages” is no length; write it like 7 years"),
        ('title = "x"\n[[retention]]\ntitle = "Slips"\nkeep = "1 day"\nafter = "lunch"', "Invalid enum value 'lunch'"),
        ('title = "x"\nbased_on = "../secret"', "hearingdesk does not ship"),
        ('title = "x"\nbase_limit = 00:05:00\ninterpretation_factor = 99999999999999999999', "write 1 to 4"),
        (f"title = {'[' * 9_999}", "recursion"),
    ],
)
def test_a_broken_profile_is_named_with_its_fault(tmp_path: Path, text: str, why: str) -> None:
    library = own(tmp_path, "profiles", "ours", text)
    with pytest.raises(LibraryFault, match=r"ours\.toml cannot be used") as told:
        library.profile("ours")
    assert why in str(told.value)
    assert "Nothing was changed" in str(told.value)
    assert "ours" not in library.profiles().found
    assert library.profiles().faults == (str(told.value),)
    assert set(library.profiles().found) == set(LIMITS)


def test_bytes_that_are_no_text_are_a_broken_file(tmp_path: Path) -> None:
    library = own(tmp_path, "profiles", "ours", "")
    (tmp_path / "profiles" / "ours.toml").write_bytes(b"\xff\xfe\x00title")
    with pytest.raises(LibraryFault, match="cannot be used"):
        library.profile("ours")


CONCERN = '[[concern]]\ncode = "{}"\nlabel = "x"\nkey = {}\n'


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (CONCERN.format("A", 1) + CONCERN.format("A", 2), "the code A stands there twice"),
        (CONCERN.format("A", 1) + CONCERN.format("B", 1), "the key 1 is given twice"),
        (CONCERN.format("A", 10), "the key 10 is given twice, or is none of 1 to 9"),
        ("", "`concern` is missing"),
    ],
)
def test_a_concern_set_that_cannot_be_pressed_is_refused(tmp_path: Path, text: str, why: str) -> None:
    library = own(tmp_path, "concerns", "ours", f'title = "Ours"\n{text}')
    with pytest.raises(LibraryFault, match=r"ours\.toml cannot be used") as told:
        library.concerns("ours")
    assert why in str(told.value)


def test_an_unknown_name_tells_the_known_ones() -> None:
    with pytest.raises(LibraryFault, match=r"no concern set “zoning”.*budget, land_use, surveillance"):
        SHIPPED.concerns("zoning")


# What is changed on a screen


HOSTILE = [
    'a "quoted" \\ title',
    "line\nbreak\ttab",
    "<b>Ünïcödé</b> 漢字 🙂",
    "'''",
    '"""',
    "# no comment = 1",
    "[x]",
    "none",
    "",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_profile_is_read_as_it_was_kept(tmp_path: Path, text: str) -> None:
    library = Library(tmp_path)
    changed = replace(
        SHIPPED.profile("quasi_judicial_zoning"),
        name="ours",
        title=text,
        source=text,
        letterhead_notice=text,
        base_limit=None,
        cap=timedelta(hours=2, seconds=5),
        warn_at=timedelta(seconds=45),
        pooling=Pooling.GROUP,
        pooling_ceiling=timedelta(minutes=10),
        grants_in_minutes=True,
        minutes_level=MinutesLevel.NAMES,
        retention=(Series(text, "90 days", After.APPROVAL, text), Series("Minutes")),
    )
    library.keep_profile(changed)
    assert Library(tmp_path).profile("ours") == changed
    assert library.own("profiles") == {"ours"}


@pytest.mark.parametrize("text", HOSTILE)
def test_a_concern_set_is_read_as_it_was_kept(tmp_path: Path, text: str) -> None:
    kept = ConcernSet("ours", text, (Concern("A", text, ConcernKind.BENEFIT, text, 9), Concern("B", "b")), text)
    Library(tmp_path).keep_concerns(kept)
    assert Library(tmp_path).concerns("ours") == kept


def test_every_shipped_file_survives_being_kept(tmp_path: Path) -> None:
    library = Library(tmp_path)
    for profile in PROFILES.values():
        library.keep_profile(profile)
        assert library.profile(profile.name) == profile
    for one in SETS.values():
        library.keep_concerns(one)
        assert library.concerns(one.name) == one


def test_a_name_is_made_that_no_file_has(tmp_path: Path) -> None:
    library = own(tmp_path, "profiles", "plan_commission", 'title = "x"')
    assert library.free_name("profiles", "Plan Commission!") == "plan_commission_2"
    assert library.free_name("profiles", "Wisconsin generic") == "wisconsin_generic_2"
    assert library.free_name("concerns", "../../漢字") == "concern"


def test_what_is_ones_own_is_removed_and_what_is_shipped_is_not(tmp_path: Path) -> None:
    library = own(tmp_path, "profiles", "ours", 'title = "x"')
    library.remove("profiles", "ours")
    assert library.own("profiles") == frozenset()
    with pytest.raises(LibraryFault, match="came with hearingdesk"):
        library.remove("profiles", "wisconsin_generic")
    assert SHIPPED.profile("wisconsin_generic").title


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "profiles").write_text("a file in the way", encoding="utf-8")
    with pytest.raises(LibraryFault, match="Nothing was changed"):
        Library(tmp_path).keep_profile(SHIPPED.profile("wisconsin_generic"))


def test_a_file_of_ones_own_cannot_go_below_the_law(tmp_path: Path) -> None:
    (tmp_path / "profiles").mkdir()
    file = tmp_path / "profiles" / "ours.toml"
    file.write_text('based_on = "california_brown_act"\ninterpretation_factor = 1\n', encoding="utf-8")
    with pytest.raises(LibraryFault, match="at least twice the time"):
        Library(tmp_path).profile("ours")


def test_a_cutoff_that_nobody_understands_is_said(tmp_path: Path) -> None:
    (tmp_path / "profiles").mkdir()
    file = tmp_path / "profiles" / "ours.toml"
    file.write_text('based_on = "milwaukee_fpc"\nsign_up_closes = "sometime"\n', encoding="utf-8")
    with pytest.raises(LibraryFault, match="sign_up_closes: This reads as no time"):
        Library(tmp_path).profile("ours")
