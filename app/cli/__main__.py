"""``python -m app.cli``: the same as the installed command ``skyrelay``."""

from app.cli.root import main

main(prog_name="skyrelay")
