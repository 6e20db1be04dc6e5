"""`python -m hearingdesk` is the same program as `hearingdesk`."""

import sys

from hearingdesk.cli import main

if __name__ == "__main__":
    sys.exit(main())
