"""Safety rules: what could harm readers or people named."""
