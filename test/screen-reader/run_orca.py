"""Runs Orca without a speech server, for the tests of test/screen-reader.

Writes to standard output, one JSON line each: what Orca speaks, the keys that it has processed, the
titles of pages that have finished loading, and the marks. A mark is the accessible name of an element
of the page that begins with MARK; it is reported when Orca has processed its event and everything
before it, and has nothing more to say.

A line on standard input is a text after which a reading of the whole page pauses, until the next line.
Any key ends it.
"""

import json
import sys

import gi

gi.require_version("Gdk", "3.0")

from gi.repository import GLib
from orca import debug, event_manager, liveregions, orca, orca_platform, orca_state, speech, speechserver

MARK = "mark "

# Not what the page says: the number of headings, and the whole page read at once.
SETTINGS = {"sayAllOnLoad": False, "pageSummaryOnLoad": False}


def report(kind, value):
    print(json.dumps({kind: value}, ensure_ascii=False), flush=True)


class Reading:
    """A reading of the whole page. Takes the next utterance when the last one is spoken, as a speech
    server does, so that the page can change meanwhile."""

    current = None
    pause_after = None

    def __init__(self, utterances, progress):
        self.utterances = utterances
        self.progress = progress
        self.context = None
        self.is_paused = False
        Reading.current = self
        GLib.idle_add(self.read)

    def read(self):
        if Reading.current is not self:
            return False
        context, _ = next(self.utterances, (None, None))
        if context is None:
            Reading.current = None
            return False
        self.context = context
        report("spoken", context.utterance)
        pause_after = Reading.pause_after
        self.is_paused = pause_after is not None and pause_after in context.utterance
        return not self.is_paused

    def resume(self):
        self.is_paused = False
        GLib.idle_add(self.read)

    def stop(self):
        Reading.current = None
        if self.context is not None:
            self.progress(self.context, speechserver.SayAllContext.INTERRUPTED)


def on_command(source, _condition):
    line = source.readline().strip()
    reading = Reading.current
    Reading.pause_after = line or None
    if reading is not None and reading.is_paused:
        reading.resume()
    return True


def is_idle():
    """Whether Orca has nothing to process. Announcements of live regions wait for a timer."""
    live_regions = getattr(orca_state.activeScript, "liveRegionManager", None)
    is_announcing = live_regions is not None and len(live_regions.msg_queue) > 0
    is_reading = Reading.current is not None and not Reading.current.is_paused
    return not is_announcing and not is_reading


def report_when_idle(mark):
    if not is_idle():
        return True
    report("mark", mark)
    return False


manager = event_manager.EventManager
process_object_event = manager._processObjectEvent
process_keyboard_event = manager._processKeyboardEvent


def on_object_event(self, event):
    if event.type.startswith("object:property-change:accessible-name"):
        name = str(event.any_data)
        if name.startswith(MARK):
            GLib.timeout_add(10, report_when_idle, name)
            return
    process_object_event(self, event)
    # What Orca says of a page that has finished loading, it says of this event.
    if event.type.startswith("object:state-changed:busy") and not event.detail1:
        report("loaded", event.source.name)


def on_keyboard_event(self, event):
    # Any key ends the reading, as it stops a speech server.
    if int(event.type) == 0 and Reading.current is not None:
        Reading.current.stop()
    is_consumed = bool(process_keyboard_event(self, event))
    report("key", {"isReleased": int(event.type) == 1, "isConsumed": is_consumed})
    return is_consumed


manager._processObjectEvent = on_object_event
manager._processKeyboardEvent = on_keyboard_event
# Orca drops events when a machine is slow.
manager._inFlood = lambda self: False
manager._inDeluge = lambda self: False

# An announcement comes a tenth of a second after its event. On a slow machine, events that arrived with
# it would still wait by then, and what Orca says of them would come after the announcement.
live_regions = liveregions.LiveRegionManager
pump_messages = live_regions.pumpMessages
live_regions.pumpMessages = lambda self: (
    pump_messages(self) if event_manager.getManager()._eventQueue.empty() else True
)

speech.init = lambda: None
speech.sayAll = Reading
speech._speak = lambda text, acss, interrupt: report("spoken", text)
speech.speakCharacter = lambda character, acss=None: report("spoken", character)
speech.speakKeyEvent = lambda event, acss=None: None

if len(sys.argv) > 1:
    debug.debugLevel = debug.LEVEL_ALL
    debug.eventDebugLevel = debug.LEVEL_OFF
    # By line, so that nothing is lost when the desktop ends.
    debug.debugFile = open(sys.argv[1], "w", buffering=1)

GLib.io_add_watch(sys.stdin, GLib.IO_IN, on_command)
report("version", orca_platform.version)
orca.getSettingsManager().activate(None, SETTINGS)
# Orca would end itself when the start takes ten seconds.
orca.settings.timeoutTime = 0
sys.exit(orca.main())
