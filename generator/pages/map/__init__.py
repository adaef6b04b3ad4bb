"""Maps: a base map cut to a frame, marks and labels set on it; pure geometry, drawn by the templates."""
