"""Colors, styles and signs."""
