"""``python -m followup.facilities.simulated --site coj --var var``: run one simulated observatory."""

from __future__ import annotations

import argparse
import logging
import os
import sys
from pathlib import Path

from pydantic import SecretStr, ValidationError

from app.errors import SkyrelayError
from followup.conditions.sites import SITES
from followup.facilities.simulated.config import ObservatoryConfig, Outage
from followup.facilities.simulated.server import run_observatory

TOKEN_VARIABLE = "SKYRELAY_OBSERVATORY_TOKEN"  # noqa: S105 - a variable's name


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m followup.facilities.simulated",
        description="Run one simulated observatory: LCO's observation portal API on loopback.",
        epilog=f"The API token is read from {TOKEN_VARIABLE}, as arguments are visible to every user.",
    )
    parser.add_argument("--site", required=True, choices=sorted(SITES), help="which site it stands on")
    parser.add_argument("--var", required=True, type=Path, help="data folder (state, frames; reads drill/truth.json)")
    parser.add_argument("--port", type=int, default=0, help="port on loopback; 0: any free one")
    parser.add_argument("--port-file", type=Path, help="file to write the port to, once it listens")
    parser.add_argument("--night", choices=["real", "rehearsed", "always"], default="rehearsed", help="when it is dark")
    parser.add_argument(
        "--weather", choices=["random", "clear"], default="random", help="seeded model, or always clear"
    )
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same weather and noise")
    parser.add_argument("--speed", type=float, default=1.0, help="how many times faster than real it observes")
    parser.add_argument("--proposal", action="append", help="proposal that may observe (repeatable); default: any")
    parser.add_argument(
        "--outage",
        action="append",
        default=[],
        metavar="SITE[:KIND[:START_S[:END_S[:REASON]]]]",
        help="script a failure, seconds since start; kinds: clouds, downtime, portal-down, drop-answer, hang",
    )
    parser.add_argument("--submissions-per-minute", type=int, help="throttle; default: none")
    return parser


def main() -> int:
    """Run, and explain what is wrong in one sentence."""
    given = _parser().parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    logging.getLogger("tornado.access").setLevel(logging.WARNING)
    token = os.environ.pop(TOKEN_VARIABLE, "")
    if not token:
        sys.stderr.write(f"Set {TOKEN_VARIABLE} to the token that clients must send.\n")
        return 2
    try:
        config = ObservatoryConfig(
            site=given.site,
            var=given.var,
            token=SecretStr(token),
            port=given.port,
            port_file=given.port_file,
            proposals=tuple(given.proposal or ()),
            night=given.night,
            weather=given.weather,
            seed=given.seed,
            speed=given.speed,
            outages=tuple(Outage.parse(text) for text in given.outage),
            submissions_per_minute=given.submissions_per_minute,
        )
        run_observatory(config)
    except (SkyrelayError, ValidationError) as problem:
        sys.stderr.write(f"{problem}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
