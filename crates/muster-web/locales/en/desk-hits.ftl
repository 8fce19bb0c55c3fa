# Page 20: hits that wait.
desk-hits-title = Screening hits
desk-hits-count = { $count ->
    [0] No hit waits for a ruling.
    [one] { $count } hit waits for a ruling.
   *[other] { $count } hits wait for a ruling, the strongest first.
}
desk-hits-empty = New hits appear here when an applicant is screened or a list changes.
desk-hits-case = Case
desk-hits-strength = Strength
desk-hits-strong = strong: two people
desk-hits-ordinary = ordinary
desk-hits-bits = Bits
desk-hits-list = List and entry
desk-hits-since = Since
desk-hits-note = Note
desk-hits-first-signed = one of two has signed
desk-hits-noted = a later edition says otherwise
desk-hits-checks = Checks left to people
desk-hits-check = Check
desk-hits-done-dismissed = Saved: not the same person. The hit no longer holds the case.
desk-hits-done-confirmed = Saved: the same person. The hold stays; a refusal still takes two people.
desk-hits-done-first-signed = Saved: you signed first. Another adjudicator must sign too.
desk-hits-done-cleared = Saved: cleared by two people.
desk-hits-done-sent-back = Saved: the proposal was sent back.
desk-hits-done-check = Saved: the check is recorded.
