"""Rules of motions and votes (M-04, M-05): a motion needs a mover; what looks wrong is said, not blocked."""

from collections import Counter

from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.events import MotionAmended, MotionDropped, MotionMade, MotionSeconded, VoteTaken
from hearingdesk.domain.hearing import Hearing, Motion
from hearingdesk.domain.rules.root import check, in_order, need_item, need_member, need_motion, need_session, refuse_if
from hearingdesk.domain.values import Choice, Disposition, MemberVote, MotionResult, VoteMethod


def make_motion(
    hearing: Hearing,
    text: str,
    mover: str,
    items: tuple[str, ...] = (),
    disposition: Disposition | None = None,
    seconder: str = "",
    *,
    second_needed: bool = True,
) -> MotionMade:
    """The text as stated. ``items`` (empty: the one in hand) get the ``disposition`` if it carries."""
    about = items or ((hearing.in_hand,) if disposition and hearing.in_hand else ())
    number = _next_number(hearing)
    event = MotionMade(number, text, mover, about, disposition, seconder, second_needed=second_needed)
    return in_order(hearing, event)


def move_amendment(
    hearing: Hearing, text: str, as_amended: str, mover: str, seconder: str = "", *, second_needed: bool = True
) -> MotionMade:
    """Of the motion before the body; it is voted first, and if it carries the motion reads ``as_amended``."""
    main = need_motion(hearing).number
    says = (_next_number(hearing), text, mover, (), None, seconder, main, as_amended.strip(), second_needed)
    return in_order(hearing, MotionMade(*says))


@check.register
def _(event: MotionMade, hearing: Hearing) -> None:
    need_session(hearing)
    if event.amends:
        main = need_motion(hearing, event.amends)
        refuse_if(main.amends, "An amendment to an amendment is before the body: vote on it, or withdraw it, first.")
        refuse_if(not event.as_amended, "Write how the motion reads if the amendment carries.")
        refuse_if(event.as_amended == main.text, "The motion reads the same as before. Write it with the amendment.")
    else:
        refuse_if(hearing.motion, "A motion is before the body. Record what became of it first.")
    refuse_if(event.motion in {m.number for m in hearing.motions}, f"There is a motion {event.motion} already.")
    refuse_if(not event.text.strip(), "A motion is recorded as stated. Write its words.")
    need_member(hearing, event.mover)
    if event.seconder:
        need_member(hearing, event.seconder)
    for item in event.items:
        need_item(hearing, item)


def accept_amendment(hearing: Hearing, text: str, offered_by: str) -> MotionAmended:
    """A friendly amendment to the motion before the body, which reads ``text`` from here on; no vote is taken on it."""
    return in_order(hearing, MotionAmended(need_motion(hearing).number, text.strip(), offered_by))


@check.register
def _(event: MotionAmended, hearing: Hearing) -> None:
    motion = need_motion(hearing, event.motion)
    need_member(hearing, event.offered_by)
    refuse_if(not event.text, "Write how the motion reads now.")
    refuse_if(event.text == motion.text, "The motion reads the same as before. Write it with the amendment.")


def second_motion(hearing: Hearing, seconder: str) -> MotionSeconded:
    return in_order(hearing, MotionSeconded(need_motion(hearing).number, seconder))


@check.register
def _(event: MotionSeconded, hearing: Hearing) -> None:
    motion = need_motion(hearing, event.motion)
    refuse_if(motion.seconder, f"{hearing.member(motion.seconder).name} has seconded the motion already.")
    need_member(hearing, event.seconder)


def take_vote(
    hearing: Hearing,
    method: VoteMethod,
    votes: tuple[MemberVote, ...] = (),
    result: MotionResult | None = None,
    motion: int = 0,
    *,
    division: bool = False,
) -> VoteTaken:
    """``result`` is what the chair announced; on a roll call it may be left to the count (a tie fails).

    ``motion`` 0 is the one before the body; a number corrects the vote recorded on that motion, or is the ``division``
    called for after a voice vote.
    """
    number = motion or need_motion(hearing).number
    announced = result or (_counted(votes) if method is VoteMethod.ROLL_CALL else None)
    if announced is None:
        raise OutOfOrder("Say how the vote came out: carried or failed.")
    return in_order(hearing, VoteTaken(number, method, announced, votes, division))


