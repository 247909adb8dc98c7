"""How settings are put together: layers of nested keys, later ones winning, each with where it came from."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, ClassVar, Union, get_args, get_origin

import yaml
from pydantic import BaseModel, ValidationError

from app.errors import SkyrelayError

ENV_PREFIX = "SKYRELAY__"
SECRET_KEYS = frozenset(
    {
        "database.url",
        "security.secret_key",
        "ingest.kafka.security",
        "login.providers",
        "mail.password",
        "sky.weather_key",
        "sharing.tns_key",
        "sharing.hermes_key",
    }
)
"""Keys whose values may hold a secret, so that no error sentence and no listing shows them."""


class ConfigError(SkyrelayError):
    """A configuration file or variable cannot be used; the sentence says where, which key and what to do."""

    code: ClassVar[str] = "config"
    status: ClassVar[int] = 500


@dataclass
class Layers:
    """The merged settings so far, and for each dotted key the layer that set it last."""

    model: type[BaseModel]
    values: dict[str, Any] = field(default_factory=dict)
    origin: dict[str, str] = field(default_factory=dict)

    def add(self, layer: Mapping[str, Any], source: str) -> None:
        """Lay ``layer`` over what is there; ``source`` is how error sentences call it.

        Raises :class:`ConfigError` for a key that does not exist and for a value where a section belongs.
        """
        self._merge(self.values, layer, self.model, "", source)

    def _merge(
        self, into: dict[str, Any], layer: Mapping[str, Any], model: type[BaseModel], path: str, source: str
    ) -> None:
        for key, value in layer.items():
            dotted = f"{path}{key}"
            if key not in model.model_fields:
                raise self._unknown_key(dotted, source)
            section = section_of(model, key)
            if section is None:
                into[key] = value
                self.origin[dotted] = source
            elif isinstance(value, Mapping):
                self._merge(into.setdefault(key, {}), value, section, f"{dotted}.", source)
            else:
                keys = ", ".join(section.model_fields)
                raise ConfigError(
                    f"{source}: {dotted} is a section, so it takes keys below it ({keys}), not {value!r}.",
                    field=dotted,
                )

    def _unknown_key(self, dotted: str, source: str) -> ConfigError:
        known = [*self.model.model_fields, *dotted_keys(self.model)]
        close = difflib.get_close_matches(dotted, known, n=1, cutoff=0.0)
        by_name = [name for name in known if name.rpartition(".")[2] == dotted.rpartition(".")[2]]
        nearest = (by_name or close)[0]
        return ConfigError(
            f"{source}: there is no key {dotted}; the nearest is {nearest}. Rename or remove it "
            "(config.yaml.defaults explains every key).",
            field=dotted,
            nearest=nearest,
        )

    def explain(self, error: ValidationError) -> ConfigError:
        """Turn the first complaint of pydantic into one sentence with the key and the layer that set it."""
        first = error.errors()[0]
        parts = [str(part) for part in first["loc"]]
        known = set(dotted_keys(self.model))
        dotted = ".".join(parts)
        while parts and ".".join(parts) not in known:
            parts.pop()
        key = ".".join(parts) or dotted
        source = self.origin.get(key, "config.yaml.defaults")
        if first["type"] == "missing":
            return ConfigError(f"config.yaml.defaults: the key {dotted} is missing; restore the file.", field=dotted)
        reason = _reason(first["type"], first["msg"])
        shown = "what it is" if key in SECRET_KEYS else repr(first["input"])
        return ConfigError(
            f"{source}: {key} cannot be {shown}: {reason}. Correct it, or remove it "
            "to use the default (config.yaml.defaults explains it).",
            field=key,
        )


def _reason(kind: str, message: str) -> str:
    plain = {
        "int_parsing": "a whole number is expected",
        "int_from_float": "a whole number is expected",
        "float_parsing": "a number is expected",
        "bool_parsing": "true or false is expected",
        "tuple_type": "a list is expected, such as [a, b]",
        "string_type": "a text is expected",
    }
    reason = plain.get(kind) or message.removeprefix("Value error, ")
    return reason[0].lower() + reason[1:]


def section_of(model: type[BaseModel], key: str) -> type[BaseModel] | None:
    """Return the model of the section ``key``, or None where ``key`` holds a plain value."""
    annotation = model.model_fields[key].annotation
    return annotation if isinstance(annotation, type) and issubclass(annotation, BaseModel) else None


def dotted_keys(model: type[BaseModel], path: str = "") -> list[str]:
    """List every plain key of ``model`` as ``section.key``."""
    keys: list[str] = []
    for key in model.model_fields:
        section = section_of(model, key)
        keys += [f"{path}{key}"] if section is None else dotted_keys(section, f"{path}{key}.")
    return keys


def read_yaml(path: Path) -> dict[str, Any]:
    """Read a YAML file of sections; an empty one counts as no settings."""
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path} cannot be read ({error}); correct its permissions or remove it.") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f" in line {mark.line + 1}" if mark else ""
        problem = getattr(error, "problem", None) or "not YAML"
        raise ConfigError(f"{path}: the YAML is broken{where} ({problem}); correct that line.") from error
    if content is None:
        return {}
    if not isinstance(content, dict) or not all(isinstance(key, str) for key in content):
        raise ConfigError(
            f"{path} must hold sections such as 'server:' with keys below them; see config.yaml.defaults."
        )
    return content


def nested(dotted: str, value: object) -> dict[str, Any]:
    """Turn ``a.b`` and a value into ``{"a": {"b": value}}``."""
    result: Any = value
    for part in reversed(dotted.split(".")):
        result = {part: result}
    return dict(result)


def _takes_text(model: type[BaseModel], dotted: str) -> bool:
    """Tell whether the key holds a text, which must not be read as YAML: a secret of digits is no number."""
    section, _, rest = dotted.partition(".")
    if section not in model.model_fields:
        return False
    below = section_of(model, section)
    if below is not None:
        return _takes_text(below, rest)
    annotation = model.model_fields[section].annotation
    choices = get_args(annotation) if get_origin(annotation) in (Union, UnionType) else (annotation,)
    return not rest and str in map(_bare, choices)


def _bare(annotation: Any) -> Any:
    """Return ``str`` for ``Annotated[str, …]``, and anything else as it is."""
    return get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation


def environment_layers(environ: Mapping[str, str], model: type[BaseModel]) -> list[tuple[str, dict[str, Any]]]:
    """Read ``SKYRELAY__SECTION__KEY`` variables in a fixed order, the values as YAML unless a text is wanted."""
    layers = []
    for name in sorted(environ):
        if not name.startswith(ENV_PREFIX):
            continue
        dotted = name.removeprefix(ENV_PREFIX).lower().replace("__", ".")
        try:
            plain = _takes_text(model, dotted) and environ[name] not in ("", "null", "~")
            value = environ[name] if plain else yaml.safe_load(environ[name])
        except yaml.YAMLError as error:
            raise ConfigError(f"The environment variable {name} holds no YAML value; correct or unset it.") from error
        layers.append((name, nested(dotted, value)))
    return layers
