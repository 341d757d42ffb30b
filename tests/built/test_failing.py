"""What a fault does to a build: it is told in a line, the exit status says so, and the site stays as it was."""

import os
import shutil
import subprocess
from pathlib import Path

from conftest import ROOT, build


def test_a_broken_edit_stops_the_build_with_lines_and_no_traceback(project: Path, tmp_path: Path) -> None:
    path = project / "data/dimensions/deployment.yaml"
    path.write_text(path.read_text().replace("edge: even", "edge: evn", 1))
    made = build(tmp_path / "site", root=project)
    assert made.returncode == 1
    assert "edge: “evn” is not one of the words used here; did you mean “even”?" in made.stdout + made.stderr
    assert "Traceback" not in made.stdout + made.stderr


def test_make_build_replaces_the_site_whole_or_not_at_all(project: Path) -> None:
    shutil.copytree(ROOT / ".venv", project / ".venv", symlinks=True) if not (project / ".venv").exists() else None
    (project / "site").mkdir()
    (project / "site/old.html").write_text("old")
    environment = {key: value for key, value in os.environ.items() if not key.startswith("MAKE")}

    def make() -> int:
        return subprocess.run(["make", "build"], cwd=project, env=environment, capture_output=True, text=True, check=False).returncode

    path = project / "data/tools/onnx.yaml"
    sound = path.read_text()
    path.write_text(sound.replace("id: onnx", "id: onxn"))
    assert make() != 0
    assert [file.name for file in (project / "site").iterdir()] == ["old.html"]
    path.write_text(sound)
    assert make() == 0
    assert (project / "site/index.html").exists()
    assert not (project / "site/old.html").exists()
