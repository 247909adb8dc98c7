"""Typed settings: ``config.yaml.defaults`` < ``config.yaml`` < ``SKYRELAY__SECTION__KEY`` < overrides.

The defaults live in ``config.yaml.defaults`` alone, each explained; the models here hold types and
limits.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, IPvAnyNetwork, PrivateAttr, ValidationError

from app.config_layers import ENV_PREFIX, ConfigError, Layers, environment_layers, nested, read_yaml

__all__ = ["PROJECT", "ConfigError", "Settings", "as_environment", "load_settings"]

PROJECT = Path(__file__).resolve().parent.parent
"""The folder that holds ``app/`` and ``config.yaml.defaults``."""


def _postgresql_url(value: str) -> str:
    if not value.startswith(("postgresql://", "postgresql+psycopg2://")):
        raise ValueError("an address such as postgresql+psycopg2://user:password@host:5432/skyrelay is expected")
    # Without a driver's name SQLAlchemy 2.1 takes psycopg 3, which is not installed.
    return "postgresql+psycopg2://" + value.partition("://")[2]


def _web_address(value: str) -> str:
    if not value.startswith(("http://", "https://")) or not value.partition("//")[2].strip("/"):
        raise ValueError("an address such as https://relay.example.org is expected")
    return value


Address = Annotated[str, AfterValidator(_web_address)]
Port = Annotated[int, Field(ge=0, le=65535)]
Seconds = Annotated[float, Field(gt=0)]
Count = Annotated[int, Field(ge=1)]


class Section(BaseModel):
    """A group of keys; unknown ones are refused and nothing changes after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Server(Section):
    """The web server."""

    host: str
    port: Port
    base_url: Annotated[str, AfterValidator(_web_address)] | None
    trusted_proxies: tuple[IPvAnyNetwork, ...]
    threads: Count
    processes: Count
    max_body_mb: Count
    requests_per_minute: Annotated[float, Field(ge=0)]
    session_hours: Count
    login_link_minutes: Count


