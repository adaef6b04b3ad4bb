"""Putting the finished pages and datasets where readers get them."""
