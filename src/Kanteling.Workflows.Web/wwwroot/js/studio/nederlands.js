// Dutch for the texts of Studio itself; see below.
