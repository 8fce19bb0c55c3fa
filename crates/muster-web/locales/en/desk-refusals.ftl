# Refusals that objective findings propose.
desk-refusals-title = Refusals together
desk-refusals-what = These applications are proposed for refusal by an objective rule. Nobody is refused before a person signs. Minors and everything that screening found are decided singly.
desk-refusals-most = One signature covers { $count } cases at most.
desk-refusals-none = No application is proposed for refusal by an objective rule now.
desk-refusals-draft = { $count ->
    [one] Look at { $count } case
   *[other] Look at { $count } cases
}
desk-refusals-bulks = Put together lately
desk-refusals-drafted = not signed yet
desk-refusals-signed = signed; can still be undone
desk-refusals-running = taking effect
desk-refusals-undone = undone: nobody was refused
desk-refusals-done = done
