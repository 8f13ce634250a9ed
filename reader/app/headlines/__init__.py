"""The screen of headlines and ledes: what each article begins with, side by side."""
