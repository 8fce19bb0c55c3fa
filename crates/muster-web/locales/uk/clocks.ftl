# Момент за годинником якогось місця.
clocks-moment = { $day }, { $time } ({ $place })
