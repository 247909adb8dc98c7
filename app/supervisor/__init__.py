"""Run several processes as one: start them in order, restart what dies, and end all of them together."""

from app.supervisor.loop import Supervisor, SupervisorError
from app.supervisor.service import Service, announce_ready, announces, http_answers, port_listens
from app.supervisor.status import read_status

__all__ = [
    "Service",
    "Supervisor",
    "SupervisorError",
    "announce_ready",
    "announces",
    "http_answers",
    "port_listens",
    "read_status",
]
