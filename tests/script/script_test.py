#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""./boltdesk on a machine made of stand-ins: apt, dpkg, cmake, ctest and the desk only write down what they were asked."""
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]
COMMANDS = ["run", "test", "bench", "prove", "lint", "shots", "serve", "package"]

STAND_INS = {
    # What $INSTALLED names is installed; what $KNOWN names can be had; '*' is everything.
    "dpkg-query": 'case " $INSTALLED " in *" ${!#} "*|*" * "*) printf installed;; *) exit 1;; esac',
    "apt-cache": 'case " $KNOWN " in *" ${!#} "*|*" * "*) echo "  Candidate: 1.0";; *) echo "  Candidate: (none)";; esac; seq 30000 || exit 1',
    "apt-get": 'echo "apt-get $*" >>"$ASKED"; [ "$1" != install ] || exit "${APT_EXIT:-0}"',
    "id": "echo 0",
    # Configuring and building leaves a desk that writes down its arguments.
    "cmake": '''echo "cmake $*" >>"$ASKED"
preset=ci; while [ $# -gt 0 ]; do [ "$1" != --preset ] || preset=$2; shift; done
[ "${CMAKE_EXIT:-0}" -eq 0 ] || { echo "error: no such luck"; exit 1; }
mkdir -p "build/$preset/bin"; : >"build/$preset/build.ninja"
for name in boltdesk boltdesk-server boltdesk-bench; do
    printf '#!/bin/bash\\necho "%s $*" >>"$ASKED"\\nexit ${DESK_EXIT:-0}\\n' "$name" >"build/$preset/bin/$name"
    chmod +x "build/$preset/bin/$name"
done''',
    "python3": 'echo "python3 $*" >>"$ASKED"; exit "${PROOF_EXIT:-0}"',
    "ctest": '''echo "ctest $*" >>"$ASKED"
case " $* " in *" -N "*) exit 0;; esac
[ -z "$JUNIT" ] || printf '<testsuite name="x"\\n\\ttests="%s"\\n\\tfailures="%s"\\n\\tdisabled="0"\\n\\tskipped="%s"\\n>\\n<testcase name="a" tests="99"/></testsuite>' $JUNIT >ctest.xml''',
}


