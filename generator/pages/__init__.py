"""From the linked archive to pages, one projector for each kind of page."""
