// SPDX-License-Identifier: MIT
// A bad line between two machines: reeve_bad_line DELAY_MS LOSS_PERCENT RATE_MBIT. Makes two network namespaces, "desk"
// (10.99.0.1) and "centre" (10.99.0.2), each with a TUN device, and carries every IP packet to the other side DELAY_MS
// later, loses some, and sends no more than RATE_MBIT (0: as much as comes). Prints the process ids to enter them by
// (`nsenter --net=/proc/ID/ns/net`), the desk's first, and obeys the lines of its standard input:
//   open    everything passes (the beginning)
//   cut     nothing does; nobody is told, as when a cable is pulled at the far end
//   deaf    what the desk sends arrives, the answers do not
// Ends with its input, and both namespaces with it. Needs root. For kernels without tc netem.
#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <random>
#include <string>
#include <vector>

#include <arpa/inet.h>
#include <fcntl.h>
#include <linux/if_tun.h>
#include <net/if.h>
#include <poll.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

using Clock = std::chrono::steady_clock;
using Nanoseconds = std::chrono::nanoseconds;

constexpr std::size_t mtu = 1500;
// What the line keeps before it drops what comes on top, in bytes: more than any sender has under way.
constexpr std::size_t largestQueue = 64 << 20;

[[noreturn]] void giveUp(const char *what)
{
    std::fprintf(stderr, "%s: %s\n", what, std::strerror(errno));
    std::exit(77); // ctest: skipped
}

void check(int answer, const char *what)
{
    if (answer < 0)
        giveUp(what);
}

// A process that does nothing but hold a new network namespace, and dies with us.
pid_t namespaceHolder()
{
    std::array<int, 2> ready{};
    check(pipe2(ready.data(), O_CLOEXEC), "pipe");
    const pid_t child = fork();
    check(child, "fork");
    if (child == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        check(unshare(CLONE_NEWNET), "a network namespace");
        close(STDOUT_FILENO);
        check(static_cast<int>(write(ready[1], "x", 1)), "write");
        for (;;)
            pause();
    }
    close(ready[1]);
    char told = 0;
    if (read(ready[0], &told, 1) != 1)
        giveUp("a network namespace"); // the child has said why
    close(ready[0]);
    return child;
}

sockaddr internet(const char *address)
{
    sockaddr_in made{};
    made.sin_family = AF_INET;
    inet_pton(AF_INET, address, &made.sin_addr);
    sockaddr plain{};
    std::memcpy(&plain, &made, sizeof plain);
    return plain;
}

void bringUp(int control, ifreq request)
{
    check(ioctl(control, SIOCGIFFLAGS, &request), "the flags of a device");
    request.ifr_flags = static_cast<short>(request.ifr_flags | IFF_UP | IFF_RUNNING);
    check(ioctl(control, SIOCSIFFLAGS, &request), "bringing a device up");
}

// The end of a TUN device in the namespace of `holder`: packets are read from it and written to it.
int tunIn(pid_t holder, const char *address, const char *peer)
{
    const int home = open("/proc/self/ns/net", O_RDONLY | O_CLOEXEC);
    check(home, "our own namespace");
    const int there = open(("/proc/" + std::to_string(holder) + "/ns/net").c_str(), O_RDONLY | O_CLOEXEC);
    check(there, "the namespace");
    check(setns(there, CLONE_NEWNET), "entering the namespace");

    const int tun = open("/dev/net/tun", O_RDWR | O_NONBLOCK | O_CLOEXEC);
    check(tun, "/dev/net/tun");
    ifreq request{};
    std::strcpy(request.ifr_name, "line0");
    request.ifr_flags = IFF_TUN | IFF_NO_PI;
    check(ioctl(tun, TUNSETIFF, &request), "a TUN device");

    const int control = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    check(control, "socket");
    request.ifr_addr = internet(address);
    check(ioctl(control, SIOCSIFADDR, &request), "its address");
    request.ifr_dstaddr = internet(peer);
    check(ioctl(control, SIOCSIFDSTADDR, &request), "its peer");
    request.ifr_qlen = 10'000;
    check(ioctl(control, SIOCSIFTXQLEN, &request), "its queue");
    bringUp(control, request);
    ifreq loopback{};
    std::strcpy(loopback.ifr_name, "lo");
    bringUp(control, loopback);

    close(control);
    check(setns(home, CLONE_NEWNET), "coming home");
    close(there);
    close(home);
    return tun;
}

