"""How a maker is timed in a process of its own: something small to warm up, then the whole."""

import json
import resource
import time
from collections.abc import Callable


def tell(small: Callable[[], object], whole: Callable[[], object]) -> None:
    """Prints the seconds that the whole took and the peak memory of this process in MB."""
    small()
    start = time.perf_counter()
    whole()
    spent = time.perf_counter() - start
    print(json.dumps([spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
