"""Reading articles out of file formats: text, pages, mail, stored articles."""
