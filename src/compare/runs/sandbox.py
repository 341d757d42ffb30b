"""What a process may touch: its own folder, and no network but its own loopback. As far as Linux allows it without help.

Two kernel features that need no rights: Landlock (files, from kernel 5.13) and a network namespace of one's own. Where one
is missing, the process runs without it, and the record does not list it. Numbers are from the kernel's headers
(linux/landlock.h, asm/unistd.h, linux/sched.h, linux/sockios.h); they are the same on x86-64 and arm64.
"""

from __future__ import annotations

import ctypes
import fcntl
import os
import socket
import struct
import sys
from collections.abc import Iterable
from pathlib import Path

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_READ = 0b1101  # execute, read a file, list a folder
_WRITE = 0b1_1111_1111_0010  # write, remove, make: all that the first version of Landlock knows beside reading
_REFER, _TRUNCATE = 1 << 13, 1 << 14  # rename between folders, from version 2; cut a file short, from version 3
_NEW_USER, _NEW_NET = 0x10000000, 0x40000000
_SET_FLAGS, _UP = 0x8914, 0x1
_SYSTEM = ("/usr", "/lib", "/lib64", "/bin", "/proc", "/sys", "/etc")
"""What a process may read beside its own: programs, libraries, what the kernel says of the machine, system settings."""


def able() -> list[str]:
    """What can be kept from a process here: "files", "network"."""
    if sys.platform != "linux":
        return []
    found = ["files"] if _libc().syscall(_CREATE_RULESET, None, 0, 1) > 0 else []
    pid = os.fork()
    if pid == 0:
        try:
            _own_network()
        except OSError:
            os._exit(1)
        os._exit(0)
    return [*found, "network"] if os.waitpid(pid, 0)[1] == 0 else found


def enter(folder: Path, readable: Iterable[Path], kept: Iterable[str]) -> None:
    """Confine this process, and all that it starts, to `folder`.

    Raises OSError where a thing that `able` named cannot be kept after all.
    """
    kept = set(kept)
    if "network" in kept:
        _own_network()
    if "files" in kept:
        _confine(folder, [*(Path(path) for path in _SYSTEM), *readable])


def _own_network() -> None:
    user = os.getuid()
    _must(_libc().unshare(_NEW_USER | _NEW_NET) == 0, "unshare")
    Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        fcntl.ioctl(any_socket, _SET_FLAGS, struct.pack("16sH14x", b"lo", _UP))


def _confine(folder: Path, readable: Iterable[Path]) -> None:
    libc = _libc()
    version = libc.syscall(_CREATE_RULESET, None, 0, 1)
    everything = _READ | _WRITE | (_REFER if version >= 2 else 0) | (_TRUNCATE if version >= 3 else 0)
    ruleset = libc.syscall(_CREATE_RULESET, struct.pack("Q", everything), ctypes.c_size_t(8), 0)
    _must(ruleset >= 0, "landlock")

    def allow(path: Path, access: int) -> None:
        if not path.exists():
            return
        held = os.open(path, os.O_PATH | os.O_CLOEXEC)
        try:
            files_only = access & (0b111 | _TRUNCATE)  # there is nothing in a file to list, remove or make
            rule = struct.pack("=Qi", access if path.is_dir() else files_only, held)
            _must(libc.syscall(_ADD_RULE, ruleset, 1, rule, 0) == 0, f"landlock: {path}")
        finally:
            os.close(held)

    for path in readable:
        allow(path, _READ)
    allow(Path("/dev"), _READ | 0b10 | (_TRUNCATE & everything))
    allow(Path("/dev/shm"), everything)
    allow(folder, everything)
    _must(libc.prctl(38, 1, 0, 0, 0) == 0, "prctl")  # no new privileges: what Landlock asks for
    _must(libc.syscall(_RESTRICT_SELF, ruleset, 0) == 0, "landlock")
    os.close(ruleset)


def main(arguments: list[str]) -> None:
    """Confine this process, then become the command: `FOLDER KEPT,KEPT READABLE… -- COMMAND…`."""
    split = arguments.index("--")
    folder, kept, *readable = arguments[:split]
    enter(Path(folder), map(Path, readable), filter(None, kept.split(",")))
    command = arguments[split + 1 :]
    os.execv(command[0], command)


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _must(done: bool, what: str) -> None:
    if not done:
        raise OSError(ctypes.get_errno(), f"{what}: {os.strerror(ctypes.get_errno())}")


if __name__ == "__main__":
    main(sys.argv[1:])
