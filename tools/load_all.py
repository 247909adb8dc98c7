"""Load every module that a command or a service begins with; fails where a dependency is missing."""

import importlib

from app.cli.root import COMMANDS
from app.cli.serve import SERVICES
from app.main import all_routes
from followup.facilities.headless import start_toolkit

for target in [*(entry.target for entry in COMMANDS.values()), *SERVICES.values()]:
    importlib.import_module(target.partition(":")[0])
for name in ("app.demo.seed", "app.demo.source", "astropy_healpix", "followup.facilities.simulated.server"):
    importlib.import_module(name)
all_routes()
start_toolkit()