class Script(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.tree = pathlib.Path(folder.name, "tree")
        self.tree.mkdir()
        shutil.copy(TOP / "boltdesk", self.tree)
        shutil.copytree(TOP / "tools", self.tree / "tools")
        self.asked = pathlib.Path(folder.name, "asked")
        self.asked.touch()
        stand_ins = pathlib.Path(folder.name, "bin")
        stand_ins.mkdir()
        for name, body in STAND_INS.items():
            (stand_ins / name).write_text("#!/bin/bash\n" + body + "\n", encoding="utf-8")
            (stand_ins / name).chmod(0o755)
        self.environment = {"PATH": f"{stand_ins}:{os.environ['PATH']}", "HOME": folder.name, "CI": "true",
                            "ASKED": str(self.asked), "INSTALLED": "*", "KNOWN": "*", "JUNIT": "3 0 0"}

    def boltdesk(self, *arguments, **environment):
        return subprocess.run([str(self.tree / "boltdesk"), *arguments], env={**self.environment, **environment},
                              stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60)

    def was_asked(self):
        return self.asked.read_text(encoding="utf-8").splitlines()

    def test_help_of_everything(self):
        for arguments in ([], ["help"], ["--help"], ["-h"], *([c, "--help"] for c in COMMANDS)):
            with self.subTest(arguments):
                done = self.boltdesk(*arguments)
                self.assertEqual((0, ""), (done.returncode, done.stderr))
                self.assertIn("./boltdesk", done.stdout)
        self.assertEqual([], self.was_asked())

    def test_help_names_every_command(self):
        words = self.boltdesk("help").stdout
        for command in COMMANDS:
            self.assertIn(f"\n  {command} ", words)

    def test_bad_arguments_are_one_line_and_exit_2(self):
        for arguments in (["fly"], ["--fly"], ["help", "me"], ["test", "--fly"], ["test", "--filter"], ["lint", "fly"],
                          ["shots", "fly"], ["package", "fly"], ["prove"], ["prove", "fly"], ["prove", "chaos", "--fly"],
                          ["prove", "chaos", "--schedules"], ["prove", "chaos", "--seed", "x"]):
            with self.subTest(arguments):
                done = self.boltdesk(*arguments)
                self.assertEqual((2, "", 1), (done.returncode, done.stdout, done.stderr.count("\n")))
        self.assertEqual([], self.was_asked())

    def test_nothing_is_installed_that_is_there(self):
        self.boltdesk("run", DISPLAY=":1")
        self.assertFalse([line for line in self.was_asked() if line.startswith("apt-get")])

    def test_missing_packages_are_named_explained_and_installed(self):
        done = self.boltdesk("run", INSTALLED="qt6-base-dev", DISPLAY=":1")
        self.assertEqual(0, done.returncode, done.stderr)
        install = next(line for line in self.was_asked() if line.startswith("apt-get install"))
        self.assertIn(" qt6-declarative-dev ", install)
        self.assertNotIn(" qt6-base-dev ", install)
        self.assertNotIn("xdotool", install)
        self.assertRegex(done.stderr, r"libsimdjson-dev +decodes realtime frames")

    def test_a_package_of_another_name_in_another_release(self):
        needs = self.tree / "tools/script/needs.txt"
        needs.write_text("build older-name|newer-name - - because\n", encoding="utf-8")
        self.boltdesk("run", INSTALLED="", KNOWN="newer-name", DISPLAY=":1")
        self.assertIn("apt-get install -y -qq --no-install-recommends newer-name", self.was_asked())

    def test_a_package_nobody_knows_is_one_clear_line(self):
        (self.tree / "tools/script/needs.txt").write_text("build no-such - - because of me\n", encoding="utf-8")
        done = self.boltdesk("run", INSTALLED="", KNOWN="", DISPLAY=":1")
        self.assertEqual(1, done.returncode)
        self.assertIn("apt knows none of 'no-such' (needed because: because of me)", done.stderr)
        self.assertFalse([line for line in self.was_asked() if line.startswith(("cmake", "boltdesk"))])

    def test_a_command_from_elsewhere_meets_the_need(self):
        (self.tree / "tools/script/needs.txt").write_text("build nodejs - bash because\n", encoding="utf-8")
        self.boltdesk("run", INSTALLED="", DISPLAY=":1")
        self.assertFalse([line for line in self.was_asked() if line.startswith("apt-get")])

    def test_a_refusal_of_apt_ends_it(self):
        done = self.boltdesk("run", INSTALLED="", APT_EXIT="100", DISPLAY=":1")
        self.assertEqual(1, done.returncode)
        self.assertIn("apt could not install", done.stderr)
        self.assertFalse([line for line in self.was_asked() if line.startswith("boltdesk")])

    def test_the_second_start_asks_nobody(self):
        self.boltdesk("run", INSTALLED="", DISPLAY=":1")
        self.asked.write_text("", encoding="utf-8")
        self.boltdesk("run", INSTALLED="", DISPLAY=":1")
        self.assertEqual(["cmake --build --preset release", "boltdesk "], self.was_asked())

    def test_a_changed_list_is_looked_at_again(self):
        self.boltdesk("run", DISPLAY=":1")
        with (self.tree / "tools/script/needs.txt").open("a", encoding="utf-8") as needs:
            needs.write("build brand-new - - because\n")
        self.boltdesk("run", INSTALLED="", DISPLAY=":1")
        self.assertTrue([line for line in self.was_asked() if "brand-new" in line])

    def test_run_hands_its_options_to_the_desk(self):
        self.boltdesk("run", "--theme", "dark", DISPLAY=":1")
        self.assertEqual("boltdesk --theme dark", self.was_asked()[-1])

    def test_run_without_a_display_says_so_and_works_offscreen(self):
        done = self.boltdesk("run")
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertIn("No display here", done.stderr)
        self.assertEqual("boltdesk --for 20 --size 1440x900 --summary --shots build/shots", self.was_asked()[-1])

    def test_the_exit_code_is_the_desks(self):
        self.assertEqual(4, self.boltdesk("run", DISPLAY=":1", DESK_EXIT="4").returncode)
        self.assertEqual(4, self.boltdesk("run", DESK_EXIT="4").returncode)

    def test_a_failed_build_ends_it_with_its_words(self):
        done = self.boltdesk("run", DISPLAY=":1", CMAKE_EXIT="1")
        self.assertEqual(1, done.returncode)
        self.assertIn("no such luck", done.stderr)

    def test_the_last_line_counts(self):
        for junit, line, code in (("7 0 0", "7 passed, 0 failed", 0), ("7 2 1", "4 passed, 2 failed, 1 skipped", 1),
                                  ("", "0 passed, 1 failed", 1)):
            with self.subTest(junit):
                done = self.boltdesk("test", "--filter", "store", JUNIT=junit)
                self.assertEqual((line, code), (done.stdout.splitlines()[-1], done.returncode))

    def test_test_runs_ctest_of_the_ci_preset(self):
        self.boltdesk("test", "--filter", "store")
        self.assertIn("cmake --preset ci", self.was_asked())
        self.assertIn("-R store", self.was_asked()[-1])

    def test_serve_and_bench_hand_over_their_options(self):
        self.boltdesk("serve", "--scale", "ref")
        self.assertEqual("boltdesk-server --scale ref", self.was_asked()[-1])
        self.boltdesk("bench", "--json")
        self.assertEqual("boltdesk-bench --json", self.was_asked()[-1])

    def test_prove_builds_the_two_programs_and_ends_as_the_proof_does(self):
        for code in (0, 1):
            done = self.boltdesk("prove", "chaos", "--schedules", "50", "--resume", PROOF_EXIT=str(code))
            self.assertEqual(code, done.returncode, done.stderr)
            self.assertEqual("python3 tests/watch/prove.py chaos --schedules 50 --resume", self.was_asked()[-1])
        self.assertIn("cmake --build --preset ci --target boltdesk-server boltdesk-watch", self.was_asked())

    def test_only_presets_that_exist_are_built(self):
        presets = (TOP / "CMakePresets.json").read_text(encoding="utf-8")
        for command in ("run", "serve", "bench"):
            self.boltdesk(command, DISPLAY=":1")
        for line in self.was_asked():
            if "--preset" in line:
                self.assertIn(f'"name": "{line.split("--preset ")[1].split()[0]}"', presets)


if __name__ == "__main__":
    unittest.main()
