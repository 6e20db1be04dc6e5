"""Who could vote when: M-04 and M-05 by their own words."""

from hearingdesk.domain import rules
from hearingdesk.domain.evolve import fold
from hearingdesk.domain.members import present_at
from hearingdesk.domain.rules.motions import doubts_about_vote
from hearingdesk.domain.values import Choice, Disposition, MemberVote, VoteMethod
from hearingdesk.domain.wording import words
from tests.builders import Evening, in_session


def moved(evening: Evening) -> None:
    evening.act(rules.make_motion, text="To adopt.", mover="brennan", seconder="ortega")


def votes(*members: str) -> tuple[MemberVote, ...]:
    return tuple(MemberVote(member, Choice.AYE) for member in members)


def test_who_left_at_ten_past_eight_cannot_vote_at_a_quarter_past_without_a_warning() -> None:
    evening = in_session()
    evening.act(rules.member_arrives, member="haddad")
    evening.wait(130 * 60)
    evening.act(rules.member_departs, member="xiong")
    evening.wait(5 * 60)
    moved(evening)
    assert doubts_about_vote(evening.hearing, votes("brennan", "ortega", "haddad")) == ()
    cast = votes("brennan", "ortega", "haddad", "xiong")
    assert doubts_about_vote(evening.hearing, cast) == ("Not present, yet voting: Mai Xiong.",)
    evening.act(rules.take_vote, method=VoteMethod.ROLL_CALL, votes=cast)
    assert evening.hearing.motions[0].vote is not None, "warned of, and never blocked"


def test_who_came_back_may_vote_again() -> None:
    evening = in_session()
    evening.act(rules.member_departs, member="xiong")
    evening.act(rules.member_arrives, member="xiong", remote=True)
    moved(evening)
    assert doubts_about_vote(evening.hearing, votes("brennan", "ortega", "xiong")) == ()


def test_a_vote_without_a_quorum_or_by_a_mover_who_is_gone_is_warned_of() -> None:
    evening = in_session()
    moved(evening)
    left = evening.act(rules.member_departs, member="ortega")
    assert words(left, evening.hearing) == "Luis Ortega left; the quorum is lost"
    assert set(doubts_about_vote(evening.hearing, votes("brennan", "xiong"))) == {
        "No quorum: 2 present, 3 needed.",
        "Not present, yet moving or seconding: Luis Ortega.",
    }


def test_who_is_there_and_down_as_away_is_asked_about() -> None:
    evening = in_session()
    moved(evening)
    cast = (*votes("brennan", "ortega"), MemberVote("xiong", Choice.EXCUSED))
    assert doubts_about_vote(evening.hearing, cast) == ("Present, yet down as excused or absent: Mai Xiong.",)


def test_who_was_there_at_a_vote_goes_by_who_came_and_went_until_then() -> None:
    evening = in_session()
    at = []
    for rule, member in ((rules.member_arrives, "haddad"), (rules.member_departs, "xiong")):
        at.append(evening.now)
        evening.wait(60)
        evening.act(rule, member=member)
    there = [sorted(present_at(evening.hearing, moment)) for moment in (*at, evening.now)]
    assert there == [
        ["brennan", "ortega", "xiong"],
        ["brennan", "haddad", "ortega", "xiong"],
        ["brennan", "haddad", "ortega"],
    ]


def test_a_vote_corrected_to_failed_leaves_the_item_as_it_was_found() -> None:
    evening = in_session()
    evening.act(rules.dispose_of, item="2", disposition=Disposition.REFERRED)
    how = {"items": ("2",), "disposition": Disposition.ADOPTED}
    evening.act(rules.make_motion, text="To adopt.", mover="brennan", seconder="ortega", **how)
    for choice, became in (
        (Choice.AYE, Disposition.ADOPTED),
        (Choice.NO, Disposition.REFERRED),
        (Choice.AYE, Disposition.ADOPTED),
        (Choice.NO, Disposition.REFERRED),
    ):
        cast = tuple(MemberVote(member, choice) for member in ("brennan", "ortega", "xiong"))
        evening.act(rules.take_vote, method=VoteMethod.ROLL_CALL, votes=cast, motion=1)
        assert evening.hearing.items["2"].disposition is became
    assert fold(evening.hearing.entries) == evening.hearing


def test_a_recusal_that_leaves_fewer_than_a_quorum_is_asked_about() -> None:
    evening = in_session()
    moved(evening)
    cast = (*votes("brennan", "ortega"), MemberVote("xiong", Choice.RECUSED, "lives next door"))
    (doubt,) = doubts_about_vote(evening.hearing, cast)
    assert doubt.startswith("Without who is recused 2 are there, and 3 are a quorum.")
    evening.act(rules.member_arrives, member="haddad")
    assert doubts_about_vote(evening.hearing, (*cast, *votes("haddad"))) == ()
