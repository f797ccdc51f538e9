# SPDX-License-Identifier: MIT
"""Drives the window as a screen reader does: through the accessibility bus, by role and name, and by keyboard.

Needs a session of its own: `in_session(__file__)` starts the test again under a private D-Bus, Xvfb and AT-SPI bus.
"""

import os
import re
import subprocess
import sys
import time

# Without -noreset an X server starts afresh whenever its last client leaves, and refuses whoever comes meanwhile.
SCREEN = "-screen 0 1600x1000x24 -noreset"


def in_session(script):
    """Returns in the process that has a session; the outer one ends here with the inner one's exit code."""
    if os.environ.get("REEVE_TEST_SESSION"):
        return
    environment = {**os.environ, "REEVE_TEST_SESSION": "1", "NO_AT_BRIDGE": "0"}
    environment.pop("WAYLAND_DISPLAY", None)
    inner = f"/usr/libexec/at-spi-bus-launcher --launch-immediately & exec {sys.executable} -B {script} -v"
    sys.exit(subprocess.call(["dbus-run-session", "--", "xvfb-run", "-a", "-s", SCREEN, "sh", "-c", inner],
                             env=environment))


def sign_in(test, command, passphrase, home):
    """The window of `command`, signed in at its desk; killed when `test` is over."""
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "HOME": str(home)}
    environment.pop("REEVE_PASSPHRASE", None)
    window = Window(command, environment)
    test.addCleanup(window.kill)
    window.write(window.find("^Passphrase$", "password text"), passphrase)
    window.press(window.find("^Sign in$", "push button"))
    window.find("^Find a person$", "text", timeout=30)
    return window


class Window:
    """One running program and its accessible tree."""

    def __init__(self, command, environment):
        import gi
        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi
        self.atspi = Atspi
        Atspi.init()
        self.process = subprocess.Popen(command, env={**environment, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
                                                      "QT_ACCESSIBILITY": "1", "QT_QPA_PLATFORM": "xcb"})
        self.application = None

    def close(self, timeout=20):
        """Ends the program as a window manager would; kills it when it does not."""
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(timeout)
            except subprocess.TimeoutExpired:
                self.kill()
                raise AssertionError("the program did not end when it was asked to")

    def kill(self):
        self.process.kill()
        self.process.wait()

    def _root(self):
        desktop = self.atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child and child.get_process_id() == self.process.pid:
                return child
        return None

    def _walk(self, node, depth=0):
        if node is None or depth > 40:
            return
        yield node
        try:
            count = min(node.get_child_count(), 300)
        except Exception:                    # it went away while we looked
            return
        for index in range(count):
            try:
                child = node.get_child_at_index(index)
            except Exception:
                continue
            yield from self._walk(child, depth + 1)

    def _matches(self, node, name, role, showing):
        try:
            if role and node.get_role_name() not in ([role] if isinstance(role, str) else role):
                return False
            if name is not None and not re.search(name, node.get_name() or ""):
                return False
            return not showing or node.get_state_set().contains(self.atspi.StateType.SHOWING)
        except Exception:
            return False

    def all(self, name=None, role=None, showing=True):
        return [node for node in self._walk(self._root()) if self._matches(node, name, role, showing)]

    def find(self, name=None, role=None, showing=True, timeout=15):
        """The first accessible whose name matches the pattern; fails with what there is when none comes."""
        until = time.monotonic() + timeout
        while time.monotonic() < until:
            if self.process.poll() is not None:
                raise AssertionError(f"the program ended with {self.process.returncode}")
            for node in self._walk(self._root()):
                if self._matches(node, name, role, showing):
                    return node
            time.sleep(0.1)
        raise AssertionError(f"no {role or 'accessible'} named {name!r} in:\n{self.outline()}")

    def gone(self, name=None, role=None, timeout=15):
        until = time.monotonic() + timeout
        while time.monotonic() < until:
            if not self.all(name, role):
                return
            time.sleep(0.1)
        raise AssertionError(f"{name!r} is still there")

    def outline(self):
        """Everything that is showing, for a failed test's message and for looking around."""
        lines = []

        def walk(node, depth):
            try:
                showing = node.get_state_set().contains(self.atspi.StateType.SHOWING)
                if showing or depth < 2:
                    lines.append("  " * depth + f"{node.get_role_name()} {node.get_name()!r}")
                    for index in range(min(node.get_child_count(), 60)):
                        walk(node.get_child_at_index(index), depth + 1)
            except Exception:
                pass

        root = self._root()
        if root:
            walk(root, 0)
        return "\n".join(lines)

    def focus(self, node):
        node.get_component_iface().grab_focus()
        time.sleep(0.1)

    def press(self, node):
        """Presses a button, ticks a box: the accessible's own action."""
        until = time.monotonic() + 5          # a button that is not enabled offers no action
        while True:
            actions = node.get_action_iface()
            names = [actions.get_action_name(index) for index in range(actions.get_n_actions())]
            wanted = [index for index, name in enumerate(names) if name.lower() in ("press", "toggle")]
            if wanted:
                actions.do_action(wanted[0])
                return
            if time.monotonic() > until:
                raise AssertionError(f"{node.get_name()!r} has only the actions {names} in:\n{self.outline()}")
            time.sleep(0.1)

    def text_of(self, node):
        text = node.get_text_iface()
        return text.get_text(0, text.get_character_count()) if text else ""

    def write(self, node, text):
        """Replaces the text of a field."""
        self.focus(node)
        if not node.get_editable_text_iface().set_text_contents(text):
            raise AssertionError(f"{node.get_name()!r} does not take text")

    def type(self, text):
        """Types on the keyboard, to whatever has the focus."""
        subprocess.run(["xdotool", "type", "--delay", "12", "--", text], check=True)

    def keys(self, *combinations):
        for combination in combinations:
            subprocess.run(["xdotool", "key", "--clearmodifiers", combination], check=True)
            time.sleep(0.15)

    def listen(self):
        """From now on what is read out without the focus moving there is remembered."""
        self.said = []
        self.listener = self.atspi.EventListener.new(lambda event, *_: self.said.append(event.source.get_name() or ""))
        self.listener.register("object:property-change:accessible-name")

    def heard(self, words, times=1, timeout=10):
        """Waits until something that matches was read out so often, and no oftener for a moment."""
        from gi.repository import GLib
        until = time.monotonic() + timeout
        count = 0
        while time.monotonic() < until:
            while GLib.MainContext.default().iteration(False):
                pass
            was, count = count, sum(bool(re.search(words, one)) for one in self.said)
            if count == was == times:
                return
            time.sleep(0.3)
        raise AssertionError(f"{words!r} was heard {count} times, not {times}, in:\n{self.said}")

    def screenshot(self, path):
        subprocess.run(["import", "-window", "root", str(path)], check=False)
