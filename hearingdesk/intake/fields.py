"""What a sign-up can say, and the words by which column headings of the world say it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from hearingdesk.domain.names import folded


class Field(StrEnum):
    """A field of a sign-up; the value is what the command line calls it."""

    NAME = "name"
    GIVEN_NAME = "given_name"
    SURNAME = "surname"
    SCREEN_NAME = "screen_name"
    ITEM = "item"
    ITEM_TITLE = "item_title"
    POSITION = "position"
    SPEAKING = "speaking"
    REGISTERING_ONLY = "registering_only"
    ORGANISATION = "organisation"
    TITLE = "title"
    SELF = "self"
    PLACE = "place"
    EMAIL = "email"
    PHONE = "phone"
    STREET = "street"
    RECEIVED = "received"
    MODE = "mode"
    INTERPRETER = "interpreter"
    LANGUAGE = "language"
    PRONUNCIATION = "pronunciation"
    NEED = "need"
    NOTE = "note"
    WITHHOLD_NAME = "withhold_name"
    MINOR = "minor"
    PARENTS_CHOICE = "parents_choice"
    ADDRESS_RESTRICTED = "address_restricted"
    CAPACITY = "capacity"
    STATUS = "status"
    ID = "id"

    @property
    def word(self) -> str:
        return self.value.replace("_", " ")


@dataclass(frozen=True, slots=True)
class Words:
    """How a field's column is headed: ``known`` headings, squeezed, the likeliest first; ``asked``, a pattern."""

    known: tuple[str, ...]
    asked: str = ""


def squeezed(heading: str) -> str:
    """A heading without case, accents, spaces and signs: ``# E-mail Address`` is ``emailaddress``."""
    return folded(heading).replace(" ", "")


def known_as(heading: str, words: Mapping[str, Words]) -> tuple[str, float]:
    """The field a heading is known for and how surely, 0 to 1; an empty field where it is unknown."""
    plain = squeezed(heading)
    for field, said in words.items():
        if plain in said.known:
            return field, 1 - 0.002 * said.known.index(plain)
    spaced = folded(heading)
    for field, said in words.items():
        if said.asked and re.search(said.asked, spaced):
            return field, 0.6 if len(spaced) < 40 else 0.5
    return "", 0


def recognised(cells: Sequence[str], words: Mapping[str, Words]) -> int:
    """How many different fields these headings name."""
    return len({known_as(cell, words)[0] for cell in cells if cell.strip()} - {""})


def headings(text: str) -> tuple[str, ...]:
    """Headings, squeezed, for lists of them in the source; the likeliest stands first."""
    return tuple(text.split())


