"""Zip files that are the same, byte for byte, whenever they are written."""

from datetime import datetime
from pathlib import Path
from shutil import copyfileobj
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from _typeshed import SizedBuffer, StrPath

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""A zip file knows no earlier one."""


class DatedZip(ZipFile):
    """A zip file whose members bear the record's date, not the hour of writing."""

    def __init__(self, path: Path, made: datetime) -> None:
        super().__init__(path, "w", ZIP_DEFLATED)
        self._date = max(made.timetuple()[:6], _FIRST_DAY)

    def writestr(
        self,
        zinfo_or_arcname: str | ZipInfo,
        data: "SizedBuffer | str",
        compress_type: int | None = None,
        compresslevel: int | None = None,
    ) -> None:
        member = self._member(zinfo_or_arcname) if isinstance(zinfo_or_arcname, str) else zinfo_or_arcname
        super().writestr(member, data, compress_type, compresslevel)

    def write(
        self,
        filename: "StrPath",
        arcname: "StrPath | None" = None,
        compress_type: int | None = None,  # noqa: ARG002  # as ZipFile has it
        compresslevel: int | None = None,  # noqa: ARG002
    ) -> None:
        with Path(filename).open("rb") as source, self.open(self._member(str(arcname or filename)), "w") as part:
            copyfileobj(source, part)

    def _member(self, name: str) -> ZipInfo:
        member = ZipInfo(name, self._date)
        member.compress_type = ZIP_DEFLATED
        return member
