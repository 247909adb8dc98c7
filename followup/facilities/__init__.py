"""Telescopes: the gateway to TOM Toolkit's facility classes, and the simulated observatories."""
