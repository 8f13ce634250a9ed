"""What every full screen that lists rows is made of: keys, widgets, and the screen itself."""