struct Packet
{
    Clock::time_point due;
    std::string bytes;
};

// One way of the line.
struct Direction
{
    int from;
    int to;
    std::deque<Packet> underWay{};
    std::size_t bytes = 0;
    Clock::time_point freeAt{}; // the last packet has left
    bool isCut = false;
};

struct Line
{
    Nanoseconds delay;
    double loss;      // 0 to 1
    double bitsPerNs; // 0: no limit
    std::mt19937 chance{20261122};

    void take(Direction &way)
    {
        std::array<char, mtu + 100> buffer{};
        for (ssize_t size = 0; (size = read(way.from, buffer.data(), buffer.size())) > 0;) {
            const auto length = static_cast<std::size_t>(size);
            if (way.isCut || std::uniform_real_distribution(0.0, 1.0)(chance) < loss ||
                way.bytes + length > largestQueue)
                continue;
            way.freeAt = std::max(way.freeAt, Clock::now());
            if (bitsPerNs > 0)
                way.freeAt += Nanoseconds(static_cast<long long>(static_cast<double>(length) * 8 / bitsPerNs));
            way.underWay.push_back({way.freeAt + delay, {buffer.data(), length}});
            way.bytes += length;
        }
    }

    static void deliver(Direction &way)
    {
        while (!way.underWay.empty() && way.underWay.front().due <= Clock::now()) {
            const Packet &packet = way.underWay.front();
            if (!way.isCut && write(way.to, packet.bytes.data(), packet.bytes.size()) < 0 && errno != EAGAIN)
                giveUp("a TUN device");
            way.bytes -= packet.bytes.size();
            way.underWay.pop_front();
        }
    }
};

// False when there is no more to be told.
bool obey(Direction &there, Direction &back)
{
    static std::string said;
    std::array<char, 256> buffer{};
    const ssize_t size = read(STDIN_FILENO, buffer.data(), buffer.size());
    if (size <= 0)
        return false;
    said.append(buffer.data(), static_cast<std::size_t>(size));
    for (std::size_t end = 0; (end = said.find('\n')) != std::string::npos; said.erase(0, end + 1)) {
        const std::string order = said.substr(0, end);
        there.isCut = order == "cut";
        back.isCut = order == "cut" || order == "deaf";
        std::printf("%s\n", order.c_str());
        std::fflush(stdout);
    }
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 4) {
        std::fprintf(stderr, "reeve_bad_line DELAY_MS LOSS_PERCENT RATE_MBIT\n");
        return 2;
    }
    Line line{Nanoseconds(static_cast<long long>(std::atof(argv[1]) * 1e6)), std::atof(argv[2]) / 100,
              std::atof(argv[3]) / 1000};
    prctl(PR_SET_TIMERSLACK, 1UL);

    const pid_t desk = namespaceHolder();
    const pid_t centre = namespaceHolder();
    const int deskEnd = tunIn(desk, "10.99.0.1", "10.99.0.2");
    const int centreEnd = tunIn(centre, "10.99.0.2", "10.99.0.1");
    Direction there{deskEnd, centreEnd};
    Direction back{centreEnd, deskEnd};
    std::printf("%d %d\n", desk, centre);
    std::fflush(stdout);

    for (;;) {
        auto next = Clock::now() + std::chrono::seconds(1);
        for (const Direction *way : {&there, &back}) {
            if (!way->underWay.empty())
                next = std::min(next, way->underWay.front().due);
        }
        const auto wait = std::max(Nanoseconds(0), std::chrono::duration_cast<Nanoseconds>(next - Clock::now()));
        const timespec limit{static_cast<time_t>(wait.count() / 1'000'000'000), wait.count() % 1'000'000'000};
        std::array<pollfd, 3> ready{{{deskEnd, POLLIN, 0}, {centreEnd, POLLIN, 0}, {STDIN_FILENO, POLLIN, 0}}};
        if (ppoll(ready.data(), ready.size(), &limit, nullptr) < 0 && errno != EINTR)
            giveUp("poll");
        if (ready[2].revents != 0 && !obey(there, back))
            return 0;
        for (Direction *way : {&there, &back}) {
            line.take(*way);
            Line::deliver(*way);
        }
    }
}