class Provider(Section):
    """An OpenID Connect provider that people may log in by."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,39}$")]
    name: Annotated[str, Field(min_length=1, max_length=80)]
    issuer: Annotated[str, AfterValidator(_web_address)]
    client_id: Annotated[str, Field(min_length=1)]
    client_secret: str | None = None
    scope: str = "openid email profile"
    oauth_uid_claim: str | None = "email"
    username_claim: str = "preferred_username"
    creates_accounts: bool = False
    role: Literal["Full user", "View only"] = "View only"


class Login(Section):
    """How people log in."""

    passwords: bool
    passkeys: bool
    providers: tuple[Provider, ...]
    per_minute: Annotated[float, Field(gt=0)]
    invitation_days: Count


class Mail(Section):
    """The server that sends e-mail."""

    host: str | None
    port: Port
    security: Literal["starttls", "tls", "none"]
    username: str | None
    password: str | None
    sender: str


class Database(Section):
    """Where PostgreSQL is, and how long to wait for it."""

    url: Annotated[str, AfterValidator(_postgresql_url)] | None
    pool_size: Count
    statement_timeout_s: Seconds
    lock_timeout_s: Seconds
    connect_timeout_s: Seconds


class Storage(Section):
    """Where files are written."""

    var: Path


class Security(Section):
    """Secrets."""

    secret_key: Annotated[str, Field(min_length=32)] | None


class Kafka(Section):
    """The alert stream."""

    bootstrap_servers: str | None
    topics: tuple[str, ...]
    group_id: Annotated[str, Field(min_length=1)]
    security: dict[str, str | int | bool]


class SimulatedNight(Section):
    """The night that is played when there are no real alerts."""

    enabled: bool
    alerts_per_minute: Annotated[float, Field(gt=0)]
    objects: Count
    seed: int


class Ingest(Section):
    """Alerts in."""

    path: Path | None
    kafka: Kafka
    simulated_night: SimulatedNight
    batch_size: Count


class Observatories(Section):
    """The simulated observatories."""

    enabled: bool
    ports: tuple[Port, ...]
    seed: int
    speed: Annotated[float, Field(gt=0)]
    night: Literal["real", "rehearsed", "always"]
    weather: Literal["random", "clear"]
    outages: tuple[str, ...]


class Followup(Section):
    """Triggers out."""

    poll_s: Seconds
    accept_timeout_s: Seconds
    http_timeout_s: Seconds
    keep_raw_frames: bool
    observatories: Observatories


class Takings(Section):
    """From how many rows of others under terms on a read is a use to be accounted for."""

    token_rows: Annotated[int, Field(ge=1)]
    web_rows: Annotated[int, Field(ge=1)]


class Releases(Section):
    """The release worker."""

    interval_s: Seconds


class Outside(Section):
    """What leaves the machine by HTTP."""

    connect_timeout_s: Seconds
    read_timeout_s: Seconds
    total_timeout_s: Seconds
    max_answer_mb: Annotated[float, Field(gt=0)]
    max_redirects: Annotated[int, Field(ge=0, le=20)]
    allow_private: bool
    allowed_hosts: tuple[Annotated[str, Field(min_length=1)], ...]


class Errands(Section):
    """The worker that does what leaves the machine."""

    threads: Count
    interval_s: Seconds
    kept_days: Count


class Sky(Section):
    """Services of the sky that errands ask; each is off unless its address is set."""

    gaia_tap: Address | None
    vizier_tap: Address | None
    irsa_tap: Address | None
    datalab_tap: Address | None
    ps1_catalog: Address | None
    hips_images: Address | None
    ps1_images: Address | None
    minor_planets: Address | None
    weather: Address | None
    weather_key: str | None
    weather_refresh_s: Seconds
    kept_days: Count
    dust_maps: str | None


class Sharing(Section):
    """Where discoveries are published; each is off unless its address is set."""

    tns: Address | None
    tns_bot_id: int | None
    tns_bot_name: str | None
    tns_key: str | None
    hermes: Address | None
    hermes_key: str | None
    hermes_topic: str


class Live(Section):
    """The websocket."""

    heartbeat_s: Seconds


class Logging(Section):
    """What is logged and how."""

    level: Literal["DEBUG", "INFO", "WARNING", "ERROR"]
    format: Literal["json", "text"]


class Demo(Section):
    """The demo collaboration."""

    enabled: bool


class Settings(Section):
    """Everything that can be set, with the absolute places that follow from it."""

    server: Server
    login: Login
    mail: Mail
    database: Database
    storage: Storage
    security: Security
    ingest: Ingest
    followup: Followup
    releases: Releases
    takings: Takings
    outside: Outside
    errands: Errands
    sky: Sky
    sharing: Sharing
    live: Live
    logging: Logging
    demo: Demo
    _root: Path = PrivateAttr(default=PROJECT)

    @property
    def root(self) -> Path:
        """The folder of ``config.yaml``, which relative paths start from."""
        return self._root

    @property
    def var(self) -> Path:
        """The folder that everything is written to."""
        return self._root / self.storage.var

    @property
    def dust_folder(self) -> Path | None:
        """The absolute folder of the dust maps, if there are any."""
        return None if self.sky.dust_maps is None else self._root / self.sky.dust_maps

    @property
    def blobs(self) -> Path:
        """The folder of the content-addressed blob store."""
        return self.var / "blobs"

    @property
    def logs(self) -> Path:
        """The folder of the services' log files."""
        return self.var / "log"

    @property
    def run_dir(self) -> Path:
        """The folder of what only matters while services run (status, ports)."""
        return self.var / "run"

    @property
    def postgres(self) -> Path:
        """The folder of the embedded PostgreSQL."""
        return self.var / "postgres"

    @property
    def ingest_path(self) -> Path | None:
        """The absolute path of the packets to play, if any."""
        return None if self.ingest.path is None else self._root / self.ingest.path

    @property
    def https(self) -> bool:
        """Whether people reach the portal by https."""
        return self.base_url.startswith("https://")

    @property
    def base_url(self) -> str:
        """The address that people type, without a slash at the end."""
        if self.server.base_url is not None:
            return self.server.base_url.rstrip("/")
        host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(self.server.host, self.server.host)  # noqa: S104
        return f"http://{host}:{self.server.port}"


def load_settings(root: Path | None = None, overrides: Mapping[str, object] | None = None) -> Settings:
    """Load the settings of the installation at ``root``.

    ``root`` is the folder of ``config.yaml`` (default: ``$SKYRELAY_ROOT``, else the project's own folder).
    ``overrides`` maps sections to mappings, or dotted keys to values. Raises :class:`ConfigError`.
    """
    root = (root or Path(os.environ.get("SKYRELAY_ROOT") or PROJECT)).resolve()
    layers = Layers(Settings)
    layers.add(read_yaml(PROJECT / "config.yaml.defaults"), "config.yaml.defaults")
    if (root / "config.yaml").exists():
        layers.add(read_yaml(root / "config.yaml"), str(root / "config.yaml"))
    for name, layer in environment_layers(os.environ, Settings):
        layers.add(layer, f"The environment variable {name}")
    for key, value in (overrides or {}).items():
        layers.add(nested(key, value), "The command line")
    try:
        settings = Settings.model_validate(layers.values)
    except ValidationError as error:
        raise layers.explain(error) from error
    settings._root = root
    return settings


def as_environment(overrides: Mapping[str, object]) -> dict[str, str]:
    """Write dotted keys and their values as the variables by which a child process gets the same settings."""
    return {ENV_PREFIX + key.replace(".", "__").upper(): _as_text(value) for key, value in overrides.items()}


def _as_text(value: object) -> str:
    if isinstance(value, str):
        return value
    return str(yaml.safe_dump(value, default_flow_style=True, width=100_000)).removesuffix("...\n").strip()
