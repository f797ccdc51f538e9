// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <vector>

namespace reeve::ctl {

// Reads lines from a file descriptor in groups: what is there already, without waiting for more.
class LineReader final
{
public:
    struct Line
    {
        qint64 number = 0;    // from 1
        QByteArray text;      // without its line end
        bool tooLong = false; // `text` is empty then
    };

    explicit LineReader(int file) noexcept : m_file(file) {}

    // Waits for one line at least, then takes what else is there, up to `most`. Empty at the end of the input, and
    // when a signal interrupted the wait.
    [[nodiscard]] std::vector<Line> next(std::size_t most);

    [[nodiscard]] bool hasFailed() const noexcept { return m_failed; }

private:
    [[nodiscard]] bool read(); // false at the end
    [[nodiscard]] bool isMoreThere() const;
    void takeLines(std::vector<Line> &lines, std::size_t most);

    int m_file;
    QByteArray m_buffer;
    qint64 m_number = 0;
    bool m_skipping = false; // inside a line that is too long
    bool m_atEnd = false;
    bool m_failed = false;
};

} // namespace reeve::ctl
