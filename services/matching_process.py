"""The process that solves one run of matching: a problem on its input, steps and then the result on its output.

It is a module of its own beside the packages of the features, so that starting it imports nothing but the model.
"""

import os
import sys
import time

from cluster.matching.plain import read_problem, write_result
from cluster.matching.run import run

NICE = 10
"""People's taps come first on a busy machine."""


def main(seconds: float) -> None:
    """Solve the problem of the input.

    Args:
        seconds: after them only what cannot be left undone is done; see `run`.
    """
    if hasattr(os, "nice"):
        os.nice(NICE)
    ends = time.monotonic() + seconds
    problem = read_problem(sys.stdin.buffer.read())

    def tell(step: str) -> None:
        sys.stdout.buffer.write(f"step {step}\n".encode())
        sys.stdout.buffer.flush()

    result = write_result(run(problem, lambda step: tell(step.value), lambda: time.monotonic() > ends))
    sys.stdout.buffer.write(f"result {len(result)}\n".encode())
    sys.stdout.buffer.write(result)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main(float(sys.argv[1]))
