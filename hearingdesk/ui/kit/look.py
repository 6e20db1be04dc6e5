"""The look: colours in three themes, the type scale, one small style sheet, and the fonts that ship."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from hearingdesk.resources import FALLBACKS, SANS, asset

FAMILY = "Hearingdesk Sans"
SMALL, BODY, LARGE, TITLE, NAME = 12, 13, 15, 18, 30
"""The type scale in pixels at 100 %; the clock alone is sized to its card."""

SPACE, RADIUS, TARGET, HAND = 4, 8, 24, 32
"""Steps of spacing, corners, the smallest target, and the height of a button pressed in a hurry."""


EDGE = 2
"""What the style sheet draws around a list, with the focus and without, so that nothing moves when it comes."""


class Theme(StrEnum):
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Tone(StrEnum):
    """What a piece of text is for; each has a colour in every theme, and never the colour alone."""

    PLAIN = "text"
    MUTED = "muted"
    ACCENT = "accent"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Colours:
    """One theme, as ``#rrggbb``. A ``_soft`` colour is a ground for the text colour of the same name.

    ``blue``, ``vermillion``, ``purple`` and ``grey`` are the marks that tell kinds apart, of Okabe and Ito;
    ``*_fill`` are the same for painted areas.
    """

    ground: str
    card: str
    field: str
    line: str
    strong_line: str
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_soft: str
    selected: str
    good: str
    good_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    bad_fill: str
    on_bad: str
    highlight: str
    bar: str
    track: str
    blue: str
    blue_fill: str
    vermillion: str
    vermillion_fill: str
    vermillion_soft: str
    purple: str
    purple_fill: str
    grey: str
    grey_fill: str
    amber_fill: str


LIGHT = Colours(
    ground="#eef1f4",
    card="#ffffff",
    field="#ffffff",
    line="#dde2e8",
    strong_line="#848d99",
    text="#16202b",
    muted="#586472",
    accent="#0f62b5",
    on_accent="#ffffff",
    accent_soft="#e3effb",
    selected="#e1edf9",
    good="#0b5d3b",
    good_soft="#d9f0e1",
    warn="#854d00",
    warn_soft="#fff3d6",
    bad="#9c2a10",
    bad_soft="#fde8e1",
    bad_fill="#a32a0e",
    on_bad="#ffffff",
    highlight="#fff3d6",
    bar="#6f94c4",
    track="#e4e8ec",
    blue="#00598f",
    blue_fill="#0072b2",
    vermillion="#a44100",
    vermillion_fill="#d55e00",
    vermillion_soft="#ffe6d8",
    purple="#8a3d6c",
    purple_fill="#b0608f",
    grey="#4a5460",
    grey_fill="#8a93a0",
    amber_fill="#d98e00",
)
DARK = Colours(
    ground="#12161b",
    card="#1a2027",
    field="#12161b",
    line="#323a45",
    strong_line="#7b8694",
    text="#e9edf2",
    muted="#a3aebb",
    accent="#74b4f7",
    on_accent="#0b1116",
    accent_soft="#19324c",
    selected="#1d3a59",
    good="#7fd6a7",
    good_soft="#163826",
    warn="#f2b950",
    warn_soft="#3d2e0c",
    bad="#ff9c7d",
    bad_soft="#46200f",
    bad_fill="#c4451d",
    on_bad="#ffffff",
    highlight="#3d2e0c",
    bar="#4d79ad",
    track="#2b333d",
    blue="#6cc0ee",
    blue_fill="#56b4e9",
    vermillion="#ff9d5c",
    vermillion_fill="#e8762b",
    vermillion_soft="#46260f",
    purple="#e39cc4",
    purple_fill="#cc79a7",
    grey="#b4bdc8",
    grey_fill="#87919d",
    amber_fill="#e69f00",
)
CONTRAST = Colours(
    ground="#000000",
    card="#000001",
    field="#000000",
    line="#ffffff",
    strong_line="#ffffff",
    text="#ffffff",
    muted="#ffffff",
    accent="#ffe14d",
    on_accent="#000000",
    accent_soft="#2b2600",
    selected="#333000",
    good="#8dffb5",
    good_soft="#00260f",
    warn="#ffd24d",
    warn_soft="#332600",
    bad="#ffb199",
    bad_soft="#3a1000",
    bad_fill="#ffb199",
    on_bad="#000000",
    highlight="#332600",
    bar="#ffffff",
    track="#333333",
    blue="#8fd3ff",
    blue_fill="#8fd3ff",
    vermillion="#ffab73",
    vermillion_fill="#ffab73",
    vermillion_soft="#3a1800",
    purple="#ffb3de",
    purple_fill="#ffb3de",
    grey="#ffffff",
    grey_fill="#bbbbbb",
    amber_fill="#ffd24d",
)
THEMES = {Theme.LIGHT: LIGHT, Theme.DARK: DARK, Theme.CONTRAST: CONTRAST}
_BY_CARD = {c.card: c for c in THEMES.values()}


def colours(palette: QPalette) -> Colours:
    """The theme that this palette belongs to; for widgets that paint themselves."""
    return _BY_CARD.get(palette.color(QPalette.ColorRole.Button).name(), LIGHT)


def load_fonts() -> list[str]:
    """Makes the shipped faces known to Qt; the families in the order to try."""
    families: list[str] = []
    for name in (*SANS.values(), *FALLBACKS):
        found = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(asset(name))))
        families += [family for family in found[:1] if family not in families]
    return families


def font(size: int = BODY, *, bold: bool = False, semibold: bool = False, struck: bool = False) -> QFont:
    """The application's face at this size of the scale, grown as the person asked."""
    face = QFont(QGuiApplication.font())
    face.setPixelSize(round(size * scale()))
    weight = QFont.Weight.Bold if bold else QFont.Weight.DemiBold if semibold else QFont.Weight.Normal
    face.setWeight(weight)
    face.setStrikeOut(struck)
    return face


