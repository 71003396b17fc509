"""How a command ends: what its exit code says, and the error that ends it in one line."""

from enum import IntEnum


class Code(IntEnum):
    """Exit codes, the same for every command; docs/cli.md explains them."""

    DONE = 0
    STOPPED = 1  # a stage or a critical check failed: nothing was published; or --strict found a difference
    WRONG_USE = 2  # option, setting, query or folder that cannot work: nothing was done
    REFUSED = 3  # a file could not be read as an article; the others were done
    INTERRUPTED = 130  # Ctrl-C


EPILOG = (
    "Exit codes: 0 done; 1 stopped, a stage, critical check or --strict failed; 2 wrong use; "
    "3 an article was refused, the others are done; 130 interrupted."
)


class CommandError(Exception):
    """Ends a command: the message is the one line printed, and says how to mend it."""

    def __init__(self, message: str, code: Code = Code.WRONG_USE) -> None:
        super().__init__(message)
        self.code = code
