"""Who is named and who is heard: the persons of each article, joined over all, and their words."""
