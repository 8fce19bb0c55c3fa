# The frame of every page.
layout-window = Request
layout-error-title = Error: { $title }
layout-skip = Go to the content
layout-languages = Languages
layout-back = Back
layout-back-label = One step back
layout-play = This is a play: everybody in it is made up, and nothing is sent.
layout-letters = Read the letters
layout-free = This service is free. Nobody may ask you for money.
layout-status = Where is my application?
layout-my-data = My data
layout-return = Go back to my application
layout-verify = Is this really you?
layout-help = Help
layout-privacy = Privacy
layout-accessibility = Accessibility
layout-cookies = Cookies
