"""The invented people of the sample hearing, in the order in which they are called."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Person:
    """Who speaks. ``marks`` are concern codes in the order raised, ``stated`` a position other than the slip's.

    ``walk_in`` is the local time at which a paper slip came in; empty for somebody on the online list.
    """

    name: str
    place: str
    position: str
    marks: tuple[str, ...] = ()
    summary: str = ""
    organisation: str = ""
    stated: str = ""
    walk_in: str = ""
    mode: str = "in_person"
    language: str = ""
    together_with: str = ""
    on_behalf_of: str = ""
    title: str = ""
    name_shown: str = ""
    pronunciation: str = ""
    need: str = ""


SPEAKERS = (
    Person(
        "Nguyễn Thị Hạnh",
        "Old Harbor",
        "O",
        ("PRIV", "CONSENT"),
        "Said that residents never agreed to have their faces searched and learned of the trial from the news.",
        pronunciation="nwin tee hahn",
    ),
    Person(
        "Deshawn Pettway",
        "Northgate",
        "O",
        ("MISID", "WRONGARR", "BIAS"),
        "Said that a wrong match had led to a relative's arrest elsewhere, and that such errors fall mostly on Black "
        "residents.",
    ),
    Person(
        "María García",
        "Cedar Flats",
        "O",
        ("IMMIG", "TRUST"),
        "Said that families will stop calling the police if a photograph can end up with immigration authorities.",
        language="Spanish",
    ),
    Person(
        "Eleanor Brandvold",
        "Granary Hill",
        "O",
        ("OVERS", "TRANSP"),
        "Asked the commission to publish every search made so far and who approved it.",
    ),
    Person(
        "Pa Houa Vang",
        "Mill Bluff",
        "O",
        ("PRIV", "CIVLIB"),
        "Said that elders who fled from being watched do not wish to be watched at community gatherings.",
        organisation="Lakemont Hmong Women's Circle",
        pronunciation="pah hoo-ah vah",
    ),
    Person(
        "Jerome Okafor",
        "Tannery Row",
        "S",
        ("SOLVE", "VICTIM"),
        "Said that a family member's case was solved with a photo search and asked the commission to keep the tool.",
    ),
    Person(
        "Yūsuf al-Khaṭīb",
        "Old Harbor",
        "O",
        ("ABUSE", "IMMIG"),
        "Said that police data systems have been used to look up private persons and asked for regular audits.",
        pronunciation="YOO-suf al kha-TEEB",
    ),
    Person(
        "Tomasz Wiśniewski",
        "South Prairie",
        "N",
        ("SOLVE", "MISID", "GUARD"),
        "Said that the tool has helped in homicide cases, and that a second person should review every match.",
        stated="M",
    ),
    Person(
        "Latoya Greenwood",
        "Northgate",
        "O",
        ("YOUTH", "PRIV"),
        "Said that pictures of schoolchildren posted online could be searched without their parents knowing.",
        together_with="Andre Greenwood",
    ),
    Person(
        "Nhia Yer Moua",
        "Mill Bluff",
        "O",
        ("PRIV", "TRUST"),
        "Said that trust in the police, built over many years, would be lost.",
        walk_in="17:31",
        pronunciation="nee-ah yeh moo-ah",
    ),
    Person(
        "Bridget O'Halloran",
        "Eastlake",
        "O",
        ("LEGAL", "CIVLIB", "OVERS"),
        "Asked the commission to require a warrant, and said that state law leaves it a say in the policy.",
        organisation="Lakemont Civil Liberties Forum",
    ),
    Person(
        "Leïla Benmoussa",
        "Tannery Row",
        "O",
        ("BIAS", "MISID"),
        "Said that women who cover their hair are matched wrongly more often.",
        pronunciation="LAY-la ben-MOO-sa",
    ),
    Person(
        "Gerald Stubbe",
        "Granary Hill",
        "O",
        ("COST", "EFFECT"),
        "Said that the money would do more as detectives' hours, and that lawsuits over wrong arrests would cost more.",
        mode="remote_phone",
    ),
    Person(
        "Precious Adebayo",
        "Cedar Flats",
        "O",
        ("ABUSE", "SHARE"),
        "Said that no contract can keep an outside vendor from using the photographs for its own ends.",
    ),
    Person(
        "Kao Zong Thao",
        "Mill Bluff",
        "O",
        ("CIVLIB", "CREEP"),
        "Said that students stay away from rallies when they expect to be identified afterwards.",
        organisation="Lakemont Student Union",
    ),
    Person(
        "Ingrid Sørensen",
        "Eastlake",
        "O",
        ("RETAIN", "SHARE"),
        "Said that booking photographs of people never convicted should not be handed over or kept.",
        mode="remote_video",
    ),
    Person(
        "Carlos Villanueva Peña",
        "Cedar Flats",
        "O",
        ("IMMIG", "SHARE"),
        "Asked the commission to forbid any sharing with federal agencies.",
        language="Spanish",
    ),
    Person(
        "Dorothy Kaczmarek",
        "South Prairie",
        "S",
        ("OFFSAFE", "SOLVE"),
        "Said that officers are safer when they know whom they are looking for.",
        need="Seat near the microphone",
    ),
    Person(
        "Maria Garcia",
        "Mill Bluff",
        "O",
        ("HUMERR", "OVERS"),
        "Said that people trust a machine's answer too readily and that nobody outside the department checks.",
        walk_in="17:38",
    ),
    Person(
        "Tenzin Wangmo",
        "",
        "O",
        ("ABUSE",),
        "Said that somebody with access to police systems had once used them to find the speaker's address.",
        name_shown="withheld",
    ),
    Person(
        "Malik Jefferson-Reyes",
        "Northgate",
        "O",
        ("BIAS", "TRUST", "PROCESS"),
        "Said that a hearing after the trial had already run is not how trust is made.",
        walk_in="17:40",
    ),
    Person(
        "Quỳnh Trần",
        "Old Harbor",
        "O",
        ("MISID", "BIAS"),
        "Said that published tests show more false matches for Asian and Black faces.",
    ),
    Person(
        "",
        "",
        "O",
        ("TRUST", "BAN"),
        "Asked the commission to prohibit the technology altogether.",
        walk_in="17:44",
    ),
    Person(
        "Roland Eckhardt",
        "South Prairie",
        "N",
        ("NONE",),
        "Asked when the written comments will be posted.",
        walk_in="17:46",
    ),
    Person(
        "Amina Warsame",
        "Northgate",
        "O",
        ("PRIV", "BIAS", "YOUTH"),
        "Said that young people are photographed at every turn and cannot take their faces back.",
    ),
    Person(
        "Dominic Szymański",
        "Old Harbor",
        "O",
        ("TRUST", "IMMIG"),
        "Said that parish members ask whether it is safe to come to public events.",
        organisation="Old Harbor Parish Council",
        title="Rev.",
    ),
    Person(
        "Zeynep Aydın",
        "Tannery Row",
        "O",
        ("CONSENT", "RETAIN"),
        "Said that a face, unlike a password, cannot be changed after a breach.",
    ),
    Person(
        "Curtis Bellweather",
        "Granary Hill",
        "S",
        ("VICTIM", "GUARD"),
        "Said that families of victims are owed every lead, and that clear rules can keep the use narrow.",
        walk_in="17:49",
    ),
    Person(
        "Guadalupe Ibáñez",
        "Cedar Flats",
        "O",
        ("IMMIG", "PRIV"),
        "Said that workers fear being identified on the way to work.",
    ),
    Person(
        "Bounmy Sayavong",
        "Mill Bluff",
        "O",
        ("HUMERR", "MISID"),
        "Said that a tired analyst late at night will accept the first face on the list.",
        walk_in="17:52",
    ),
    Person(
        "Ruth Abernathy-Klein",
        "Eastlake",
        "O",
        ("TRANSP", "OVERS"),
        "Said that defendants were not told how they had been found, and asked for a yearly public report.",
        on_behalf_of="Marguerite Abernathy",
    ),
    Person(
        "Tyrell Hutchins",
        "Northgate",
        "O",
        ("BAN", "BIAS"),
        "Asked the commission to follow the cities that have prohibited the technology.",
        walk_in="17:55",
    ),
    Person(
        "Mee Yang",
        "Mill Bluff",
        "O",
        ("LEGAL", "OVERS"),
        "Said that a standing order can be changed overnight and that only an ordinance binds.",
    ),
    Person(
        "Oluwaseun Bankole",
        "Tannery Row",
        "M",
        ("GUARD", "SOLVE"),
        "Said that use for murder and missing children may be right, and for anything less is not.",
    ),
    Person(
        "Patrick Dunleavy",
        "South Prairie",
        "S",
        ("SOLVE", "OFFSAFE"),
        "Said that store owners share camera pictures and get no answers today.",
        organisation="South Prairie Merchants",
        walk_in="18:20",
    ),
    Person(
        "Siobhán Ní Dhuibhir",
        "Eastlake",
        "O",
        ("CREEP", "PRIV"),
        "Said that what begins with still photographs ends with cameras on every corner.",
        walk_in="18:34",
        pronunciation="shi-VAWN nee GWIV-er",
    ),
    Person(
        "Hser Ku Paw",
        "Northgate",
        "O",
        ("CIVLIB", "HUMERR"),
        "Said that newcomers to the city do not know whom to ask when the police are wrong.",
        walk_in="20:25",
        pronunciation="sir koo paw",
    ),
)
"""The thirty-seven who are heard; Yūsuf al-Khaṭīb is not there when first called."""

OTHERS = (
    Person("Helga Birnbaum", "Eastlake", "O", mode="registering_only"),
    Person("Isaac Thornquist", "Granary Hill", "O", mode="registering_only"),
    Person("Nadia Petrenko", "Tannery Row", "O", mode="registering_only"),
    Person("Walter Grimstad", "South Prairie", "S", mode="registering_only"),
    Person("Fatoumata Keïta-Lund", "Northgate", "O", mode="registering_only"),
    Person("Priya Raghunathan", "Cedar Flats", "O", mode="written", organisation="Lakemont Tenants Together"),
    Person("Howard Steinmetz", "Granary Hill", "S", mode="written"),
    Person("Ewa Nowak-Lindgren", "Old Harbor", "O", mode="written"),
    Person("Kevin Trautmann", "Eastlake", "O"),
    Person("Sheila Vandermolen", "Granary Hill", "O"),
    Person("Joan Mickelson", "South Prairie", "N", mode="registering_only", walk_in="17:58"),
    Person("Chue Feng Her", "Mill Bluff", "O", mode="registering_only", walk_in="18:12"),
)
"""On the list, and not heard: registered only, wrote in, withdrew, or did not come."""


def _online() -> tuple[Person, ...]:
    """The online list in the order in which it came in: those who will speak, with the others among them."""
    people = [person for person in SPEAKERS if not person.walk_in]
    for place, other in zip(range(3, 99, 3), (person for person in OTHERS if not person.walk_in), strict=False):
        people.insert(place, other)
    return tuple(people)


ONLINE = _online()
WALK_INS = tuple(person for person in (*SPEAKERS, *OTHERS) if person.walk_in)