# The order matters for the patterns: what is asked for most precisely comes first.
SIGN_UP_WORDS: Mapping[str, Words] = {
    Field.PARENTS_CHOICE: Words(
        headings("parentschoice guardianschoice parentalchoice nameparentschoice parentconsentname"),
        r"\b(parent|guardian)s?\b.*\b(name|choice|choose|shown)\b",
    ),
    Field.ADDRESS_RESTRICTED: Words(
        headings("addressrestricted restrictedaddress safeathome addressconfidential confidentialaddress"),
        r"\b(safe at home|(restrict\w*|confidential|protected) address|address (is )?(restrict|confiden|protect))",
    ),
    Field.MINOR: Words(
        headings("minor isminor underage under18 isunder18 youth menor menordeedad"),
        r"\b(a minor|under (the age of )?(18|eighteen)|under age|younger than 18)\b",
    ),
    Field.REGISTERING_ONLY: Words(
        headings(
            "registeringonly registeronly rbnt registeredbutnottestifying registeredonly notestimony nottestifying "
            "notspeaking positiononly recordonly notwishingtospeak donotwishtospeak"
        ),
        r"\b(not (wish|want|plan|intend)\w* to (speak|testify)|register\w* (only|but not)|(not|without) (speaking"
        r"|testifying))\b",
    ),
    Field.ITEM: Words(
        headings(
            "agendaitem item itemnumber itemnum itemno agendaitemnumber agendanumber billname bill billnumber billno "
            "filenumber fileno file matterfile matter casenumber caseno case docketnumber docket resolution ordinance "
            "legislation agendatopic topic subject asunto punto puntodelorden"
        ),
        r"\b(agenda item|which (agenda )?(item|bill|topic|hearing)|(item|bill|file|case|docket) (number|no)\b"
        r"|what item)",
    ),
    Field.ITEM_TITLE: Words(
        headings("itemtitle agendaitemtitle billtitle mattertitle mattername itemname itemdescription")
    ),
    Field.POSITION: Words(
        headings(
            "position stance positiononitem yourposition positionasregistered foragainst foragainston "
            "foragainstneutral supportoppose "
            "supportopposeneutral supportoroppose procon proconother sign testimonyposition opinion sentiment "
            "posicion postura"
        ),
        r"\b(support|oppos(e|ed|ing|ition)|in favou?r|stance|(your|what) position)\b"
        r"|\b(for( or)? against|pro( or)? con)\b",
    ),
    Field.INTERPRETER: Words(
        headings(
            "interpreter interpreterneeded needinterpreter interpreterrequested interpretation languageassistance "
            "interprete"
        ),
        r"\binterpret",
    ),
    Field.LANGUAGE: Words(
        headings("language interpreterlanguage preferredlanguage spokenlanguage idioma"), r"\blanguage\b"
    ),
    Field.SPEAKING: Words(
        headings(
            "speaking wishestospeak wishtospeak wanttospeak speak willspeak testifying testify willtestify "
            "requesttospeak "
            "oraltestimony registeredtospeak speakingatmeeting"
        ),
        r"\b(wish|want|like|plan|intend|going|request\w*|sign\w* up) to (speak|testify|give (oral )?testimony)\b"
        r"|\bwill you (speak|testify)",
    ),
    Field.PRONUNCIATION: Words(
        headings("pronunciation phonetic phoneticspelling namepronunciation"), r"\b(pronounc|pronunciation|phonetic)"
    ),
    Field.EMAIL: Words(headings("email emailaddress mail correo correoelectronico"), r"\be ?mail\b"),
    Field.PHONE: Words(
        headings(
            "phone phonenumber telephone telephonenumber tel mobile cell cellphone daytimephone contactnumber telefono"
        ),
        r"\b(tele)?phone\b|\bmobile (number|no)\b",
    ),
    Field.ORGANISATION: Words(
        headings(
            "organization organisation org organizationname representing representation representingorganization "
            "affiliation "
            "agency onbehalfof company companyname employer business firm association entity group organizacion"
        ),
        r"\b(organi[sz]ation|represent\w*|affiliat\w*|on behalf of|company|employer)\b",
    ),
    Field.STREET: Words(
        headings(
            "address streetaddress street homeaddress mailingaddress residentialaddress address1 addressline1 direccion"
        ),
        r"\baddress\b",
    ),
    Field.PLACE: Words(
        headings(
            "place city town cityofresidence residence neighborhood neighbourhood district councildistrict "
            "aldermanicdistrict "
            "ward municipality community hometown citystate location ciudad barrio"
        ),
        r"\b(city|town|neighbou?rhood|district|ward|where do you live|resid\w+)\b",
    ),
    Field.RECEIVED: Words(
        headings(
            "received timestamp registrationtime registrationdate submitted submittedat submissiondate submissiontime "
            "completiontime starttime receivedat timereceived datereceived dateandtime datetime createdat signuptime "
            "signedupat registeredat datesubmitted dateregistered marcatemporal"
        ),
        r"\b(time stamp|(date|time) (received|submitted|registered)|(submitted|received|registered) (on|at))\b",
    ),
    Field.MODE: Words(
        headings(
            "mode participationmethod participation howattending attendancetype attending inpersonorremote "
            "inpersonorvirtual speakingmethod"
        ),
        r"\b(in person|virtual(ly)?|remote(ly)?|how will you (attend|participate|speak|testify|join))\b",
    ),
    Field.NEED: Words(
        headings(
            "need needs accommodation accommodations accommodationneeds accessibility accessibilityneeds "
            "specialneeds ada adaaccommodation"
        ),
        r"\b(accommodation|accessib|disabilit|assistive)",
    ),
    Field.WITHHOLD_NAME: Words(
        headings("withholdname isanonymous anonymous namewithheld hidename"), r"\b(withhold|anonymous|hide my name)\b"
    ),
    Field.GIVEN_NAME: Words(
        headings("givenname firstname first givennames forename fname firstnames nombres"), r"\b(first|given) name"
    ),
    Field.SURNAME: Words(
        headings("surname lastname last familyname lname surnames apellido apellidos"),
        r"\b(last name|surname|family name)",
    ),
    Field.SCREEN_NAME: Words(headings("usernameoriginalname screenname displayname zoomname nameoriginalname nameraw")),
    Field.SELF: Words(headings("self speaksforself onownbehalf representingself selfonly")),
    Field.CAPACITY: Words(headings("capacity speakertype isstaff staff rolegroup speakercategory")),
    Field.TITLE: Words(headings("honorific salutation prefix jobtitle roletitle title role occupation")),
    Field.STATUS: Words(headings("approvalstatus registrationstatus status")),
    Field.ID: Words(
        headings(
            "registrationid externalid id registrantid submissionid responseid entryid confirmationnumber "
            "confirmationid uuid guid speakerid testimonyid"
        )
    ),
    Field.NOTE: Words(
        headings(
            "note notes comment comments yourcomment remark remarks statement message writtencomment concern "
            "comentario comentarios"
        ),
        r"\b(comments?|remarks|statement|anything else)\b",
    ),
    Field.NAME: Words(
        headings(
            "fullname name2 fullwitnessname witnessname speakername nameofspeaker yourfullname yourname name "
            "nameclean asprinted "
            "printedname printname pleaseprintname firstandlastname firstlastname namefirstandlast namefirstlast "
            "registrantname "
            "attendeename participantname commentername testifiername witness speaker registrant attendee "
            "participant testifier "
            "commenter presenter person citizen username nombre nombrecompleto"
        ),
        r"^(?!.*\b(country|organi[sz]ation|company|event|meeting|webinar|file|form|item|group|host"
        r"|committee)\b).*\bname\b",
    ),
}