def scale() -> float:
    """How much bigger than 100 % the text is; 1.0 before the look was put on."""
    size = QGuiApplication.font().pixelSize()
    return size / BODY if size > 0 else 1.0


def px(length: int) -> int:
    """A length that grows with the text."""
    return round(length * scale())


def system_theme() -> Theme:
    """What the desktop asks for: high contrast, dark or light."""
    hints = QGuiApplication.styleHints()
    return theme_for(hints.colorScheme(), hints.accessibility().contrastPreference())


def theme_for(scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference) -> Theme:
    """High contrast, where it is asked for, goes before light and dark."""
    if contrast is Qt.ContrastPreference.HighContrast:
        return Theme.CONTRAST
    return Theme.DARK if scheme is Qt.ColorScheme.Dark else Theme.LIGHT


def dress(app: QApplication, theme: Theme = Theme.LIGHT, grown: float = 1.0) -> None:
    """Puts the look on the application: style, face, palette, style sheet. ``grown`` 2.0 is text at 200 %."""
    app.setStyle("Fusion")
    face = QFont()
    face.setFamilies(load_fonts())
    face.setPixelSize(round(BODY * grown))
    app.setFont(face)
    _colour(app, THEMES[theme])


def colour(app: QApplication, theme: Theme) -> None:
    """Puts the colours of a theme on the windows that are there, and those to come."""
    lettered = [each for each in app.allWidgets() if each.testAttribute(Qt.WidgetAttribute.WA_SetFont)]
    own = [(each, each.font()) for each in lettered]
    _colour(app, THEMES[theme])
    for widget, face in own:  # polishing anew forgets the font that was set
        widget.setFont(face)


def _colour(app: QApplication, shades: Colours) -> None:
    app.setPalette(palette(shades))
    app.setStyleSheet(style_sheet(shades))


def palette(shades: Colours) -> QPalette:
    """The theme as Qt knows it."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    made = QPalette()
    for where, shade in {
        role.Window: shades.ground,
        role.Base: shades.field,
        role.AlternateBase: shades.ground,
        role.Button: shades.card,
        role.WindowText: shades.text,
        role.Text: shades.text,
        role.ButtonText: shades.text,
        role.BrightText: shades.on_bad,
        role.PlaceholderText: shades.muted,
        role.Highlight: shades.accent,
        role.HighlightedText: shades.on_accent,
        role.Link: shades.accent,
        role.ToolTipBase: shades.card,
        role.ToolTipText: shades.text,
        role.Mid: shades.line,
        role.Dark: shades.strong_line,
        role.Accent: shades.accent,
    }.items():
        made.setColor(where, QColor(shade))
    for where in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(group.Disabled, where, QColor(shades.muted))
    return made


def style_sheet(shades: Colours) -> str:
    """The few things a palette cannot say. Roles are dynamic properties: ``role``, ``tone``, ``wrong``."""
    lengths = {"radius": RADIUS, "edge": EDGE, "tick": px(16)}
    return _SHEET % ({name: getattr(shades, name) for name in Colours.__slots__} | lengths)


def set_role(widget: QWidget, name: str, value: object) -> None:
    """Sets a property that the style sheet looks at, and has the widget drawn anew if it changed."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    face = widget.font()  # polishing anew forgets the font that was set
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.setFont(face)


