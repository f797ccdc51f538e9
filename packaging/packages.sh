# SPDX-License-Identifier: MIT
# What Reeve needs from Debian 12 or later, by package name. Sourced by run and test.

build_packages=(
    g++ cmake ninja-build ccache pkg-config git ca-certificates
    qt6-base-dev qt6-base-dev-tools libqt6sql6-sqlite qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
    libgl1-mesa-dev libsodium-dev libsqlite3-dev libpq-dev libexpected-dev libphonenumber-dev libcsv-dev
    bootstrap-icons fonts-inter tzdata
)
run_packages=(postgresql postgresql-client qt6-qpa-plugins libqt6svg6)
test_packages=(
    catch2 libbenchmark-dev clang-format
    xvfb xauth dbus at-spi2-core python3 python3-gi gir1.2-atspi-2.0 xdotool procps openssl
    pgbouncer faketime
)
fuzz_packages=(clang-14 libclang-rt-14-dev) # packaging/fuzz only

# install_packages NAME... : installs what is missing, as root or through sudo; silent when there is nothing to do.
install_packages() {
    local missing=() name
    for name in "$@"; do
        dpkg-query -W -f '${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || missing+=("$name")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    echo "Installing: ${missing[*]}"
    local root=()
    [ "$(id -u)" -eq 0 ] || root=(sudo)
    "${root[@]}" apt-get update -q >/dev/null
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}" \
        >/dev/null
}
