"""Tests of scripts/mutate and scripts/claims, on a checkout of one small specification."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SYNOD = Path(os.environ.get("SYNOD", ROOT / "build/release/synod"))
CASE = ROOT / "tests/golden/gate_as_expected"


def model(name, result, extension):
    return {"path": f"models/clock/{name}.cfg", "runtime": "00:00:01", "mode": "exhaustive search", "result": result,
            "distinctStates": {"Clock": 6, "Early": 4}[name], "synod": {"libraries": ["specs/clock"], **extension}}


class Scripts(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        for name in ("specs/clock", "models/clock", "docs/papers"):
            (self.root / name).mkdir(parents=True)
        shutil.copy(CASE / "library/Hours.tla", self.root / "specs/clock")
        for name in ("Clock.tla", "Clock.cfg", "Early.cfg"):
            shutil.copy(CASE / name, self.root / "models/clock")
        claim = {"claim": "The hours | pass.", "place": "section 1", "operator": "Comes"}
        models = [model("Clock", "success", {"confirmed": "TLC", "claims": [claim]}),
                  model("Early", "safety failure", {"violated": "Early", "traceLength": 4, "trace": "traces/Early",
                                                    "nightly": True,
                                                    "claims": [{**claim, "claim": "It is early.", "operator": "Early"}]})]
        manifest = {"sources": [], "authors": [], "tags": [],
                    "modules": [{"path": "models/clock/Clock.tla", "features": [], "models": models}]}
        (self.root / "models/manifest.json").write_text(json.dumps(manifest))

    def run_script(self, name, *words):
        command = [sys.executable, ROOT / "scripts" / name, "--root", self.root, *words]
        return subprocess.run([str(word) for word in command], capture_output=True, text=True, stdin=subprocess.DEVNULL,
                              check=False)

    def mutate(self, **changes):
        mutation = {"name": "the last hour is left out", "file": "models/clock/Clock.tla", "find": "hour < Last /\\",
                    "replace": "hour < Last - 1 /\\", "model": "models/clock/Clock.cfg", "kind": "comparison",
                    "expect": "caught", **changes}
        (self.root / "models/clock/mutations.json").write_text(json.dumps([mutation]))
        return self.run_script("mutate", "--synod", SYNOD)

    def test_a_mutation_is_caught(self):
        done = self.mutate()
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertIn("caught      clock: the last hour is left out [comparison]: result: deadlock failure", done.stdout)
        self.assertIn("1 mutations: 1 caught", done.stdout)

    def test_a_mutation_that_is_not_caught_fails(self):
        done = self.mutate(replace="Last > hour /\\")
        self.assertEqual(done.returncode, 1, done.stdout)
        self.assertIn("equivalent (expected: caught)", done.stdout)

    def test_an_equivalent_mutation_says_why(self):
        change = {"find": "hour < Last /\\", "replace": "Last > hour /\\", "expect": "equivalent"}
        self.assertEqual(self.mutate(**change).returncode, 2)
        done = self.mutate(**change, why="it is the same comparison")
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertIn("it is the same comparison", done.stdout)

    def test_a_mutant_that_cannot_be_read_is_not_caught(self):
        done = self.mutate(replace="hour < \\")
        self.assertEqual(done.returncode, 1, done.stdout)
        self.assertIn("not run (expected: caught)", done.stdout)

    def test_what_is_violated_can_be_named(self):
        change = {"find": "hour' = First", "replace": "hour' = 0"}
        self.assertEqual(self.mutate(**change, violates="TypeOK").returncode, 0)
        done = self.mutate(**change, violates="Comes")
        self.assertEqual(done.returncode, 1, done.stdout)
        self.assertIn("caught, but Comes is not violated", done.stdout)

    def test_lists_that_make_no_sense(self):
        for change in ({"find": "hour"}, {"find": "minute"}, {"file": "../elsewhere"}, {"expect": "found"}, {"more": 1},
                       {"replace": "hour < Last /\\"}):
            self.assertEqual(self.mutate(**change).returncode, 2, change)

    def test_claims_are_written_and_checked(self):
        page = self.root / "docs/papers/clock.md"
        page.write_text("# Clock\n<!-- claims: clock -->\nold\n<!-- end of claims -->\nafter\n")
        self.assertEqual(self.run_script("claims", "--check").returncode, 1)
        self.assertEqual(self.run_script("claims").returncode, 0)
        self.assertEqual(self.run_script("claims", "--check").returncode, 0)
        self.assertEqual(page.read_text(), """# Clock
<!-- claims: clock -->
| claim | in the paper | operator | model | verdict | evidence | confirmed by |
|---|---|---|---|---|---|---|
| The hours \\| pass. | section 1 | `Comes` | [Clock](../../models/clock/Clock.cfg) | holds | 6 states | TLC |
| It is early. | section 1 | `Early` | [Early](../../models/clock/Early.cfg) (nightly) | violated | [4 states](../../traces/Early.txt) |  |
<!-- end of claims -->
after
""")

    def test_pages_that_make_no_sense(self):
        page = self.root / "docs/papers/clock.md"
        for text in ("<!-- claims: clock -->\n", "<!-- claims: paxos -->\n<!-- end of claims -->\n"):
            page.write_text(text)
            self.assertEqual(self.run_script("claims").returncode, 2)


if __name__ == "__main__":
    unittest.main()
