# Search.
desk-search-title = Search
desk-search-label = Name, reference, e-mail address or telephone number
desk-search-hint = A name may be in any script and need not be spelt exactly.
desk-search-look = Search
desk-search-fault = Something is missing
desk-search-empty = Type what to look for.
desk-search-nobody = Nobody in your missions was found. Try only the family name, another script, or the reference.
desk-search-count = { $count ->
    [one] { $count } case found, the likeliest first.
   *[other] { $count } cases found, the likeliest first.
}
desk-search-many = The { $count } likeliest are shown. Type more of the name to narrow it down.
desk-search-table = Cases found
desk-search-column-reference = Reference
desk-search-column-name = Name
desk-search-column-stage = Stage
desk-search-column-mission = Mission
desk-search-nameless = no name yet
desk-search-logged = It is recorded on each case shown here that you searched.
