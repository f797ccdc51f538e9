// SPDX-License-Identifier: MIT
#include "tests/support/delay_line.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <deque>
#include <list>
#include <thread>
#include <vector>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace reeve::test {

namespace {

using Time = std::chrono::steady_clock::time_point;

struct Parcel
{
    Time due;
    std::vector<char> bytes;
    std::size_t sent = 0;
};

// One direction of one connection.
struct Lane
{
    int from = -1;
    int to = -1;
    std::deque<Parcel> inFlight;
    bool isEnded = false; // the sender has closed; told on once the last parcel is through
};

struct Link
{
    std::array<Lane, 2> lanes;
    bool isBroken = false;
};

sockaddr_in loopback(std::uint16_t port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

void makeQuick(int socket)
{
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    ::fcntl(socket, F_SETFL, ::fcntl(socket, F_GETFL) | O_NONBLOCK);
}

} // namespace

class DelayLine::Private
{
public:
    Private(std::uint16_t target, std::chrono::microseconds delay) : m_target(target), m_oneWay(delay)
    {
        m_listener = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address = loopback(0);
        socklen_t size = sizeof address;
        if (::bind(m_listener, reinterpret_cast<sockaddr *>(&address), size) == 0 && ::listen(m_listener, 128) == 0 &&
            ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size) == 0) {
            port = ntohs(address.sin_port);
            makeQuick(m_listener);
            m_thread = std::thread([this] { run(); });
        }
    }

    ~Private()
    {
        m_stop = true;
        if (m_thread.joinable())
            m_thread.join();
        for (Link &link : m_links)
            close(link);
        ::close(m_listener);
    }

    std::uint16_t port = 0;
    std::atomic<bool> isCut{false};

private:
    void run()
    {
        bool wasCut = false;
        while (!m_stop) {
            if (wasCut && !isCut) {
                for (Link &link : m_links)
                    link.isBroken = true;
            }
            wasCut = isCut;

            waitForWork();
            if (!isCut)
                accept();
            for (Link &link : m_links) {
                for (Lane &lane : link.lanes) {
                    take(link, lane);
                    if (!isCut)
                        hand(link, lane);
                }
            }
            m_links.remove_if([this](Link &link) {
                const bool isOver = link.isBroken || (link.lanes[0].isEnded && link.lanes[1].isEnded &&
                                                      link.lanes[0].inFlight.empty() && link.lanes[1].inFlight.empty());
                if (isOver)
                    close(link);
                return isOver;
            });
        }
    }

    // Until something can be read, or the next parcel is due; at most 1 ms, which bounds the jitter.
    void waitForWork()
    {
        std::vector<pollfd> sockets{{m_listener, POLLIN, 0}};
        for (const Link &link : m_links) {
            for (const Lane &lane : link.lanes) {
                if (!lane.isEnded)
                    sockets.push_back({lane.from, POLLIN, 0});
            }
        }
        ::poll(sockets.data(), sockets.size(), 1);
    }

    void accept()
    {
        const int client = ::accept(m_listener, nullptr, nullptr);
        if (client < 0)
            return;
        const int server = ::socket(AF_INET, SOCK_STREAM, 0);
        const sockaddr_in address = loopback(m_target);
        if (::connect(server, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
            ::close(client);
            ::close(server);
            return;
        }
        makeQuick(client);
        makeQuick(server);
        Link link;
        link.lanes[0] = {client, server, {}, false};
        link.lanes[1] = {server, client, {}, false};
        m_links.push_back(std::move(link));
    }

    void take(Link &link, Lane &lane) const
    {
        std::array<char, 65536> buffer{};
        while (!lane.isEnded) {
            const ssize_t got = ::read(lane.from, buffer.data(), buffer.size());
            if (got > 0) {
                if (!isCut)
                    lane.inFlight.push_back({std::chrono::steady_clock::now() + m_oneWay,
                                             std::vector<char>(buffer.data(), buffer.data() + got), 0});
                continue;
            }
            if (got == 0)
                lane.isEnded = true;
            else if (errno != EAGAIN && errno != EWOULDBLOCK)
                link.isBroken = true;
            return;
        }
    }

    void hand(Link &link, Lane &lane) const
    {
        const Time now = std::chrono::steady_clock::now();
        while (!lane.inFlight.empty() && lane.inFlight.front().due <= now) {
            Parcel &parcel = lane.inFlight.front();
            const ssize_t put =
                ::send(lane.to, parcel.bytes.data() + parcel.sent, parcel.bytes.size() - parcel.sent, MSG_NOSIGNAL);
            if (put < 0) {
                link.isBroken = errno != EAGAIN && errno != EWOULDBLOCK;
                return;
            }
            parcel.sent += static_cast<std::size_t>(put);
            if (parcel.sent < parcel.bytes.size())
                return;
            lane.inFlight.pop_front();
        }
        if (lane.isEnded && lane.inFlight.empty())
            ::shutdown(lane.to, SHUT_WR);
    }

    static void close(Link &link)
    {
        ::close(link.lanes[0].from);
        ::close(link.lanes[0].to);
    }

    const std::uint16_t m_target;
    const std::chrono::microseconds m_oneWay;
    int m_listener = -1;
    std::atomic<bool> m_stop{false};
    std::list<Link> m_links; // of the thread
    std::thread m_thread;
};

DelayLine::DelayLine(std::uint16_t targetPort, std::chrono::microseconds oneWay)
    : d(std::make_unique<Private>(targetPort, oneWay))
{}

DelayLine::~DelayLine() = default;

std::uint16_t DelayLine::port() const noexcept
{
    return d->port;
}

void DelayLine::cut()
{
    d->isCut = true;
}

void DelayLine::heal()
{
    d->isCut = false;
}

} // namespace reeve::test
