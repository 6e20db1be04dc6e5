"""The invented commission of the sample hearing: its members, its staff, its rules and its agenda."""

MEMBERS = (
    ("brennan", "Ada Brennan", "Chair"),
    ("ortega", "Luis Ortega", "Vice-chair"),
    ("xiong", "Mai Xiong", ""),
    ("haddad", "Omar Haddad", ""),
    ("kowalski", "Grace Kowalski", ""),
    ("whitfield", "Denise Whitfield", ""),
    ("lindqvist", "Peter Lindqvist", ""),
    ("iturbe", "Soledad Iturbe", ""),
    ("tolliver", "Marcus Tolliver", ""),
)
EXCUSED = {"lindqvist": "", "iturbe": "", "tolliver": "expected in due course"}
STAFF = ("Helen Marchetti, executive director", "Paul Renner, assistant city attorney", "Rosa Delgado, clerk")
BODY = {
    "name": "Fire and Police Commission",
    "jurisdiction": "City of Lakemont, Wisconsin",
    "members": [{"id": i, "name": name, "office": office} for i, name, office in MEMBERS],
    "quorum": 5,
    "clerk": "Rosa Delgado",
}
MEETING = {
    "kind": "Regular meeting",
    "title": "Regular meeting",
    "place": "Lakemont City Hall, Council Chamber",
    "timezone": "America/Chicago",
    "remote": "City Channel 6 and video link",
    "rehearsal": True,
}
PROFILE = {
    "based_on": "milwaukee_fpc",
    "name": "lakemont_fpc",
    "title": "City of Lakemont Fire and Police Commission",
    "position_requested": True,
    "remote_closes": "",
    "minutes_level": "summary",
}
AGENDA = (
    ("1", "", "Comment(s) by the public", "comment", ""),
    ("2", "FPC260031", "Resolution relating to the minutes of the meeting of February 5, 2026", "consent", ""),
    ("3", "FPC260032", "Resolution relating to the appointment of a Police Services Specialist", "consent", ""),
    ("4", "FPC260033", "Resolution relating to the appointment of two Custodial Workers", "consent", ""),
    ("5", "FPC260034", "Resolution relating to the appointment of a Maintenance Assistant", "consent", ""),
    (
        "6",
        "FPC260035",
        "Communication from the Policing Technology Clinic on facial recognition",
        "presentation",
        "7:00 PM",
    ),
    ("7", "FPC260036", "Communication from the Police Department on facial recognition", "presentation", ""),
    ("8", "FPC260021", "Communication relating to changes to police Standard Operating Procedures", "action", ""),
    ("9", "FPC260040", "Communication relating to holiday scheduling in Emergency Communications", "action", ""),
    ("10", "FPC260022", "Communication from commission staff on community-oriented policing", "action", ""),
    ("11", "FPC260037", "Resolution relating to a promotion to Emergency Communications Supervisor", "action", ""),
    ("12", "FPC260038", "Resolution relating to the cancellation of a dispatcher examination", "action", ""),
    ("13", "FPC260039", "Resolution relating to promotions in the Fire Department", "action", ""),
)