@check.register
def _(event: VoteTaken, hearing: Hearing) -> None:
    motion = _known(hearing, event.motion)
    if motion.result is None:
        need_session(hearing)
    amending = motion.result is None and any(m.amends == motion.number and m.result is None for m in hearing.motions)
    refuse_if(amending, "An amendment to it is before the body. Vote on that, or record that it was withdrawn, first.")
    by_voice = motion.vote is not None and motion.vote.method is VoteMethod.VOICE
    refuse_if(event.division and not by_voice, "A division is called on a voice vote. Record that first.")
    refuse_if(motion.result and not motion.vote, f"Motion {motion.number} was never voted on.")
    by_vote = event.result in (MotionResult.CARRIED, MotionResult.FAILED)
    refuse_if(not by_vote, "A vote carries or fails. Withdrawn, or without a second, is no vote.")
    by_name = event.method is VoteMethod.ROLL_CALL
    refuse_if(event.division and not by_name, "A division is recorded by name. Take the votes by roll call.")
    refuse_if(by_name and not event.votes, "A roll-call vote names every member's vote.")
    twice = [m for m, n in Counter(vote.member for vote in event.votes).items() if n > 1]
    refuse_if(twice, f"{hearing.member(twice[0]).name if twice else ''} is down for two votes.")
    for vote in event.votes:
        need_member(hearing, vote.member)


def drop_motion(hearing: Hearing, result: MotionResult) -> MotionDropped:
    """Withdrawn, or failed for want of a second."""
    return in_order(hearing, MotionDropped(need_motion(hearing).number, result))


@check.register
def _(event: MotionDropped, hearing: Hearing) -> None:
    motion = need_motion(hearing, event.motion)
    voted = event.result in (MotionResult.CARRIED, MotionResult.FAILED)
    refuse_if(voted, "A motion carries or fails by a vote. Record the vote.")
    seconded = event.result is MotionResult.NO_SECOND and motion.seconder
    refuse_if(seconded, "The motion has been seconded.")


def doubts_about_vote(
    hearing: Hearing, votes: tuple[MemberVote, ...], result: MotionResult | None = None
) -> tuple[str, ...]:
    """What the clerk should look at before recording the vote; none of it blocks (M-04)."""
    doubts = _doubts_about_motion(hearing, hearing.motion) if hearing.motion else []
    if not hearing.has_quorum:
        doubts.append(f"No quorum: {len(hearing.present)} present, {hearing.body.quorum} needed.")
    recused = {vote.member for vote in votes if vote.choice is Choice.RECUSED}
    left = len(hearing.present - recused)
    if recused and hearing.has_quorum and left < hearing.body.quorum:
        doubts.append(
            f"Without who is recused {left} are there, and {hearing.body.quorum} are a quorum. "
            "Whether a recused member counts is for the rule of this body."
        )
    cast = (Choice.AYE, Choice.NO, Choice.ABSTAIN)
    absent = [hearing.member(v.member).name for v in votes if v.choice in cast and v.member not in hearing.present]
    if absent:
        doubts.append(f"Not present, yet voting: {', '.join(absent)}.")
    away = (Choice.EXCUSED, Choice.ABSENT)
    gone = [hearing.member(v.member).name for v in votes if v.choice in away and v.member in hearing.present]
    if gone:
        doubts.append(f"Present, yet down as excused or absent: {', '.join(gone)}.")
    silent = hearing.present - {vote.member for vote in votes}
    if votes and silent:
        doubts.append(f"Present, yet without a vote: {', '.join(sorted(hearing.member(m).name for m in silent))}.")
    if votes and result and result is not _counted(votes):
        doubts.append(f"By count the motion has {_counted(votes).value}; announced was {result.value}.")
    return tuple(doubts)


def _doubts_about_motion(hearing: Hearing, motion: Motion) -> list[str]:
    doubts = []
    if not motion.seconder and motion.second_needed:
        doubts.append("Nobody has seconded the motion.")
    if motion.mover == motion.seconder:
        doubts.append(f"{hearing.member(motion.mover).name} is mover and seconder.")
    away = [m for m in (motion.mover, motion.seconder) if m and m not in hearing.present]
    if away:
        doubts.append(f"Not present, yet moving or seconding: {', '.join(hearing.member(m).name for m in away)}.")
    return doubts


def _known(hearing: Hearing, number: int) -> Motion:
    found = next((motion for motion in hearing.motions if motion.number == number), None)
    if found is None:
        raise OutOfOrder(f"There is no motion {number}.")
    return found


def _next_number(hearing: Hearing) -> int:
    return max((motion.number for motion in hearing.motions), default=0) + 1


def _counted(votes: tuple[MemberVote, ...]) -> MotionResult:
    ayes = sum(vote.choice is Choice.AYE for vote in votes)
    noes = sum(vote.choice is Choice.NO for vote in votes)
    return MotionResult.CARRIED if ayes > noes else MotionResult.FAILED
