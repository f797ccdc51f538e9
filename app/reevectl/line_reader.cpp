// SPDX-License-Identifier: MIT
#include "app/reevectl/line_reader.h"

#include "app/reevectl/interrupt.h"

#include <cerrno>
#include <poll.h>
#include <unistd.h>

namespace reeve::ctl {

namespace {

constexpr qsizetype longestLine = 4 << 20;
constexpr qsizetype chunk = 1 << 16;

} // namespace

std::vector<LineReader::Line> LineReader::next(std::size_t most)
{
    std::vector<Line> lines;
    takeLines(lines, most);
    while (lines.empty() && !m_atEnd && !isInterrupted()) {
        if (!read())
            m_atEnd = true;
        takeLines(lines, most);
    }
    while (lines.size() < most && !m_atEnd && !isInterrupted() && isMoreThere()) {
        if (!read())
            m_atEnd = true;
        takeLines(lines, most);
    }
    return lines;
}

bool LineReader::read()
{
    const qsizetype before = m_buffer.size();
    m_buffer.resize(before + chunk);
    const ssize_t count = ::read(m_file, m_buffer.data() + before, static_cast<std::size_t>(chunk));
    m_buffer.resize(before + (count > 0 ? count : 0));
    if (count < 0 && errno != EINTR)
        m_failed = true;
    return count > 0 || (count < 0 && errno == EINTR);
}

bool LineReader::isMoreThere() const
{
    pollfd waiting{m_file, POLLIN, 0};
    return ::poll(&waiting, 1, 0) > 0;
}

void LineReader::takeLines(std::vector<Line> &lines, std::size_t most)
{
    qsizetype begin = 0;
    while (lines.size() < most) {
        const qsizetype end = m_buffer.indexOf('\n', begin);
        const bool isLast = end < 0 && m_atEnd && begin < m_buffer.size();
        if (end < 0 && !isLast)
            break;
        const qsizetype length = (isLast ? m_buffer.size() : end) - begin;
        ++m_number;
        if (m_skipping || length > longestLine)
            lines.push_back({m_number, {}, true});
        else
            lines.push_back({m_number, m_buffer.mid(begin, length), false});
        m_skipping = false;
        begin += length + (isLast ? 0 : 1);
    }
    m_buffer.remove(0, begin);
    if (m_buffer.size() > longestLine && !m_buffer.contains('\n')) {
        m_buffer.clear();
        m_skipping = true;
    }
}

} // namespace reeve::ctl
