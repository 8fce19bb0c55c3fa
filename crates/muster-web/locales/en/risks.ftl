risks-title = What may happen to you
risks-what = Read this slowly. Talk about it with somebody you trust. Nobody will press you.
risks-acknowledge = I have read this and want to go on
risks-stop = I would rather stop here
