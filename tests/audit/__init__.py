"""What Lighthouse and an HTML validator, both of Node, say of the built site: `make audit`."""
