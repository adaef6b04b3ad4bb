"""From the linked archive to files for machines: JSON, CSV and Atom, one module for each kind."""
