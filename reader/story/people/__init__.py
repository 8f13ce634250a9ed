"""Who is named and who is quoted: the persons of each article, joined over all, and their words."""