_SHEET = """
QWidget[role="card"] { background: %(card)s; border: 1px solid %(line)s; border-radius: %(radius)spx; }
QWidget[role="band"] { background: %(card)s; border: 0; border-bottom: 1px solid %(line)s; }
QWidget[role="foot"] { background: %(card)s; border: 0; border-top: 1px solid %(line)s; }
QWidget[role="sheet"] { background: %(card)s; border: 0; border-left: 1px solid %(strong_line)s; }
QWidget[role="alarm"] { background: %(bad_fill)s; border: 0; }
QWidget[role="alarm"] QLabel { color: %(on_bad)s; }
QFrame[role="hairline"] { background: %(line)s; border: 0; max-height: 1px; min-height: 1px; }
QLabel { background: transparent; }
QLabel[tone="muted"] { color: %(muted)s; }
QLabel[tone="accent"] { color: %(accent)s; }
QLabel[tone="good"] { color: %(good)s; }
QLabel[tone="warn"] { color: %(warn)s; }
QLabel[tone="bad"] { color: %(bad)s; }
QLabel[live="true"][tone="text"] { color: %(text)s; }
QLabel[mark="blue"] { color: %(blue)s; }
QLabel[mark="vermillion"] { color: %(vermillion)s; }
QLabel[mark="purple"] { color: %(purple)s; }
QLabel[mark="grey"] { color: %(grey)s; }
QLabel[pill] { border-radius: 10px; padding: 3px 10px; min-height: 15px; }
QLabel[pill="good"] { color: %(good)s; background: %(good_soft)s; }
QLabel[pill="accent"] { color: %(accent)s; background: %(accent_soft)s; }
QLabel[pill="warn"] { color: %(warn)s; background: %(warn_soft)s; }
QLabel[pill="muted"] { color: %(muted)s; background: %(ground)s; }
QLineEdit, QPlainTextEdit, QComboBox, QSpinBox, QTimeEdit, QDateEdit, QDateTimeEdit {
  background: %(field)s; color: %(text)s; border: 1px solid %(strong_line)s; border-radius: 6px; padding: 4px 8px;
  selection-background-color: %(accent)s; selection-color: %(on_accent)s; }
QLineEdit, QPlainTextEdit { placeholder-text-color: %(muted)s; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus, QTimeEdit:focus, QDateEdit:focus,
QDateTimeEdit:focus { border: 2px solid %(accent)s; padding: 3px 7px; }
QLineEdit[wrong="true"], QComboBox[wrong="true"], QPlainTextEdit[wrong="true"] { border: 2px solid %(bad)s; }
QComboBox::drop-down { border: 0; width: 22px; }
QLineEdit:disabled, QComboBox:disabled { background: %(ground)s; color: %(muted)s; }
QPlainTextEdit:disabled { background: %(card)s; color: %(muted)s; border: 1px solid %(line)s; }
QTableView, QListView { background: %(card)s; border: %(edge)spx solid %(card)s; gridline-color: %(line)s; outline: 0;
  selection-background-color: %(selected)s; selection-color: %(text)s; }
QTableView:focus, QListView:focus { border: %(edge)spx solid %(accent)s; }
QTableView[role="framed"] { border: 1px solid %(line)s; padding: 1px; }
QTableView[role="framed"]:focus { border: 2px solid %(accent)s; padding: 0; }
QHeaderView::section { background: %(ground)s; color: %(muted)s; border: 0; border-bottom: 1px solid %(line)s;
  padding: 4px 3px; }
QToolTip { background: %(card)s; color: %(text)s; border: 1px solid %(strong_line)s; padding: 4px; }
QCheckBox::indicator { width: %(tick)spx; height: %(tick)spx; border: 1px solid %(strong_line)s;
  background: %(field)s; }
QCheckBox::indicator { border-radius: 3px; }
QCheckBox::indicator:checked { background: %(accent)s; border: 1px solid %(accent)s; }
QCheckBox::indicator:checked:disabled { background: %(muted)s; border: 1px solid %(muted)s; }
QCheckBox { border: 2px solid transparent; border-radius: 4px; }
QCheckBox:focus { border: 2px solid %(accent)s; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: %(grey_fill)s; border-radius: 3px; margin: 2px; min-height: 24px; min-width: 24px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
QMenuBar { background: %(card)s; }
QScrollArea { background: transparent; border: 0; }
QScrollArea > QWidget > QWidget { background: transparent; }
"""
