"""Alerts in: streams, surveys, enrichment, filters, sinks."""
