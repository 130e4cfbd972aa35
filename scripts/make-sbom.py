#!/usr/bin/env python3
"""Lists what a binary is made of, as CycloneDX JSON: Swift packages that are compiled in, and libraries of the system.

Usage: scripts/make-sbom.py BINARY VERSION SECONDS_SINCE_1970
"""
import datetime
import hashlib
import json
import re
import subprocess
import sys


def output(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def swift_packages(node, found):
    """All packages below a node of `swift package show-dependencies`, by name; those of tests and plugins too."""
    for package in node["dependencies"]:
        found[package["identity"]] = package
        swift_packages(package, found)
    return found


def system_libraries(binary):
    """The Debian packages of the shared libraries that the binary asks for, with their versions."""
    needed = re.findall(r"\(NEEDED\).*\[(.*)\]", output("readelf", "-d", binary))
    paths = dict(re.findall(r"(\S+) => (\S+)", output("ldd", binary)))
    packages = {}
    for library in needed:
        if library.startswith("ld-linux"):
            continue  # comes with libc
        path = paths.get(library)
        owner = path and subprocess.run(
            ["dpkg", "-S", path.replace("/lib/", "/usr/lib/", 1) if not path.startswith("/usr") else path],
            capture_output=True, text=True)
        if owner and owner.returncode != 0:
            owner = subprocess.run(["dpkg", "-S", path], capture_output=True, text=True)
        name = owner.stdout.split(":")[0] if owner and owner.returncode == 0 else library
        version = subprocess.run(
            ["dpkg-query", "-W", "-f", "${Version}", name], capture_output=True, text=True).stdout
        packages.setdefault(name, {"version": version, "libraries": []})["libraries"].append(library)
    return packages


def main(binary, version, moment):
    components = []
    packages = swift_packages(json.loads(output("swift", "package", "show-dependencies", "--format", "json")), {})
    for name, package in sorted(packages.items()):
        place = re.sub(r"^https://|\.git$", "", package["url"])
        components.append({
            "type": "library", "name": package["name"], "version": package["version"],
            "purl": f"pkg:swift/{place}@{package['version']}", "scope": "required"})
    toolchain = re.search(r"Swift version (\S+)", output("swift", "--version")).group(1)
    components.append({"type": "framework", "name": "swift", "version": toolchain, "scope": "required"})
    for name, package in sorted(system_libraries(binary).items()):
        components.append({
            "type": "library", "name": name, "version": package["version"], "scope": "required",
            "purl": f"pkg:deb/debian/{name}@{package['version']}",
            "properties": [{"name": "library", "value": library} for library in package["libraries"]]})
    with open(binary, "rb") as file:
        digest = hashlib.sha256(file.read()).hexdigest()
    time = datetime.datetime.fromtimestamp(int(moment), datetime.timezone.utc)
    document = {
        "bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1,
        "metadata": {
            "timestamp": time.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": {
                "type": "application", "name": "infusion-charges", "version": version,
                "licenses": [{"license": {"id": "Apache-2.0"}}], "hashes": [{"alg": "SHA-256", "content": digest}]}},
        "components": components}
    json.dump(document, sys.stdout, indent=2)
    print()


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
