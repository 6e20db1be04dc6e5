"""May this go on the record? Every act of a hearing by its name; hearing scripts use these names."""

from hearingdesk.domain.rules.agenda import (
    change_limit,
    close_testimony,
    dispose_of,
    extend_cap,
    notice_agenda,
    resume_item,
    suspend_item,
    take_up,
)
from hearingdesk.domain.rules.conduct import note_conduct
from hearingdesk.domain.rules.corrections import lift_strike, strike_entry
from hearingdesk.domain.rules.floor import (
    call_next,
    call_speaker,
    change_interpreter,
    end_turn,
    grant_time,
    resume_clock,
    speaker_not_present,
    start_turn,
    stop_clock,
)
from hearingdesk.domain.rules.heard import add_concern, raise_concern, state_position, withdraw_concern, write_summary
from hearingdesk.domain.rules.life import continue_hearing, leave_record_open, reopen_testimony
from hearingdesk.domain.rules.motions import drop_motion, make_motion, second_motion, take_vote
from hearingdesk.domain.rules.ordering import reorder_queue
from hearingdesk.domain.rules.pooling import cede_time, reclaim_time
from hearingdesk.domain.rules.registration import (
    correct_registration,
    import_sign_ups,
    move_speaker,
    register_speaker,
    return_speaker,
    withdraw_speaker,
)
from hearingdesk.domain.rules.session import (
    adjourn,
    call_roll,
    call_to_order,
    member_arrives,
    member_departs,
    prepare_hearing,
    recess,
    reconvene,
)

__all__ = [
    "add_concern",
    "adjourn",
    "call_next",
    "call_roll",
    "call_speaker",
    "call_to_order",
    "cede_time",
    "change_interpreter",
    "change_limit",
    "close_testimony",
    "continue_hearing",
    "correct_registration",
    "dispose_of",
    "drop_motion",
    "end_turn",
    "extend_cap",
    "grant_time",
    "import_sign_ups",
    "leave_record_open",
    "lift_strike",
    "make_motion",
    "member_arrives",
    "member_departs",
    "move_speaker",
    "note_conduct",
    "notice_agenda",
    "prepare_hearing",
    "raise_concern",
    "recess",
    "reclaim_time",
    "reconvene",
    "register_speaker",
    "reopen_testimony",
    "reorder_queue",
    "resume_clock",
    "resume_item",
    "return_speaker",
    "second_motion",
    "speaker_not_present",
    "start_turn",
    "state_position",
    "stop_clock",
    "strike_entry",
    "suspend_item",
    "take_up",
    "take_vote",
    "withdraw_concern",
    "withdraw_speaker",
    "write_summary",
]
