"""What goes wrong beyond a single document."""


class PostilError(RuntimeError):
    """The program cannot be run as asked; the message says why, with what it wrote to standard error."""
