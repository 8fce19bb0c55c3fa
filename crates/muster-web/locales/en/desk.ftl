# The frame of the desk's pages.
desk-bar = Desk
desk-sign-out = Sign out
desk-sign-in-title = Sign in to the desk
