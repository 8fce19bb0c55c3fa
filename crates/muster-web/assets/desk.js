// The desk's script. Every page works without it.
"use strict";

// What has to be looked at again is read out first.
document.getElementById("summary")?.focus();
