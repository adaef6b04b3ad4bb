"""Typed records to one frozen, linked archive: gazetteer, lines of origin, timeline, relations."""
