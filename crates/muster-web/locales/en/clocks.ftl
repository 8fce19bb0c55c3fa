# A moment on the clocks of a place.
clocks-moment = { $day }, { $time } ({ $place })
