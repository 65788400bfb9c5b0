"""Runs Orca without a speech server, for the tests of test/screen-reader.

Writes to standard output, one JSON line each: what Orca speaks, the keys that it has processed, and
the marks. A mark is the accessible name of an element of the page that begins with MARK; it is
reported when Orca has processed its event and everything before it.
"""

import json
import sys

import gi

gi.require_version("Gdk", "3.0")

from gi.repository import GLib
from orca import debug, event_manager, messages, orca, orca_platform, orca_state, speech

MARK = "mark "

# Not what the page says: the number of headings, and the whole page read at once.
SETTINGS = {"sayAllOnLoad": False, "pageSummaryOnLoad": False}


def report(kind, value):
    print(json.dumps({kind: value}, ensure_ascii=False), flush=True)


def say_all(utterances, progress):
    for context, _ in utterances:
        report("spoken", context.utterance)


def report_when_idle(mark):
    """Reports a mark once the announcements of live regions, which wait for a timer, are spoken."""
    live_regions = getattr(orca_state.activeScript, "liveRegionManager", None)
    if live_regions is not None and len(live_regions.msg_queue) > 0:
        return True
    report("mark", mark)
    return False


manager = event_manager.EventManager
process_object_event = manager._processObjectEvent
process_keyboard_event = manager._processKeyboardEvent
enqueue = manager._enqueue


def on_object_event(self, event):
    if event.type.startswith("object:property-change:accessible-name"):
        name = str(event.any_data)
        if name.startswith(MARK):
            GLib.timeout_add(10, report_when_idle, name)
            return
    process_object_event(self, event)


def on_keyboard_event(self, event):
    is_consumed = bool(process_keyboard_event(self, event))
    report("key", {"isReleased": int(event.type) == 1, "isConsumed": is_consumed})
    return is_consumed


manager._processObjectEvent = on_object_event
manager._processKeyboardEvent = on_keyboard_event
# Orca drops events when a machine is slow.
manager._inFlood = lambda self: False
manager._inDeluge = lambda self: False

speech.init = lambda: None
speech.sayAll = say_all
speech._speak = lambda text, acss, interrupt: report("spoken", text)
speech.speakCharacter = lambda character, acss=None: report("spoken", character)
speech.speakKeyEvent = lambda event, acss=None: None

if len(sys.argv) > 1:
    debug.debugLevel = debug.LEVEL_ALL
    debug.eventDebugLevel = debug.LEVEL_OFF
    debug.debugFile = open(sys.argv[1], "w")

report("version", orca_platform.version)
orca.getSettingsManager().activate(None, SETTINGS)
# Orca would end itself when the start takes ten seconds.
orca.settings.timeoutTime = 0
sys.exit(orca.main())
